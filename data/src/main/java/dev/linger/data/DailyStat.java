package dev.linger.data;

import java.util.Locale;

/** The counts of the daily statistics that are read: totals of one video within one local day. */
public enum DailyStat {
    SHOW_CNT,
    SHOW_USER_NUM,
    PLAY_CNT,
    PLAY_USER_NUM,
    PLAY_DURATION,
    COMPLETE_PLAY_CNT,
    VALID_PLAY_CNT,
    LONG_TIME_PLAY_CNT,
    SHORT_TIME_PLAY_CNT,
    PLAY_PROGRESS,
    COMMENT_STAY_DURATION,
    LIKE_CNT,
    COMMENT_CNT,
    FOLLOW_CNT,
    SHARE_CNT,
    DOWNLOAD_CNT,
    REPORT_CNT,
    REDUCE_SIMILAR_CNT,
    COLLECT_CNT;

    /** The statistic's name in files and reports. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
