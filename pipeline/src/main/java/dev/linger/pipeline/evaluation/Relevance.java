package dev.linger.pipeline.evaluation;

import java.util.Arrays;

/**
 * A fitted relevance rule: one threshold of the watch ratio for each bucket of durations.
 *
 * @param rule the rule's name, as the tables print it
 * @param bucketStartMillis shortest duration of each bucket, strictly rising, the first 0
 * @param thresholds watch ratio above which a play in the bucket is relevant
 * @param inclusive whether a ratio equal to the threshold is relevant
 */
public record Relevance(String rule, int[] bucketStartMillis, double[] thresholds, boolean inclusive) {
    public Relevance {
        if (bucketStartMillis.length != thresholds.length || thresholds.length == 0 || bucketStartMillis[0] != 0) {
            throw new IllegalArgumentException("buckets starting at " + Arrays.toString(bucketStartMillis)
                    + " ms do not fit the thresholds " + Arrays.toString(thresholds));
        }
    }

    /**
     * Whether a play is relevant.
     *
     * @param durationMillis length of the video, >= 0; not looked at where {@link #readsDuration} is false
     * @param ratio watch ratio of the play, not NaN
     */
    public boolean isRelevant(double durationMillis, double ratio) {
        double threshold = readsDuration() ? thresholds[bucketOf(bucketStartMillis, durationMillis)] : thresholds[0];
        return inclusive ? ratio >= threshold : ratio > threshold;
    }

    /** Whether the answer depends on the duration. */
    public boolean readsDuration() {
        return thresholds.length > 1;
    }

    /** The last bucket that starts at or below the duration. */
    static int bucketOf(int[] starts, double durationMillis) {
        if (!(durationMillis >= 0)) {
            throw new IllegalArgumentException("duration must be >= 0 ms but was " + durationMillis);
        }
        int low = 0;
        int high = starts.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= durationMillis) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
