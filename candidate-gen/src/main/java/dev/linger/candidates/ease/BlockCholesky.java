package dev.linger.candidates.ease;

import dev.linger.data.Workers;

/**
 * The Cholesky factor of a symmetric positive definite matrix, A = L L', by panels of columns: a panel's diagonal block, then
 * its rows below, then what it takes from the rest, the last two in all threads.
 *
 * <p>Each cell is {@code l_ij = (a_ij - sum over k < j of l_ik l_jk) / l_jj}, the terms taken away one by one with rising k,
 * whatever the threads. In a diagonal block the division is a product with {@code 1 / l_jj}; so the factor is to the last bit
 * that of EJML's {@code CholeskyDecompositionBlock_DDRM} with blocks of the same width, which runs on one thread.
 */
final class BlockCholesky {
    static final int WIDTH = 60;

    private static final int ROWS_PER_BLOCK = 32;
    private static final int COLUMNS_AT_ONCE = 256;

    private final double[] cells;
    private final int size;
    private final Workers workers;

    /** The panel's columns below its diagonal block: l_ik at {@code [k][i]}. */
    private final double[][] below;

    /** The diagonal block, one column after the other: l_jk at {@code k * WIDTH + j}. */
    private final double[] diagonal = new double[WIDTH * WIDTH];

    private BlockCholesky(double[] cells, int size, Workers workers) {
        this.cells = cells;
        this.size = size;
        this.workers = workers;
        this.below = new double[WIDTH][size];
    }

    /**
     * Puts L in the place of the lower triangle.
     *
     * @param cells A, row-major m x m; what is above the diagonal is neither read nor written
     * @param size m
     * @return false where A is not positive definite
     */
    static boolean decompose(double[] cells, int size, Workers workers) {
        BlockCholesky cholesky = new BlockCholesky(cells, size, workers);
        for (int first = 0; first < size; first += WIDTH) {
            if (!cholesky.panel(first, Math.min(first + WIDTH, size))) {
                return false;
            }
        }
        return true;
    }

    private boolean panel(int first, int end) {
        for (int j = first; j < end; j++) {
            if (!column(first, j, end)) {
                return false;
            }
        }
        workers.forBlocks(size - end, ROWS_PER_BLOCK, (from, to) -> {
            for (int i = end + from; i < end + to; i++) {
                solveRow(first, i);
            }
        });
        workers.forBlocks(size - end, ROWS_PER_BLOCK, () -> new double[size], (room, block, from, to) -> {
            for (int tile = end; tile < end + to; tile += COLUMNS_AT_ONCE) {
                for (int i = Math.max(end + from, tile); i < end + to; i++) {
                    takeFromRow(first, i, tile, Math.min(tile + COLUMNS_AT_ONCE, i + 1), room);
                }
            }
        });
        return true;
    }

    /** Column j of the diagonal block. */
    private boolean column(int first, int j, int end) {
        double scale = 0;
        for (int i = j; i < end; i++) {
            double rest = cells[i * size + j];
            for (int k = first; k < j; k++) {
                rest -= cells[j * size + k] * cells[i * size + k];
            }
            if (i == j) {
                if (rest <= 0) {
                    return false;
                }
                rest = Math.sqrt(rest);
                scale = 1 / rest;
            } else {
                rest *= scale;
            }
            cells[i * size + j] = rest;
            diagonal[(j - first) * WIDTH + i - first] = rest;
        }
        return true;
    }

    /** Row i of the panel: each cell that is solved is taken from those after it. */
    private void solveRow(int first, int i) {
        int row = i * size + first;
        for (int k = 0; k < WIDTH; k++) {
            double solved = cells[row + k] / diagonal[k * WIDTH + k];
            cells[row + k] = solved;
            below[k][i] = solved;
            for (int j = k + 1; j < WIDTH; j++) {
                cells[row + j] -= diagonal[k * WIDTH + j] * solved;
            }
        }
    }

    /** Takes what the panel's columns add up to from the cells from..to-1 of row i, two columns at a time. */
    private void takeFromRow(int first, int i, int from, int to, double[] room) {
        int row = i * size;
        System.arraycopy(cells, row + from, room, from, to - from);
        for (int k = 0; k < WIDTH; k += 4) {
            int at = row + first + k;
            take(cells[at], below[k], cells[at + 1], below[k + 1], from, to, room);
            take(cells[at + 2], below[k + 2], cells[at + 3], below[k + 3], from, to, room);
        }
        System.arraycopy(room, from, cells, row + from, to - from);
    }

    /** All arrays with the same index, so that several cells are one instruction. */
    private static void take(
            double l0, double[] column0, double l1, double[] column1, int from, int to, double[] room) {
        for (int j = from; j < to; j++) {
            room[j] = (room[j] - l0 * column0[j]) - l1 * column1[j];
        }
    }
}
