package dev.linger.pipeline.malformed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tiny data set with all seven files, no row of which any rule hits, and what the columns of each file hold. */
final class SoundData {
    static final String LOG = "big_matrix.csv";
    static final String SMALL = "small_matrix.csv";
    static final String USERS = "user_features.csv";
    static final String TAGS = "item_categories.csv";
    static final String DAILY = "item_daily_features.csv";
    static final String FRIENDS = "social_network.csv";
    static final String CAPTIONS = "kuairec_caption_category.csv";
    static final List<String> FILES = List.of(LOG, SMALL, USERS, TAGS, DAILY, FRIENDS, CAPTIONS);
    static final List<String> REQUIRED = List.of(LOG, USERS, TAGS, DAILY);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What a column holds; columns that are not named are not read. */
    enum Kind {
        USER,
        VIDEO,
        MILLIS,
        SECONDS,
        DATE,
        RATIO,
        COUNT,
        MEASURE,
        FLAG,
        CATEGORY,
        DAY,
        LIST
    }

    private static final long[] USER_IDS = {3, 10, 12, 25, 40, 77};
    private static final long[] VIDEO_IDS = {0, 1, 2, 5, 8, 13, 21, 34};
    private static final String[] RATIOS = {"0.25", "0.5", "1.0", "1.5", "2.0"};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final Map<String, Map<String, Kind>> COLUMNS = columns();
    private static final Map<String, SoundTable> TABLES = tables();

    private SoundData() {}

    static SoundTable table(String file) {
        return TABLES.get(file);
    }

    /** The columns of a file that are read, and what each holds. */
    static Map<String, Kind> columns(String file) {
        return COLUMNS.get(file);
    }

    /** The id by which a row is known. */
    static String key(String file) {
        return switch (file) {
            case USERS, FRIENDS -> "user_id";
            default -> "video_id";
        };
    }

    private static Map<String, Map<String, Kind>> columns() {
        Map<String, Kind> plays = new LinkedHashMap<>();
        plays.put("user_id", Kind.USER);
        plays.put("video_id", Kind.VIDEO);
        plays.put("play_duration", Kind.MILLIS);
        plays.put("video_duration", Kind.MILLIS);
        plays.put("date", Kind.DATE);
        plays.put("timestamp", Kind.SECONDS);
        plays.put("watch_ratio", Kind.RATIO);
        Map<String, Kind> users = new LinkedHashMap<>();
        users.put("user_id", Kind.USER);
        Stream.of("follow_user_num", "fans_user_num", "friend_user_num", "register_days")
                .forEach(name -> users.put(name, Kind.COUNT));
        Stream.of("is_lowactive_period", "is_live_streamer", "is_video_author")
                .forEach(name -> users.put(name, Kind.FLAG));
        Stream.of("user_active_degree", "follow_user_num_range", "fans_user_num_range")
                .forEach(name -> users.put(name, Kind.CATEGORY));
        Stream.of("friend_user_num_range", "register_days_range").forEach(name -> users.put(name, Kind.CATEGORY));
        IntStream.range(0, 18).forEach(number -> users.put("onehot_feat" + number, Kind.CATEGORY));
        Map<String, Kind> daily = new LinkedHashMap<>();
        daily.put("video_id", Kind.VIDEO);
        daily.put("date", Kind.DAY);
        daily.put("upload_dt", Kind.DAY);
        Stream.of("author_id", "video_type", "upload_type", "music_id", "video_tag_id")
                .forEach(name -> daily.put(name, Kind.CATEGORY));
        Stream.of("video_duration", "video_width", "video_height").forEach(name -> daily.put(name, Kind.MEASURE));
        statistics().forEach(name -> daily.put(name, name.equals("play_progress") ? Kind.MEASURE : Kind.COUNT));
        Map<String, Kind> captions = new LinkedHashMap<>();
        captions.put("video_id", Kind.VIDEO);
        Stream.of("first", "second", "third")
                .forEach(level -> captions.put(level + "_level_category_id", Kind.CATEGORY));
        return Map.of(
                LOG, plays,
                SMALL, plays,
                USERS, users,
                TAGS, Map.of("video_id", Kind.VIDEO, "feat", Kind.LIST),
                DAILY, daily,
                FRIENDS, Map.of("user_id", Kind.USER, "friend_list", Kind.LIST),
                CAPTIONS, captions);
    }

    static List<String> statistics() {
        return List.of(
                "show_cnt",
                "show_user_num",
                "play_cnt",
                "play_user_num",
                "play_duration",
                "complete_play_cnt",
                "valid_play_cnt",
                "long_time_play_cnt",
                "short_time_play_cnt",
                "play_progress",
                "comment_stay_duration",
                "like_cnt",
                "comment_cnt",
                "follow_cnt",
                "share_cnt",
                "download_cnt",
                "report_cnt",
                "reduce_similar_cnt",
                "collect_cnt");
    }

    private static Map<String, SoundTable> tables() {
        Map<String, SoundTable> tables = new LinkedHashMap<>();
        tables.put(LOG, new SoundTable(LOG, plays(42, 0)));
        tables.put(SMALL, new SoundTable(SMALL, plays(14, 100)));
        tables.put(USERS, new SoundTable(USERS, users()));
        tables.put(TAGS, new SoundTable(TAGS, tags()));
        tables.put(DAILY, new SoundTable(DAILY, daily()));
        tables.put(FRIENDS, new SoundTable(FRIENDS, friends()));
        tables.put(CAPTIONS, new SoundTable(CAPTIONS, captions()));
        return tables;
    }

