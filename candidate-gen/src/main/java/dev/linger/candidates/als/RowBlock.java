package dev.linger.candidates.als;

import dev.linger.candidates.NearBlock;
import dev.linger.candidates.SparseRows;
import dev.linger.data.Workers;

/**
 * Consecutive rows of one side, which are solved where they are.
 *
 * @param first which row of all the block begins with, a multiple of {@link #MULTIPLE}
 * @param pairs the observed pairs of its rows
 * @param withheld of each of its rows, the columns that it withholds
 */
public record RowBlock(HalfSweeps.Side side, int first, SparseRows pairs, NearBlock withheld) {
    /** Where blocks may begin: so the sums of several blocks, one after another, are those of all rows at once. */
    public static final int MULTIPLE = Gram.ROWS_PER_BLOCK;

    public RowBlock {
        if (first % MULTIPLE != 0) {
            throw new IllegalArgumentException("a block must begin at a multiple of " + MULTIPLE + " but was " + first);
        }
    }

    /**
     * Solves all rows.
     *
     * @param fixed factors of the other side
     * @param gram of these, full and row-major d x d
     * @param rows of the block: those before, then the solutions
     */
    public HalfSweeps.Sums solve(
            AlsConfig config, FactorMatrix fixed, double[] gram, FactorMatrix rows, Workers workers) {
        return solve(config, fixed, gram, rows, Kernels.chosen(), workers);
    }

    HalfSweeps.Sums solve(
            AlsConfig config, FactorMatrix fixed, double[] gram, FactorMatrix rows, Kernels kernels, Workers workers) {
        UnobservedTerm unobserved = new UnobservedTerm(config.unobservedWeight(), fixed, gram, withheld, workers);
        double[] losses = new HalfSweep(config, kernels, workers).run(this, fixed, unobserved, rows);
        return new HalfSweeps.Sums(losses, Gram.sums(rows, workers));
    }
}
