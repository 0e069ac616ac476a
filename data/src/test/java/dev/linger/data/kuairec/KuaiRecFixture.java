package dev.linger.data.kuairec;

import dev.linger.data.DailyStat;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.KuaiRecSource.DisagreeingRatio;
import dev.linger.data.kuairec.KuaiRecSource.UnknownIds;
import dev.linger.data.kuairec.tables.UserColumns;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A small directory in the KuaiRec layout: users 0..2, videos 0..3, one day of statistics each, four clean plays. */
public final class KuaiRecFixture {
    static final KuaiRecSource DEFAULTS = new KuaiRecSource(
            "Asia/Shanghai",
            true,
            3_600_000,
            2011,
            2100,
            UnknownIds.DROP,
            1e-4,
            DisagreeingRatio.RECOMPUTE,
            0.01,
            0.05);
    /** The same for files of a few rows, most of them dirty. */
    static final KuaiRecSource TOLERANT = tolerant(true, UnknownIds.DROP, DisagreeingRatio.RECOMPUTE);

    static final String BIG_MATRIX = "big_matrix.csv";
    static final String SMALL_MATRIX = "small_matrix.csv";
    static final String USERS = "user_features.csv";
    static final String TAGS = "item_categories.csv";
    static final String DAILY = "item_daily_features.csv";
    static final String CAPTIONS = "kuairec_caption_category.csv";
    static final String FRIENDS = "social_network.csv";

    static final String LOG_HEADER = "user_id,video_id,play_duration,video_duration,time,date,timestamp,watch_ratio";
    static final String PLAY = "0,0,5000,10000,2020-07-05 00:08:23.438,20200705,1593878903.438,0.5";
    static final String USER_HEADER = String.join(",", UserColumns.NAMES);
    static final String DAILY_HEADER = "video_id,date,author_id,video_type,upload_dt,upload_type,visible_status,"
            + "video_duration,video_width,video_height,music_id,video_tag_id,video_tag_name,"
            + Arrays.stream(DailyStat.values()).map(DailyStat::column).collect(Collectors.joining(","));

    private final Path directory;

    KuaiRecFixture(Path directory) {
        this.directory = directory;
        lines(USERS, USER_HEADER, user(0), user(1), user(2));
        lines(TAGS, "video_id,feat", "0,[8]", "1,\"[27, 9]\"", "2,[]", "3,[9]");
        lines(DAILY, DAILY_HEADER, daily(0, 20200705), daily(1, 20200705), daily(2, 20200705), daily(3, 20200705));
        log(
                PLAY,
                "0,1,7000,7000,2020-07-05 00:09:00,20200705,1593878940,1.0",
                "1,2,0,12000,2020-07-06 10:00:00.5,20200706,1594000800.5,0.0",
                "2,3,30000,10000,2020-07-07 23:59:59.999,20200707,1594137599.999,3.0");
    }

    /** The directory with every file there can be, and a little dirt in the larger ones. */
    public static void withEveryFile(Path directory) {
        KuaiRecFixture files = new KuaiRecFixture(directory);
        String[] plays = new String[200];
        Arrays.setAll(plays, at -> PLAY.replace("0,0,5000,", at % 3 + "," + at % 4 + "," + 37 * at + ","));
        plays[150] = PLAY.replace("10000", "0");
        plays[151] = plays[150];
        files.log(plays);
        files.lines(SMALL_MATRIX, LOG_HEADER, "0,0,500,1000,,,,0.5", "0,1,250,1000,t,20200705.0,1593878903.438,0.25");
        files.lines(
                DAILY,
                DAILY_HEADER,
                daily(0, 20200706, "author_id", "5", "upload_dt", "2020-07-01", "video_duration", "9000.0"),
                daily(0, 20200705, "author_id", "7", "show_cnt", "12", "play_cnt", "3"),
                daily(3, 20200705, "video_type", "AD", "show_cnt", "10"),
                daily(3, 20200705, "show_cnt", "20"));
        files.lines(
                CAPTIONS,
                "video_id,caption,first_level_category_id,second_level_category_id,third_level_category_id",
                "0,a,8,673,-124");
        files.lines(FRIENDS, "user_id,friend_list", "0,\"[1, 2]\"");
    }

    static KuaiRecSource tolerant(boolean dropCopies, UnknownIds unknownIds, DisagreeingRatio disagreeing) {
        return new KuaiRecSource(
                "Asia/Shanghai", dropCopies, 3_600_000, 2011, 2100, unknownIds, 1e-4, disagreeing, 1, 1);
    }

    /** A row of user_features: the user's id, then {@code column, text} pairs; every other cell is 0. */
    static String user(long id, String... cells) {
        return row(USER_HEADER, "0", "user_id", Long.toString(id), cells);
    }

    /** A row of item_daily_features: video, day, then {@code column, text} pairs; every other cell is empty. */
    static String daily(long video, int date, String... cells) {
        String[] all = new String[cells.length + 2];
        all[0] = "date";
        all[1] = Integer.toString(date);
        System.arraycopy(cells, 0, all, 2, cells.length);
        return row(DAILY_HEADER, "", "video_id", Long.toString(video), all);
    }

    private static String row(String header, String otherwise, String key, String id, String... cells) {
        List<String> columns = List.of(header.split(","));
        String[] row = new String[columns.size()];
        Arrays.fill(row, otherwise);
        row[columns.indexOf(key)] = id;
        for (int at = 0; at < cells.length; at += 2) {
            row[columns.indexOf(cells[at])] = cells[at + 1];
        }
        return String.join(",", row);
    }

    KuaiRecFixture lines(String file, String... lines) {
        return text(file, String.join("\n", lines) + "\n");
    }

    KuaiRecFixture text(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** The rows of big_matrix below its header. */
    KuaiRecFixture log(String... rows) {
        return lines(BIG_MATRIX, LOG_HEADER + "\n" + String.join("\n", rows));
    }

    Path directory() {
        return directory;
    }

    LoadedData read() {
        return read(DEFAULTS);
    }

    LoadedData read(KuaiRecSource config) {
        return config.read(directory, WatchRules.DEFAULTS, Progress.SILENT);
    }
}
