package dev.linger.features.replay;

import dev.linger.data.columns.ColumnReader;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * Fills the columns of a new group with those that {@link WrittenState} wrote.
 *
 * @param users how many users were written, where the group may have room for more
 */
record ReadState(ColumnReader in, OptionalInt users) implements StateColumns {
    @Override
    public int users(int own) {
        return users.orElse(own);
    }

    @Override
    public void ints(int[] column) throws IOException {
        int[] read = in.ints();
        System.arraycopy(read, 0, column, 0, same(column.length, read.length));
    }

    @Override
    public void longs(long[] column) throws IOException {
        long[] read = in.longs();
        System.arraycopy(read, 0, column, 0, same(column.length, read.length));
    }

    @Override
    public void floats(float[] column) throws IOException {
        float[] read = in.floats();
        System.arraycopy(read, 0, column, 0, same(column.length, read.length));
    }

    @Override
    public void doubles(double[] column) throws IOException {
        double[] read = in.doubles();
        System.arraycopy(read, 0, column, 0, same(column.length, read.length));
    }

    private int same(int expected, int read) {
        if (read > expected || (read < expected && users.isEmpty())) {
            throw new IllegalArgumentException("a column has " + read + " cells, not " + expected);
        }
        return read;
    }

    @Override
    public long number(long value) throws IOException {
        return in.number64();
    }

    @Override
    public double number(double value) throws IOException {
        return in.real();
    }

    @Override
    public int[] anyLength(int[] column) throws IOException {
        return in.ints();
    }
}
