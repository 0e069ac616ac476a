package dev.linger.pipeline.simulate;

import java.util.Arrays;

/**
 * The mean of one number a seed, and where the mean over all seeds is likely to lie: {@code mean +- t s / sqrt(n)} with Student's t
 * for 95 % and n - 1 degrees of freedom. NaN bounds for one seed.
 */
record SeedInterval(double mean, double low, double high) {
    /** For 1, 2, ... degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093
    };

    /** How many seeds there may be at most. */
    static final int MOST = T.length + 1;

    static SeedInterval of(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (n < 2) {
            return new SeedInterval(mean, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double half = T[n - 2] * Math.sqrt(squares / (n - 1) / n);
        return new SeedInterval(mean, mean - half, mean + half);
    }
}
