package dev.linger.data.duration;

import dev.linger.data.InteractionLog;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * How a watch ratio compares with the plays of videos of about the same length:
 *
 * <pre>
 * quantile = (plays of the bucket with a lower ratio + half of those with the same) / plays of the bucket
 * </pre>
 *
 * <p>1/2 is an ordinary watch whatever the length. A bucket without plays knows nothing: its quantile is 1/2.
 */
public final class WatchQuantiles {
    /** Steps of a watch ratio in which the sorted ratios are entered, so that few of them are left to search. */
    private static final int STEPS = 4096;

    private static final double STEPS_PER_RATIO = 1024;

    private final DurationBuckets buckets;
    private final double[][] sortedRatios;
    private final int[][] firstOfStep;

    private WatchQuantiles(DurationBuckets buckets, double[][] sortedRatios) {
        this.buckets = buckets;
        this.sortedRatios = sortedRatios;
        this.firstOfStep =
                Arrays.stream(sortedRatios).map(WatchQuantiles::firstOfStep).toArray(int[][]::new);
    }

    /** Where each step begins among the ratios, and their end. */
    private static int[] firstOfStep(double[] ratios) {
        int[] first = new int[STEPS + 1];
        int step = 0;
        for (int at = 0; at < ratios.length; at++) {
            while (step < step(ratios[at])) {
                first[++step] = at;
            }
        }
        Arrays.fill(first, step + 1, first.length, ratios.length);
        return first;
    }

    /** Never falls as the ratio rises; the last step has no end. */
    private static int step(double watchRatio) {
        return Math.max(0, Math.min((int) (watchRatio * STEPS_PER_RATIO), STEPS - 1));
    }

    /**
     * Fitted to the plays given and to no others.
     *
     * @param plays at least one
     * @param bucketCount most buckets of durations, at least 1
     */
    public static WatchQuantiles fit(InteractionLog plays, int bucketCount) {
        DurationBuckets buckets = DurationBuckets.of(plays, bucketCount);
        return new WatchQuantiles(buckets, buckets.sortedRatios(plays));
    }

    /** Writes what {@link #read} reads. */
    public void write(ColumnWriter out) throws IOException {
        out.ints(buckets.startMillis());
        for (double[] ratios : sortedRatios) {
            out.doubles(ratios);
        }
    }

    /** What {@link #write} wrote. */
    public static WatchQuantiles read(ColumnReader in) throws IOException {
        DurationBuckets buckets = new DurationBuckets(in.ints());
        double[][] sortedRatios = new double[buckets.count()][];
        for (int bucket = 0; bucket < sortedRatios.length; bucket++) {
            sortedRatios[bucket] = in.doubles();
        }
        return new WatchQuantiles(buckets, sortedRatios);
    }

    public DurationBuckets buckets() {
        return buckets;
    }

    /** The quantile of a play, in 0..1. */
    public double of(double durationMillis, double watchRatio) {
        return ofPlace(durationMillis, place(durationMillis, watchRatio));
    }

    /** The quantile of a play of this place: half the place by the plays of the bucket. */
    public double ofPlace(double durationMillis, int place) {
        int plays = sortedRatios[buckets.of(durationMillis)].length;
        return plays == 0 ? 0.5 : place / (2.0 * plays);
    }

    /** The plays of the bucket with a lower ratio, twice, and those with the same. */
    public int place(double durationMillis, double watchRatio) {
        int bucket = buckets.of(durationMillis);
        double[] ratios = sortedRatios[bucket];
        int step = step(watchRatio);
        int first = firstOfStep[bucket][step];
        int end = firstOfStep[bucket][step + 1];
        int below = below(ratios, first, end, watchRatio);
        return below + below(ratios, below, end, Math.nextUp(watchRatio));
    }

    /** The number of ratios below a bound, given that it is {@code from..to}. */
    private static int below(double[] ratios, int from, int to, double bound) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ratios[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
