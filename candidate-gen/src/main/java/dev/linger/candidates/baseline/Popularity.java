package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.InteractionLog;
import java.util.Arrays;

/** Popularity by count: {@code score = plays in the training log}; nothing is known of an item without plays. */
public final class Popularity {
    static final String NAME = "popularity";

    private Popularity() {}

    /** The scorer named "popularity". */
    public static ItemScorer of(InteractionLog training, int itemCount) {
        double[] plays = new double[itemCount];
        for (int row = 0; row < training.size(); row++) {
            plays[training.item(row)]++;
        }
        return new OneOrder(
                NAME,
                Arrays.stream(plays)
                        .map(count -> count == 0 ? Double.NEGATIVE_INFINITY : count)
                        .toArray());
    }
}
