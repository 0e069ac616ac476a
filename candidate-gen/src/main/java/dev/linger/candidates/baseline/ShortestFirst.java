package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.InteractionLog;
import java.util.Arrays;

/**
 * Shortest first: {@code score = -durationMillis} of the item's latest play in the training log; nothing is known of an
 * item without plays. Watch ratio mostly measures shortness, so this shows how much of a result is no more than that.
 */
public final class ShortestFirst {
    static final String NAME = "shortest";

    private ShortestFirst() {}

    /** The scorer named "shortest". */
    public static ItemScorer of(InteractionLog training, int itemCount) {
        double[] scores = new double[itemCount];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int row = 0; row < training.size(); row++) {
            scores[training.item(row)] = -training.durationMillis(row);
        }
        return new OneOrder(NAME, scores);
    }
}
