package dev.linger.pipeline.evaluation;

import dev.linger.data.duration.DurationBuckets;
import java.util.Arrays;

/**
 * A fitted relevance rule: one threshold of the watch ratio for each bucket of durations.
 *
 * @param rule the rule's name, as the tables print it
 * @param buckets the buckets of durations
 * @param thresholds watch ratio above which a play in the bucket is relevant
 * @param inclusive whether a ratio equal to the threshold is relevant
 */
public record Relevance(String rule, DurationBuckets buckets, double[] thresholds, boolean inclusive) {
    public Relevance {
        if (buckets.count() != thresholds.length) {
            throw new IllegalArgumentException(buckets + " do not fit the thresholds " + Arrays.toString(thresholds));
        }
    }

    /**
     * Whether a play is relevant.
     *
     * @param durationMillis length of the video, >= 0; not looked at where {@link #readsDuration} is false
     * @param ratio watch ratio of the play, not NaN
     */
    public boolean isRelevant(double durationMillis, double ratio) {
        double threshold = readsDuration() ? thresholds[buckets.of(durationMillis)] : thresholds[0];
        return inclusive ? ratio >= threshold : ratio > threshold;
    }

    /** Whether the answer depends on the duration. */
    public boolean readsDuration() {
        return thresholds.length > 1;
    }
}
