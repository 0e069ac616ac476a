package dev.linger.candidates.als;

/**
 * Who solves the rows of half an iteration: threads of this process, or machines elsewhere that have a {@link RowBlock} each.
 * Both give the same to the bit.
 */
public interface HalfSweeps {
    /** What a row is. */
    enum Side {
        USER,
        ITEM;

        /** As an error names it. */
        String label() {
            return this == USER ? "user" : "item";
        }
    }

    /** How many observed pairs each row of a side has. */
    int[] pairCounts(Side side);

    /**
     * Solves all rows of a side with the other side fixed.
     *
     * @param fixed factors of the other side
     * @param gram of these, full and row-major d x d
     * @param rows of this side: those before, then the solutions
     * @throws dev.linger.data.InputException if a row has no unique solution
     */
    Sums solve(Side side, FactorMatrix fixed, double[] gram, FactorMatrix rows);

    /**
     * What is summed over the rows solved, each sum of a fixed number of rows, in their order: whoever adds them so gets the
     * same to the bit, wherever they were made.
     *
     * @param losses what rows have in the loss of the package's doc, but for the penalty of the fixed side
     * @param grams sums of the products of the rows' factors, upper triangles of d x d
     */
    record Sums(double[] losses, double[][] grams) {}
}
