package dev.linger.neural.net;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A learned vector for each of some things, such as videos or the levels of a category: row-major. */
public final class EmbeddingTable {
    /** Vectors start uniform in (-START, START). */
    private static final double START = 0.05;

    private final int rows;
    private final int width;
    private final float[] values;

    EmbeddingTable(int rows, int width) {
        this.rows = rows;
        this.width = width;
        this.values = new float[Math.multiplyExact(rows, width)];
    }

    void start(SplittableRandom random) {
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) ((2 * random.nextDouble() - 1) * START);
        }
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return width;
    }

    float[] values() {
        return values;
    }

    /** {@code to[at..] += weight * row}. */
    void addTo(int row, float weight, float[] to, int at) {
        int from = row * width;
        for (int x = 0; x < width; x++) {
            to[at + x] = Math.fma(weight, values[from + x], to[at + x]);
        }
    }

    /** Sets a row to zeros, as that of a thing that no example had. */
    public void clear(int row) {
        Arrays.fill(values, row * width, (row + 1) * width, 0);
    }
}
