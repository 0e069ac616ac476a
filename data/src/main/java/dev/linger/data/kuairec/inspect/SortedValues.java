package dev.linger.data.kuairec.inspect;

import java.util.Arrays;

/** Values in ascending order and what is told of them; every figure is NaN where there are none. */
record SortedValues(double[] values) {
    /** The values, of which the array is sorted. */
    static SortedValues sorting(double[] values) {
        Arrays.sort(values);
        return new SortedValues(values);
    }

    /** How often each distinct key stands in an array, which is sorted. */
    static int[] runs(long[] keys) {
        Arrays.sort(keys);
        int[] lengths = new int[keys.length];
        int count = 0;
        for (int at = 0; at < keys.length; at++) {
            if (at > 0 && keys[at] != keys[at - 1]) {
                count++;
            }
            lengths[count]++;
        }
        return Arrays.copyOf(lengths, keys.length == 0 ? 0 : count + 1);
    }

    static SortedValues of(int[] counts) {
        return sorting(Arrays.stream(counts).asDoubleStream().toArray());
    }

    int size() {
        return values.length;
    }

    /** Those up to a bound. */
    SortedValues upTo(double bound) {
        return new SortedValues(Arrays.copyOf(values, values.length - countAbove(bound)));
    }

    private int countAbove(double bound) {
        return values.length - first(Math.nextUp(bound));
    }

    /** Position of the first value at or above the bound. */
    private int first(double bound) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double shareAtLeast(double bound) {
        return (double) (values.length - first(bound)) / values.length;
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of the population: the root of the mean square difference from the mean. */
    double deviation() {
        double mean = mean();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** The value at rank ceil(p n), counted from 1. */
    double quantile(double p) {
        return values.length == 0 ? Double.NaN : values[Math.max(0, (int) Math.ceil(p * values.length) - 1)];
    }

    double min() {
        return quantile(0);
    }

    double max() {
        return quantile(1);
    }
}
