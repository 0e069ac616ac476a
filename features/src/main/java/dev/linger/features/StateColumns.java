package dev.linger.features;

import java.io.IOException;

/**
 * What a group has counted, column by column in an order that does not change. The same calls write the columns of a group
 * and fill those of a new one with what was written, so each group lists them once. A column that was written with another
 * length is an {@link IllegalArgumentException}.
 */
public interface StateColumns {
    /**
     * Of how many users there are columns: as many as a group has when it is written. A group that is read may have room for more
     * than were written; they come after these and stay as they are, and so do their cells in columns that list users in order.
     */
    int users(int own);

    void ints(int[] column) throws IOException;

    void longs(long[] column) throws IOException;

    void floats(float[] column) throws IOException;

    void doubles(double[] column) throws IOException;

    /** A single number: what was given when it is written, what was written when it is read. */
    long number(long value) throws IOException;

    /** The same of a number with a fraction. */
    double number(double value) throws IOException;

    /** A column of any length: the one given when it is written, another one when it is read. */
    int[] anyLength(int[] column) throws IOException;
}
