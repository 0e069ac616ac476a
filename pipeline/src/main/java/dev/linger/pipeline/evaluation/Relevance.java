package dev.linger.pipeline.evaluation;

import dev.linger.data.duration.DurationBuckets;
import java.util.Arrays;

/** A fitted relevance rule: which plays are relevant. */
public sealed interface Relevance {
    /** The rule's name, as the tables print it. */
    String rule();

    /**
     * Whether a play is relevant.
     *
     * @param durationMillis length of the video, >= 0
     * @param ratio watch ratio of the play, not NaN
     * @param flags of the play, as its log has them
     */
    boolean isRelevant(double durationMillis, double ratio, int flags);

    /**
     * One threshold of the watch ratio for each bucket of durations.
     *
     * @param buckets the buckets of durations
     * @param thresholds watch ratio above which a play in the bucket is relevant
     * @param inclusive whether a ratio equal to the threshold is relevant
     */
    record ByRatio(String rule, DurationBuckets buckets, double[] thresholds, boolean inclusive) implements Relevance {
        public ByRatio {
            if (buckets.count() != thresholds.length) {
                throw new IllegalArgumentException(
                        buckets + " do not fit the thresholds " + Arrays.toString(thresholds));
            }
        }

        /** {@inheritDoc} A rule of one threshold does not look at the duration. */
        @Override
        public boolean isRelevant(double durationMillis, double ratio, int flags) {
            double threshold = thresholds.length > 1 ? thresholds[buckets.of(durationMillis)] : thresholds[0];
            return inclusive ? ratio >= threshold : ratio > threshold;
        }
    }

    /**
     * A flag that plays have.
     *
     * @param flag its position among those of the log
     */
    record ByFlag(String rule, int flag) implements Relevance {
        @Override
        public boolean isRelevant(double durationMillis, double ratio, int flags) {
            return (flags >> flag & 1) != 0;
        }
    }
}
