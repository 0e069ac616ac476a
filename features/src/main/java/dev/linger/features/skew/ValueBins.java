package dev.linger.features.skew;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Bins of the values of one column, made of the values it was learned with; the last bin is for what is missing.
 *
 * @param ofLevels whether each bound is a level with a bin of its own, with one bin for all other levels; else bounds are
 *     the upper ends of bins of numbers, each within its bin, and the bin after them is open
 * @param bounds ascending and distinct
 */
public record ValueBins(boolean ofLevels, float[] bounds) {
    private static final int QUANTILES = 10;
    private static final int LEVELS = 20;

    public ValueBins {
        if (bounds.length > LEVELS) {
            throw new IllegalArgumentException("there must be at most " + LEVELS + " bounds but are " + bounds.length);
        }
        for (int at = 0; at < bounds.length; at++) {
            if (Float.isNaN(bounds[at]) || (at > 0 && !(bounds[at] > bounds[at - 1]))) {
                throw new IllegalArgumentException("bounds must be ascending but are " + Arrays.toString(bounds));
            }
        }
    }

    /**
     * Bins of numbers, at most ten: upper ends are the nearest-rank deciles of the known values, equal ones merged. A value
     * that is several deciles at once gets a bin of its own, so that what is rarer than a tenth below it is seen too.
     */
    public static ValueBins ofNumbers(float[] values) {
        float[] known = known(values);
        Arrays.sort(known);
        float[] bounds = new float[QUANTILES];
        int count = 0;
        for (int quantile = 1; quantile < QUANTILES && known.length > 0; quantile++) {
            float bound = known[rank(quantile, known.length)];
            boolean first = count == 0 || bound > bounds[count - 1];
            boolean repeats = quantile + 1 < QUANTILES && known[rank(quantile + 1, known.length)] == bound;
            float below = Math.nextDown(bound);
            if (first && repeats && below < bound && (count == 0 || below > bounds[count - 1])) {
                bounds[count++] = below;
            }
            if (first) {
                bounds[count++] = bound;
            }
        }
        return new ValueBins(false, Arrays.copyOf(bounds, count));
    }

    /** Bins of category codes: the 20 most frequent levels, of equally frequent ones the lower codes, and the rest. */
    public static ValueBins ofLevels(float[] values) {
        float[] known = known(values);
        Arrays.sort(known);
        List<Level> levels = new ArrayList<>();
        int end;
        for (int from = 0; from < known.length; from = end) {
            end = from + 1;
            while (end < known.length && known[end] == known[from]) {
                end++;
            }
            levels.add(new Level(known[from], end - from));
        }
        levels.sort(Comparator.comparingInt(Level::count).reversed().thenComparingDouble(Level::code));
        float[] bounds = new float[Math.min(LEVELS, levels.size())];
        for (int at = 0; at < bounds.length; at++) {
            bounds[at] = levels.get(at).code();
        }
        Arrays.sort(bounds);
        return new ValueBins(true, bounds);
    }

    private record Level(float code, int count) {}

    /** The number of bins, that of missing values among them. */
    public int count() {
        return bounds.length + 2;
    }

    /** The bin of a value, from 0. */
    public int of(float value) {
        if (Float.isNaN(value)) {
            return bounds.length + 1;
        }
        int at = Arrays.binarySearch(bounds, value + 0f); // -0 is 0
        if (at >= 0) {
            return at;
        }
        return ofLevels ? bounds.length : -at - 1;
    }

    /** How many of the values are in each bin. */
    public int[] counts(float[] values) {
        int[] counts = new int[count()];
        for (float value : values) {
            counts[of(value)]++;
        }
        return counts;
    }

    /** Position of the ceil(quantile n / 10)-th smallest of n values. */
    private static int rank(int quantile, int n) {
        return (int) (((long) quantile * n + QUANTILES - 1) / QUANTILES) - 1;
    }

    private static float[] known(float[] values) {
        float[] known = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                known[count++] = value + 0f;
            }
        }
        return Arrays.copyOf(known, count);
    }
}
