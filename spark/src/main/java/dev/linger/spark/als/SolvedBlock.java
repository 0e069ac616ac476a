package dev.linger.spark.als;

import java.io.Serializable;

/**
 * What comes back of a block of rows that was solved.
 *
 * @param block which it is
 * @param factors of its rows, row-major
 * @param losses as {@link dev.linger.candidates.als.HalfSweeps.Sums} has them
 * @param grams likewise
 * @param mistake the message where a row has no solution, else empty
 */
record SolvedBlock(int block, float[] factors, double[] losses, double[][] grams, String mistake)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** One that has no solution. */
    static SolvedBlock refused(int block, String mistake) {
        return new SolvedBlock(block, new float[0], new double[0], new double[0][], mistake);
    }
}
