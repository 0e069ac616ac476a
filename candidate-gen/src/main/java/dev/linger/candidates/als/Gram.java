package dev.linger.candidates.als;

import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Gram matrices: {@code Y'Y = sum over rows of y y'}, full and symmetric, row-major d x d. */
final class Gram {
    static final int ROWS_PER_BLOCK = 512;

    private Gram() {}

    /** How many sums there are of so many rows. */
    static long blocks(long rows) {
        return (rows + ROWS_PER_BLOCK - 1) / ROWS_PER_BLOCK;
    }

    /** Y'Y; blocks are added in their order, so the threads do not show in the sum. */
    static double[] of(FactorMatrix factors, Workers workers) {
        return total(sums(factors, workers), factors.factorCount());
    }

    /** The same of some rows alone. */
    static double[] of(FactorMatrix factors, int[] rows, Workers workers) {
        return total(sums(factors, rows.length, at -> rows[at], workers), factors.factorCount());
    }

    /** The upper triangles of the sums over blocks of rows. */
    static double[][] sums(FactorMatrix factors, Workers workers) {
        return sums(factors, factors.rowCount(), at -> at, workers);
    }

    private static double[][] sums(FactorMatrix factors, int count, IntUnaryOperator rowAt, Workers workers) {
        int d = factors.factorCount();
        double[][] sums = new double[Workers.blockCount(count, ROWS_PER_BLOCK)][d * d];
        double[] ones = new double[ROWS_PER_BLOCK];
        Arrays.fill(ones, 1);
        workers.forBlocks(count, ROWS_PER_BLOCK, () -> new double[ROWS_PER_BLOCK * d], (rows, block, from, to) -> {
            for (int at = from; at < to; at++) {
                factors.read(rowAt.applyAsInt(at), rows, (at - from) * d);
            }
            OuterProducts.addToUpper(rows, ones, 0, to - from, d, sums[block]);
        });
        return sums;
    }

    /** The whole of upper triangles, which are added in their order. */
    static double[] total(double[][] sums, int d) {
        double[] gram = new double[d * d];
        for (double[] sum : sums) {
            for (int at = 0; at < gram.length; at++) {
                gram[at] += sum[at];
            }
        }
        OuterProducts.mirrorUpper(gram, d);
        return gram;
    }
}