    private static List<List<String>> plays(int count, int from) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "user_id", "video_id", "play_duration", "video_duration", "time", "date", "timestamp", "watch_ratio"));
        for (int row = 0; row < count; row++) {
            int video = (row * 3 + row / 8) % VIDEO_IDS.length;
            BigDecimal duration = BigDecimal.valueOf(4000 + 500L * video);
            String ratio = RATIOS[row % RATIOS.length];
            BigDecimal seconds = new BigDecimal("1593878903.438")
                    .add(new BigDecimal("3607.25").multiply(BigDecimal.valueOf((long) from + row)));
            var local = Instant.ofEpochSecond(seconds.longValue()).atZone(ZONE);
            lines.add(List.of(
                    Long.toString(USER_IDS[row % USER_IDS.length]),
                    Long.toString(VIDEO_IDS[video]),
                    Long.toString(duration.multiply(new BigDecimal(ratio)).longValueExact()),
                    duration.toPlainString(),
                    local.format(TIME),
                    local.format(DAY),
                    seconds.toPlainString(),
                    ratio));
        }
        return lines;
    }

    private static List<List<String>> users() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.copyOf(columns(USERS).keySet()));
        for (int user = 0; user < USER_IDS.length; user++) {
            int number = user;
            Stream<String> first = Stream.of(
                    Long.toString(USER_IDS[user]),
                    Integer.toString(100 + 7 * user),
                    Integer.toString(3 * user),
                    user == 2 ? "" : Integer.toString(user),
                    Integer.toString(900 + user),
                    Integer.toString(user % 2),
                    user == 4 ? "-124" : Integer.toString(user / 3),
                    "1",
                    List.of("full_active", "high_active", "UNKNOWN", "middle_active", "full_active", "aktiv-ç")
                            .get(user),
                    "\"(" + 10 * user + "," + 10 * (user + 1) + "]\"",
                    "0",
                    "\"[1,5)\"",
                    "61-90");
            Stream<String> encrypted = IntStream.range(0, 18)
                    .mapToObj(column ->
                            number == 3 && column == 4 ? "" : (number * (column + 1)) % 7 + (column > 12 ? ".0" : ""));
            lines.add(Stream.concat(first, encrypted).toList());
        }
        return lines;
    }

    private static List<List<String>> tags() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("video_id", "feat"));
        String[] lists = {"[8]", "\"[27, 9]\"", "[]", "[9]", "\"[6, 8, 17]\"", "[1]", "[31]", "\"[2, 3]\""};
        for (int video = 0; video < VIDEO_IDS.length; video++) {
            lines.add(List.of(Long.toString(VIDEO_IDS[video]), lists[video]));
        }
        return lines;
    }

    private static List<List<String>> daily() {
        List<String> attributes = List.of(
                "video_id",
                "date",
                "author_id",
                "video_type",
                "upload_dt",
                "upload_type",
                "visible_status",
                "video_duration",
                "video_width",
                "video_height",
                "music_id",
                "video_tag_id",
                "video_tag_name");
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.concat(attributes.stream(), statistics().stream()).toList());
        for (int row = 0; row < 2 * VIDEO_IDS.length; row++) {
            int video = row / 2;
            int number = row;
            Stream<String> first = Stream.of(
                    Long.toString(VIDEO_IDS[video]),
                    row % 2 == 0 ? "20200705" : "20200706",
                    Integer.toString(500 + video),
                    video == 3 ? "AD" : "NORMAL",
                    "2020-07-0" + (1 + video % 4),
                    video % 2 == 0 ? "ShortImport" : "Web",
                    "public",
                    video == 6 ? "" : 4000 + 500 * video + ".0",
                    "720",
                    Integer.toString(1280 - video),
                    Long.toString(3_350_323_409L + video),
                    video == 1 ? "-124" : Integer.toString(20 + video),
                    "\u5efa\u7b51");
            Stream<String> counts = IntStream.range(0, statistics().size())
                    .mapToObj(column -> column == 18 && number == 5
                            ? ""
                            : column == 9 ? "0." + (10 + number) : Integer.toString(1000 - 40 * column + 3 * number));
            lines.add(Stream.concat(first, counts).toList());
        }
        return lines;
    }

    private static List<List<String>> friends() {
        return List.of(
                List.of("user_id", "friend_list"),
                List.of("3", "[10]"),
                List.of("12", "\"[3, 25]\""),
                List.of("77", "[40]"));
    }

    private static List<List<String>> captions() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "video_id",
                "manual_cover_text",
                "caption",
                "first_level_category_id",
                "first_level_category_name",
                "second_level_category_id",
                "third_level_category_id"));
        List<String> captions = Arrays.asList(
                "plain",
                "\"with, comma\"",
                "\"she said \"\"no\"\"\"",
                "",
                "\"two\nlines\"",
                "\u7cbe\u795e\u5c0f\u4f19",
                "#tag",
                "last");
        for (int video = 0; video < VIDEO_IDS.length; video++) {
            lines.add(List.of(
                    Long.toString(VIDEO_IDS[video]),
                    "UNKNOWN",
                    captions.get(video),
                    Integer.toString(8 + video % 3),
                    "\u989c\u503c",
                    video == 5 ? "-124" : Integer.toString(670 + video),
                    video == 0 ? "-124.0" : Integer.toString(40 + video)));
        }
        return lines;
    }
}
