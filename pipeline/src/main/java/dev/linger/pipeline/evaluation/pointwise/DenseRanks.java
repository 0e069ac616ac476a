package dev.linger.pipeline.evaluation.pointwise;

import java.util.Arrays;

/** Numbers replaced by their place among the distinct numbers. */
final class DenseRanks {
    private DenseRanks() {}

    /** For each value how many distinct smaller ones there are; 0.0 and -0.0 are the same, NaN is refused. */
    static int[] of(double[] values) {
        double[] distinct = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            if (Double.isNaN(values[at])) {
                throw new IllegalArgumentException("value " + at + " is NaN");
            }
            distinct[at] = values[at] + 0.0; // turns -0.0 into 0.0
        }
        Arrays.sort(distinct);
        int count = 0;
        for (double value : distinct) {
            if (count == 0 || value != distinct[count - 1]) {
                distinct[count++] = value;
            }
        }
        int[] ranks = new int[values.length];
        for (int at = 0; at < values.length; at++) {
            ranks[at] = Arrays.binarySearch(distinct, 0, count, values[at] + 0.0);
        }
        return ranks;
    }
}
