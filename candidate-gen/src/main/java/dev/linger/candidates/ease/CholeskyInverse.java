package dev.linger.candidates.ease;

import dev.linger.data.Progress;
import dev.linger.data.Workers;
import java.util.Arrays;

/**
 * The inverse of a symmetric matrix from its Cholesky factor, A = L L', by blocks of columns: {@code L Y = I}, then
 * {@code L' X = Y}.
 *
 * <p>A block's right-hand sides are stored side by side, so the inner loops run over them without a dependence between steps
 * and each cell of L is read once a block. Column j of Y is 0 above j, and of X only the rows from j on are solved, the
 * others following by symmetry: m^3 / 3 multiplications in all. Each block writes its own columns and rows.
 */
final class CholeskyInverse {
    private static final int COLUMNS_PER_BLOCK = 32;

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
        workers.forBlocks(size, COLUMNS_PER_BLOCK, () -> new double[size * COLUMNS_PER_BLOCK], (x, block, from, to) -> {
            forward(lower, size, from, to, x);
            backward(lower, size, from, x);
            copy(x, size, from, to, inverse);
            task.advance(to - from);
        });
        return inverse;
    }

    /** Row i of x: y_i = (e_i - sum over k < i of L_ik y_k) / L_ii, for the columns from..to-1 of the identity. */
    private static void forward(double[] lower, int size, int from, int to, double[] x) {
        Arrays.fill(x, from * COLUMNS_PER_BLOCK, x.length, 0);
        for (int column = from; column < to; column++) {
            x[column * COLUMNS_PER_BLOCK + column - from] = 1;
        }
        for (int i = from; i < size; i++) {
            int at = i * COLUMNS_PER_BLOCK;
            for (int k = from; k < i; k++) {
                addScaled(x, k * COLUMNS_PER_BLOCK, -lower[i * size + k], at);
            }
            scale(x, at, 1 / lower[i * size + i]);
        }
    }

    /** Row i of x: x_i = (y_i - sum over k > i of L_ki x_k) / L_ii, down to row {@code from}. */
    private static void backward(double[] lower, int size, int from, double[] x) {
        for (int i = size - 1; i >= from; i--) {
            int at = i * COLUMNS_PER_BLOCK;
            scale(x, at, 1 / lower[i * size + i]);
            for (int k = from; k < i; k++) {
                addScaled(x, at, -lower[i * size + k], k * COLUMNS_PER_BLOCK);
            }
        }
    }

    private static void addScaled(double[] x, int source, double scale, int target) {
        for (int column = 0; column < COLUMNS_PER_BLOCK; column++) {
            x[target + column] += scale * x[source + column];
        }
    }

    private static void scale(double[] x, int at, double scale) {
        for (int column = 0; column < COLUMNS_PER_BLOCK; column++) {
            x[at + column] *= scale;
        }
    }

    /** Rows from each column's own downwards, and their mirror. */
    private static void copy(double[] x, int size, int from, int to, float[] inverse) {
        for (int column = from; column < to; column++) {
            for (int i = column; i < size; i++) {
                float value = (float) x[i * COLUMNS_PER_BLOCK + column - from];
                inverse[i * size + column] = value;
                inverse[column * size + i] = value;
            }
        }
    }
}
