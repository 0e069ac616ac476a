package dev.linger.features.skew;

import java.util.Arrays;

/**
 * How far the distribution of a column has moved between the rows learned from and the rows scored:
 *
 * <pre>
 * PSI = sum over bins i of (p_i - q_i) ln(p_i / q_i)
 * </pre>
 *
 * with p_i the share of the rows learned from in bin i and q_i that of the rows scored, each at least {@link #MIN_SHARE}. 0
 * where both are alike, never negative; usually read as stable below {@link #STABLE} and as shifted above {@link #SHIFTED}.
 *
 * <p>Source: Siddiqi, Credit Risk Scorecards, 2006, chapter 9.
 */
public final class PopulationStability {
    /** Smaller shares count as this one, since the logarithm knows no 0; an empty bin against a full one is worth 9.2. */
    public static final double MIN_SHARE = 1e-4;

    /** Below this a column is usually called stable. */
    public static final double STABLE = 0.1;

    /** Above this a column is usually called shifted. */
    public static final double SHIFTED = 0.25;

    private PopulationStability() {}

    /**
     * The index of a column; NaN where either side has no rows.
     *
     * @param learned how many of the rows learned from are in each bin
     * @param scored how many of the rows scored are in it
     */
    public static double of(int[] learned, int[] scored) {
        double rowsLearned = Arrays.stream(learned).sum();
        double rowsScored = Arrays.stream(scored).sum();
        if (rowsLearned == 0 || rowsScored == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int bin = 0; bin < learned.length; bin++) {
            double p = Math.max(learned[bin] / rowsLearned, MIN_SHARE);
            double q = Math.max(scored[bin] / rowsScored, MIN_SHARE);
            sum += (p - q) * StrictMath.log(p / q);
        }
        return sum;
    }
}
