package dev.linger.data.duration;

import dev.linger.data.InteractionLog;

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
    private final DurationBuckets buckets;
    private final double[][] sortedRatios;

    private WatchQuantiles(DurationBuckets buckets, double[][] sortedRatios) {
        this.buckets = buckets;
        this.sortedRatios = sortedRatios;
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

    public DurationBuckets buckets() {
        return buckets;
    }

    /** The quantile of a play, in 0..1. */
    public double of(double durationMillis, double watchRatio) {
        double[] ratios = sortedRatios[buckets.of(durationMillis)];
        return ratios.length == 0
                ? 0.5
                : (below(ratios, watchRatio) + below(ratios, Math.nextUp(watchRatio))) / (2.0 * ratios.length);
    }

    /** The number of ratios below a bound. */
    private static int below(double[] ratios, double bound) {
        int low = 0;
        int high = ratios.length;
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
