package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;

/**
 * What was liked recently: a count of liked plays that halves with every half-life of age.
 *
 * <pre>
 * score = sum over liked plays of 0.5^(ageDays / halfLifeDays),  ageDays = (cut - time of the play) / 1 day
 * </pre>
 *
 * <p>An item played but never liked scores 0; nothing is known of an item without plays.
 */
public final class RecentLiked {
    static final String NAME = "recent-liked";

    private RecentLiked() {}

    /**
     * The scorer named "recent-liked".
     *
     * @param training plays before the cut
     * @param likedThreshold a play with a watch ratio above it is liked
     * @param halfLifeDays above 0
     * @param cutMillis the cut, in milliseconds since 1970-01-01 UTC
     */
    public static ItemScorer of(
            InteractionLog training, int itemCount, double likedThreshold, double halfLifeDays, long cutMillis) {
        return counting(training, itemCount, likedThreshold, halfLifeDays, cutMillis)
                .at(cutMillis);
    }

    static ItemCounts counting(
            InteractionLog training, int itemCount, double likedThreshold, double halfLifeDays, long cutMillis) {
        if (training.firstRowAtOrAfter(cutMillis) < training.size()) {
            throw new IllegalArgumentException("the training log has plays at or after the cut " + cutMillis);
        }
        TimeDecay decay = new TimeDecay(halfLifeDays, cutMillis);
        return new ItemCounts(NAME, itemCount, likedThreshold, decay, (plays, liked, share) -> liked).with(training);
    }
}
