package dev.linger.data.csv;

/** Takes the rows of a file as they are read, without the header. */
public interface RowSink {
    /** Whether the cells of a column are looked at; in a column of which none is, control characters do no harm. */
    boolean reads(int field);

    /**
     * Whether a column holds what people wrote: its quoted cells may span lines, and control characters, and quotes within a
     * cell without quotes, are a part of its texts.
     */
    default boolean isProse(int field) {
        return false;
    }

    /**
     * A field of the row in hand. A row may be begun again from its first field, and be found broken behind any.
     *
     * @param field its position in the header, from 0
     */
    void field(int field, char[] buffer, int offset, int length);

    /**
     * The end of the row, all fields of which were given.
     *
     * @param line the line on which it begins, from 1
     */
    void row(long line);

    /** A line that is no row. */
    void broken(BrokenRow row);
}
