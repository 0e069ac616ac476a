package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;
import java.util.Arrays;

/** Popularity by count: {@code score = plays in the training log}; nothing is known of an item without plays. */
public final class Popularity {
    static final String NAME = "popularity";

    private Popularity() {}

    /** The scorer named "popularity". */
    public static ItemScorer of(InteractionLog training, int itemCount) {
        return counting(training, itemCount).at(0);
    }

    /** The same by the number of plays of each item in the training log. */
    public static ItemScorer of(int[] plays) {
        double[] scores = new double[plays.length];
        Arrays.setAll(scores, item -> plays[item] == 0 ? Double.NEGATIVE_INFINITY : plays[item]);
        return new OneOrder(NAME, scores);
    }

    static ItemCounts counting(InteractionLog training, int itemCount) {
        return new ItemCounts(NAME, itemCount, 0, TimeDecay.NONE, (plays, liked, share) -> plays).with(training);
    }
}
