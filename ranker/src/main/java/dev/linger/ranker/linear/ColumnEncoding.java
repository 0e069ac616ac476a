package dev.linger.ranker.linear;

import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;

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

    /** Writes it, but for the numbers of its terms, which follow from the columns before. */
    void writeTo(ColumnWriter out) throws IOException;
}
