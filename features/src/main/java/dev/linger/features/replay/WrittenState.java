package dev.linger.features.replay;

import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.StateColumns;
import java.io.IOException;

/** Writes the columns of a group. */
record WrittenState(ColumnWriter out) implements StateColumns {
    @Override
    public int users(int own) {
        return own;
    }

    @Override
    public void ints(int[] column) throws IOException {
        out.ints(column);
    }

    @Override
    public void longs(long[] column) throws IOException {
        out.longs(column);
    }

    @Override
    public void floats(float[] column) throws IOException {
        out.floats(column);
    }

    @Override
    public void doubles(double[] column) throws IOException {
        out.doubles(column);
    }

    @Override
    public long number(long value) throws IOException {
        out.number(value);
        return value;
    }

    @Override
    public double number(double value) throws IOException {
        out.number(value);
        return value;
    }

    @Override
    public int[] anyLength(int[] column) throws IOException {
        out.ints(column);
        return column;
    }
}
