package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.InteractionLog;
import java.util.Arrays;

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
        if (!(priorPlays >= 0)) {
            throw new IllegalArgumentException("priorPlays must be >= 0 but was " + priorPlays);
        }
        double[] plays = new double[itemCount];
        double[] liked = new double[itemCount];
        for (int row = 0; row < training.size(); row++) {
            plays[training.item(row)]++;
            if (training.watchRatio(row) > likedThreshold) {
                liked[training.item(row)]++;
            }
        }
        double share = training.size() == 0 ? 0 : Arrays.stream(liked).sum() / training.size();
        double[] scores = new double[itemCount];
        for (int item = 0; item < itemCount; item++) {
            scores[item] = plays[item] == 0
                    ? Double.NEGATIVE_INFINITY
                    : (liked[item] + priorPlays * share) / (plays[item] + priorPlays);
        }
        return new OneOrder(NAME, scores);
    }
}
