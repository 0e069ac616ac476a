package dev.linger.pipeline.evaluation;

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

    /** The index of a column by bins made of {@code learned}; NaN where either side has no rows. */
    public static double of(ValueBins bins, float[] learned, float[] scored) {
        if (learned.length == 0 || scored.length == 0) {
            return Double.NaN;
        }
        double[] p = shares(bins, learned);
        double[] q = shares(bins, scored);
        double sum = 0;
        for (int bin = 0; bin < p.length; bin++) {
            sum += (p[bin] - q[bin]) * StrictMath.log(p[bin] / q[bin]);
        }
        return sum;
    }

    private static double[] shares(ValueBins bins, float[] values) {
        int[] counts = new int[bins.count()];
        for (float value : values) {
            counts[bins.of(value)]++;
        }
        double[] shares = new double[counts.length];
        for (int bin = 0; bin < shares.length; bin++) {
            shares[bin] = Math.max((double) counts[bin] / values.length, MIN_SHARE);
        }
        return shares;
    }
}
