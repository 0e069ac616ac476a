package dev.linger.data.kuairand;

import dev.linger.data.kuairand.KuaiRandSource.RandomLog;
import dev.linger.data.kuairec.tables.UserColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small data set in the layout of KuaiRand-Pure, written by hand: 3 users, 4 videos. */
final class KuaiRandFixture {
    static final String EARLY = "log_standard_4_08_to_4_21_pure.csv";
    static final String LATE = "log_standard_4_22_to_5_08_pure.csv";
    static final String RANDOM = "log_random_4_22_to_5_08_pure.csv";
    static final String USERS = "user_features_pure.csv";
    static final String VIDEOS = "video_features_basic_pure.csv";
    static final String STATISTICS = "video_features_statistic_pure.csv";

    static final String LOG_HEADER =
            "user_id,video_id,date,hourmin,time_ms,is_click,is_like,is_follow,is_comment,is_forward,"
                    + "is_hate,long_view,play_time_ms,duration_ms,profile_stay_time,comment_stay_time,is_profile_enter,is_rand,tab";

    /** 2022-04-20 10:00 in Shanghai. */
    static final long NOON = 1_650_420_000_000L;

    static final long DAY = 86_400_000;

    static final KuaiRandSource DEFAULTS = source(RandomLog.LEAVE_OUT);

    private KuaiRandFixture() {}

    static KuaiRandSource source(RandomLog random) {
        return new KuaiRandSource(random, "Asia/Shanghai", true, 3_600_000, 2011, 2099, 0.1, 0.1);
    }

    /** A row without engagement. */
    static String row(long user, long video, long time, long play, long duration) {
        return row(user, video, time, play, duration, "0,0,0,0,0,0,0", 0);
    }

    /** @param flags is_click, is_like, is_follow, is_comment, is_forward, is_hate, long_view */
    static String row(long user, long video, long time, long play, long duration, String flags, int random) {
        return user + "," + video + ",20220420,1000," + time + "," + flags + "," + play + "," + duration + ",0,250,0,"
                + random + ",1";
    }

    static void writeTables(Path directory) throws IOException {
        write(
                directory,
                USERS,
                String.join(",", UserColumns.NAMES),
                List.of(user(7, "full_active"), user(8, "UNKNOWN"), user(9, "high_active")));
        write(
                directory,
                VIDEOS,
                "video_id,author_id,video_type,upload_dt,upload_type,visible_status,video_duration,server_width,"
                        + "server_height,music_id,music_type,tag",
                List.of(
                        "10,441,NORMAL,2022-04-01,LongImport,public,17200.0,720.0,1280.0,989206467,4.0,\"12,65\"",
                        "20,441,NORMAL,2022-04-02,ShortImport,public,9000.0,720.0,1280.0,11,9.0,12",
                        "30,5,AD,2022-04-03,ShortImport,public,,720.0,1280.0,11,,UNKNOWN",
                        "40,6,NORMAL,2022-04-03,ShortImport,public,8000.0,720.0,1280.0,12,4.0,"));
        write(directory, STATISTICS, "video_id,counts,show_cnt", List.of("10,66,75.212"));
    }

    static void write(Path directory, String file, String header, List<String> rows) throws IOException {
        Files.writeString(directory.resolve(file), header + "\n" + String.join("\n", rows) + "\n");
    }

    private static String user(long id, String degree) {
        return id + "," + "1,2,3,400,0,-124,1," + degree + ",\"(0,10]\",\"[1,10)\",0,366-730" + ",1".repeat(18);
    }
}
