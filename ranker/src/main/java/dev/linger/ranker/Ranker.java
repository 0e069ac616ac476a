package dev.linger.ranker;

import dev.linger.features.FeatureRows;

/** Gives feature rows the scores that lists are ordered by; immutable, so it may be used by several threads. */
public interface Ranker {
    /** A short name for tables, with what tells it from its siblings. */
    String name();

    /** Whether scores are predictions of watch_ratio, and so have an error, or only an order. */
    boolean predictsWatchRatio();

    /**
     * Scores every row; the higher, the better.
     *
     * @param rows the rows of one or more lists: rows of one list are consecutive and have the same user
     * @param scores where the score of each row is written, never NaN; as long as there are rows
     */
    void score(FeatureRows rows, double[] scores);
}
