package dev.linger.pipeline.evaluation;

/**
 * Student's t for two-sided intervals of 95 %: from a table for few degrees of freedom, else by the expansion of Cornish and Fisher
 * around the normal quantile z,
 *
 * <pre>z + (z^3 + z) / (4 n) + (5 z^5 + 16 z^3 + 3 z) / (96 n^2)</pre>
 *
 * right to .001 from 19 degrees of freedom n on (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5).
 */
public final class StudentT {
    /** For 1, 2, ... degrees of freedom. */
    private static final double[] FEW = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101
    };

    private static final double Z = 1.959963984540054;

    private StudentT() {}

    /**
     * How many standard errors lie on either side of a mean.
     *
     * @param degrees of freedom, at least 1
     */
    public static double of95(int degrees) {
        if (degrees <= FEW.length) {
            return FEW[degrees - 1];
        }
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        return Z + (z3 + Z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * Z) / (96.0 * degrees * degrees);
    }
}
