package dev.linger.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * Repeats of one measurement; at least one.
 *
 * @param values in the order they were measured
 */
public record Spread(List<Double> values) {
    public Spread {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there must be a repeat at least");
        }
    }

    public double min() {
        return sorted()[0];
    }

    /** The middle one; the mean of the two middle ones of an even number. */
    public double median() {
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public double max() {
        double[] sorted = sorted();
        return sorted[sorted.length - 1];
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
