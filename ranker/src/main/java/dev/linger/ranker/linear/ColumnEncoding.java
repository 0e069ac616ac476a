package dev.linger.ranker.linear;

/** One column as terms of a linear model, of which a cell sets at most one. */
sealed interface ColumnEncoding permits NumberEncoding, LevelEncoding {
    /** A cell that sets no term. */
    int NO_TERM = -1;

    /** How many terms the column has. */
    int termCount();

    /** The term that a cell sets, or {@link #NO_TERM}. */
    int term(float cell);

    /** What a cell sets its term to. */
    double value(float cell);
}
