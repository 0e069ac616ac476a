package dev.linger.recommender.live;

/**
 * What a live recommender brings up to date, beside leaving out what has been seen.
 *
 * @param users whether users are folded into the sources by their new plays
 * @param itemCounts whether the sources that count plays go on counting
 * @param features whether the feature state observes plays
 */
public record LiveParts(boolean users, boolean itemCounts, boolean features) {
    /** Everything. */
    public static final LiveParts ALL = new LiveParts(true, true, true);

    /** Nothing: what was fitted stays as it is. */
    public static final LiveParts NONE = new LiveParts(false, false, false);
}
