package dev.linger.candidates;

import dev.linger.data.columns.ColumnReader;
import java.io.IOException;

/**
 * Columns of a fitted source, read with their size and values checked. A violation is an {@link IllegalArgumentException},
 * which {@link dev.linger.data.store.ModelReader#columns} reports with the file.
 */
public final class StrictColumns {
    private StrictColumns() {}

    /** The next number, which must be this count of {@code what}. */
    public static void count(ColumnReader in, String what, int expected) throws IOException {
        int count = in.number();
        if (count != expected) {
            throw new IllegalArgumentException("it is of " + count + " " + what + ", not of " + expected);
        }
    }

    /** The next column: so many finite doubles. */
    public static double[] finiteDoubles(ColumnReader in, int size) throws IOException {
        double[] values = in.doubles();
        checkSize("doubles", values.length, size);
        for (double value : values) {
            checkFinite(value);
        }
        return values;
    }

    /** The next column: so many scores, finite or {@link Double#NEGATIVE_INFINITY} for an item that is not known. */
    public static double[] scores(ColumnReader in, int size) throws IOException {
        double[] values = in.doubles();
        checkSize("scores", values.length, size);
        for (double value : values) {
            if (value != Double.NEGATIVE_INFINITY) {
                checkFinite(value);
            }
        }
        return values;
    }

    /** The next column: so many finite floats. */
    public static float[] finiteFloats(ColumnReader in, long size) throws IOException {
        float[] values = in.floats();
        checkSize("floats", values.length, size);
        for (float value : values) {
            checkFinite(value);
        }
        return values;
    }

    /** The next column: distinct indices in {@code 0..bound-1}, ascending. */
    public static int[] ascending(ColumnReader in, int bound) throws IOException {
        int[] values = in.ints();
        checkAscending(values, 0, values.length, bound);
        return values;
    }

    static void checkAscending(int[] values, int from, int to, int bound) {
        int before = -1;
        for (int at = from; at < to; at++) {
            if (values[at] <= before || values[at] >= bound) {
                throw new IllegalArgumentException("indices must ascend in 0.." + (bound - 1) + " but " + values[at]
                        + " follows " + (at == from ? "nothing" : before));
            }
            before = values[at];
        }
    }

    static void checkSize(String what, int size, long expected) {
        if (size != expected) {
            throw new IllegalArgumentException("a column must have " + expected + " " + what + " but has " + size);
        }
    }

    private static void checkFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("values must be finite but one is " + value);
        }
    }
}
