package dev.linger.features;

/** The groups of columns that a configuration may name. */
public enum FeatureGroupName {
    /** Attributes of the user. */
    USER_PROFILE,
    /** Attributes of the video, and its age at the as-of day. */
    ITEM_PROFILE,
    /** Rates of the video's latest earlier day in the daily statistics. */
    DAILY_STATS,
    /** Where the daily statistics of the video are going. */
    DAILY_TREND,
    /** Hour and weekday of the request. */
    CONTEXT,
    /** What the user has watched before the as-of day. */
    USER_HISTORY,
    /** How the video was watched before the as-of day. */
    ITEM_HISTORY,
    /** How the user has watched videos about as long. */
    USER_BUCKET,
    /** How the user has watched the video's author. */
    USER_AUTHOR,
    /** How the user has watched the video's tags and caption categories. */
    USER_TAG,
    /** How all users watched the video's author. */
    AUTHOR_HISTORY,
    /** How all users watched the video's tags. */
    TAG_HISTORY,
    /** What the user made of this very video. */
    SEEN_BEFORE,
    /** Plays by their quantile among plays of about the same duration. */
    DEBIASED_HISTORY,
    /** Score and rank in stage one. */
    STAGE_ONE
}
