package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;

/**
 * Popularity by rate: the smoothed share of liked plays.
 *
 * <pre>
 * score = (liked plays + priorPlays * share) / (plays + priorPlays),  share = liked plays / plays of the whole log
 * </pre>
 *
 * <p>The prior keeps a video played once and liked once from coming first. Nothing is known of an item without plays.
 */
public final class RatePopularity {
    static final String NAME = "rate-popularity";

    private RatePopularity() {}

    /**
     * The scorer named "rate-popularity".
     *
     * @param likedThreshold a play with a watch ratio above it is liked
     * @param priorPlays how many average plays are added to each item's own, at least 0
     */
    public static ItemScorer of(InteractionLog training, int itemCount, double likedThreshold, double priorPlays) {
        return counting(training, itemCount, likedThreshold, priorPlays).at(0);
    }

    static ItemCounts counting(InteractionLog training, int itemCount, double likedThreshold, double priorPlays) {
        if (!(priorPlays >= 0)) {
            throw new IllegalArgumentException("priorPlays must be >= 0 but was " + priorPlays);
        }
        return new ItemCounts(
                        NAME,
                        itemCount,
                        likedThreshold,
                        TimeDecay.NONE,
                        (plays, liked, share) -> (liked + priorPlays * share) / (plays + priorPlays))
                .with(training);
    }
}
