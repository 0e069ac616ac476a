package dev.linger.data.csv;

import org.jspecify.annotations.Nullable;

/**
 * Takes rows of which it looks at numbers alone. A row in which each of these is a number or empty may come as numbers, any
 * other comes as texts; rows come in the order of the file either way.
 */
public interface NumberSink extends RowSink {
    /** What the cells of a column are; null where none is looked at. */
    @Nullable
    CellKind kind(int field);

    @Override
    default boolean reads(int field) {
        return kind(field) != null;
    }

    /** No column holds prose. */
    @Override
    default boolean isProse(int field) {
        return false;
    }

    /**
     * A row as numbers.
     *
     * @param line the line on which it stands, from 1
     * @param values holds, from {@code begin} on, those of the columns that are looked at, in the order of the header; none
     *     is {@link CellText#BAD}
     * @return whether the row is taken; if not, it comes as texts at once
     */
    boolean row(long line, long[] values, int begin);
}
