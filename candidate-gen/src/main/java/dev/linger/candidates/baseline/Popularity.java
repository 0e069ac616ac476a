package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;

/** Popularity by count: {@code score = plays in the training log}; nothing is known of an item without plays. */
public final class Popularity {
    static final String NAME = "popularity";

    private Popularity() {}

    /** The scorer named "popularity". */
    public static ItemScorer of(InteractionLog training, int itemCount) {
        return counting(training, itemCount).at(0);
    }

    static ItemCounts counting(InteractionLog training, int itemCount) {
        return new ItemCounts(NAME, itemCount, 0, TimeDecay.NONE, (plays, liked, share) -> plays).with(training);
    }
}
