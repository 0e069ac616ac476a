package dev.linger.candidates.ease;

import dev.linger.data.Progress;
import dev.linger.data.Workers;
import java.util.Arrays;

/**
 * The inverse of a symmetric matrix from its Cholesky factor, A = L L', by blocks of columns: {@code L Y = I}, then
 * {@code L' X = Y}.
 *
 * <p>A block's right-hand sides are stored side by side, one array a row, so the inner loops run over them without a dependence
 * between steps and with one index, and each cell of L is read once a block. Column j of Y is 0 above j, and of X only the rows from j on are solved, the
 * others following by symmetry: m^3 / 3 multiplications in all. Each block writes its own columns and rows.
 */
final class CholeskyInverse {
    private static final int COLUMNS_PER_BLOCK = 64;

    private CholeskyInverse() {}

    /**
     * The inverse, full and symmetric, row-major m x m.
     *
     * @param lower L in the lower triangle, row-major m x m; above it anything
     * @param size m
     * @param task where the columns done are reported
     */
    static float[] of(double[] lower, int size, Workers workers, Progress.Task task) {
        float[] inverse = new float[Math.multiplyExact(size, size)];
        workers.forBlocks(size, COLUMNS_PER_BLOCK, () -> new double[size][COLUMNS_PER_BLOCK], (x, block, from, to) -> {
            forward(lower, size, from, to, x);
            backward(lower, size, from, x);
            copy(x, size, from, to, inverse);
            task.advance(to - from);
        });
        return inverse;
    }

    /** Row i of x: y_i = (e_i - sum over k < i of L_ik y_k) / L_ii, for the columns from..to-1 of the identity. */
    private static void forward(double[] lower, int size, int from, int to, double[][] x) {
        for (int i = from; i < size; i++) {
            Arrays.fill(x[i], 0);
            if (i < to) {
                x[i][i - from] = 1;
            }
            int row = i * size;
            int k = from;
            for (; k + 3 < i; k += 4) {
                add(-lower[row + k], x[k], -lower[row + k + 1], x[k + 1], x[i]);
                add(-lower[row + k + 2], x[k + 2], -lower[row + k + 3], x[k + 3], x[i]);
            }
            for (; k < i; k++) {
                add(-lower[row + k], x[k], x[i]);
            }
            scale(x[i], 1 / lower[row + i]);
        }
    }

    /** Row i of x: x_i = (y_i - sum over k > i of L_ki x_k) / L_ii, down to row {@code from}; the terms of two rows at a time. */
    private static void backward(double[] lower, int size, int from, double[][] x) {
        int i = size - 1;
        for (; i > from; i -= 2) {
            int row = i * size;
            int next = row - size;
            scale(x[i], 1 / lower[row + i]);
            add(-lower[row + i - 1], x[i], x[i - 1]);
            scale(x[i - 1], 1 / lower[next + i - 1]);
            for (int k = from; k < i - 1; k++) {
                add(-lower[row + k], x[i], -lower[next + k], x[i - 1], x[k]);
            }
        }
        if (i == from) {
            scale(x[i], 1 / lower[i * size + i]);
        }
    }

    /** target += scale * source. */
    private static void add(double scale, double[] source, double[] target) {
        for (int column = 0; column < COLUMNS_PER_BLOCK; column++) {
            target[column] += scale * source[column];
        }
    }

    /** The same of two sources, one after the other. */
    private static void add(double scale0, double[] source0, double scale1, double[] source1, double[] target) {
        for (int column = 0; column < COLUMNS_PER_BLOCK; column++) {
            target[column] = (target[column] + scale0 * source0[column]) + scale1 * source1[column];
        }
    }

    private static void scale(double[] x, double scale) {
        for (int column = 0; column < COLUMNS_PER_BLOCK; column++) {
            x[column] *= scale;
        }
    }

    /** Rows from each column's own downwards, and their mirror. */
    private static void copy(double[][] x, int size, int from, int to, float[] inverse) {
        for (int column = from; column < to; column++) {
            for (int i = column; i < size; i++) {
                float value = (float) x[i][column - from];
                inverse[i * size + column] = value;
                inverse[column * size + i] = value;
            }
        }
    }
}
