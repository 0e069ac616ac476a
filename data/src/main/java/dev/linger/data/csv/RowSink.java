package dev.linger.data.csv;

/** Takes the rows of a file as they are read, the header first. */
public interface RowSink {
    /**
     * A field of the row in hand. A row may be begun again from its first field.
     *
     * @param field its position, from 0
     */
    void field(int field, char[] buffer, int offset, int length);

    /**
     * The end of the row.
     *
     * @param line the line on which it begins, from 1
     * @param fields how many it has
     */
    void row(long line, int fields);
}
