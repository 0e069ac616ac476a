package dev.linger.features;

import dev.linger.data.Dataset;

/** The groups of columns that a configuration may name. */
public enum FeatureGroupName {
    /** Attributes of the user. */
    USER_PROFILE,
    /** Attributes of the video, and its age at the as-of day. */
    ITEM_PROFILE,
    /** Rates of the video's latest earlier day in the daily statistics. */
    DAILY_STATS,
    /** Hour and weekday of the request. */
    CONTEXT,
    /** What the user has watched before the as-of day. */
    USER_HISTORY,
    /** How the video was watched before the as-of day. */
    ITEM_HISTORY,
    /** Score and rank in stage one. */
    STAGE_ONE;

    FeatureGroup group(Dataset dataset, FeaturesConfig config, double ratioCap) {
        return switch (this) {
            case USER_PROFILE -> new UserProfile(dataset.userTable());
            case ITEM_PROFILE -> new ItemProfile(dataset.itemTable());
            case DAILY_STATS -> new DailyRates(dataset.dailyStats());
            case CONTEXT -> new RequestContext(dataset.zone());
            case USER_HISTORY -> WatchHistory.ofUsers(dataset.userCount(), config.priorPlays(), ratioCap);
            case ITEM_HISTORY -> WatchHistory.ofItems(dataset.itemCount(), config.priorPlays(), ratioCap);
            case STAGE_ONE -> new StageOne();
        };
    }
}
