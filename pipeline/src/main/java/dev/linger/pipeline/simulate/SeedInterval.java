package dev.linger.pipeline.simulate;

import dev.linger.pipeline.evaluation.StudentT;
import java.util.Arrays;

/**
 * The mean of one number a seed, and where the mean over all seeds is likely to lie: {@code mean +- t s / sqrt(n)} with Student's t
 * for 95 % and n - 1 degrees of freedom. NaN bounds for one seed.
 */
record SeedInterval(double mean, double low, double high) {
    /** How many seeds there may be at most. */
    static final int MOST = 20;

    static SeedInterval of(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (n < 2) {
            return new SeedInterval(mean, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double half = StudentT.of95(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new SeedInterval(mean, mean - half, mean + half);
    }
}
