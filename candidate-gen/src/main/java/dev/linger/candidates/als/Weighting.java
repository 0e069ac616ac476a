package dev.linger.candidates.als;

import dev.linger.candidates.PlayValue;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;

/**
 * What a watched pair says: a preference p (what the dot product should be) and a confidence c (how much an error of the
 * pair weighs). They are two separate inputs of the solver.
 *
 * <p>Both are given by the pair's value: its plays' values ({@link #playValue}) made one by the repeat rule. c is the
 * weight the pair has in addition to unobservedWeight, which every pair has (see the loss in the package's doc).
 */
public sealed interface Weighting {
    /** What one play is worth, fitted to the training log and to no other plays. */
    PlayValue playValue(InteractionLog training);

    /** Whether p = 1 whatever the value, so that a small value is a weak like and no dislike. */
    boolean likesEveryPair();

    /** p of a pair. */
    double preference(double value);

    /** c of a pair, above 0. */
    double confidence(double value);

    /**
     * Every watched pair is liked, the more the longer it was watched; {@code ratio} is the pair's watch ratio with each
     * play cut down to {@code ratioCap}:
     *
     * <pre>
     * p = 1
     * c = 1 + alpha * ratio
     * </pre>
     *
     * @param alpha growth of the confidence with the ratio, at least 0
     * @param ratioCap above 0
     */
    record WatchRatio(double alpha, double ratioCap) implements Weighting {
        public WatchRatio {
            checkAlphaAndCap(alpha, ratioCap);
        }

        @Override
        public PlayValue playValue(InteractionLog training) {
            return PlayValue.capped(ratioCap);
        }

        @Override
        public boolean likesEveryPair() {
            return true;
        }

        @Override
        public double preference(double ratio) {
            return 1;
        }

        @Override
        public double confidence(double ratio) {
            return 1 + alpha * ratio;
        }
    }

    /**
     * A long watch is liked and a skip is disliked; what lies between keeps the base confidence. {@code ratio} as for
     * {@link WatchRatio}:
     *
     * <pre>
     * ratio &gt;= likedThreshold:                  p = 1, c = 1 + alpha * ratio
     * skipThreshold &lt;= ratio &lt; likedThreshold: p = 1, c = 1
     * ratio &lt; skipThreshold:                    p = 0, c = skipConfidence
     * </pre>
     *
     * @param alpha growth of the confidence with the ratio, at least 0
     * @param ratioCap above 0
     * @param likedThreshold least ratio of a liked pair
     * @param skipThreshold a pair below it is a skip; at most {@code likedThreshold}
     * @param skipConfidence c of a skip, above 0; large values push skipped videos and their like down
     */
    record SkipAware(double alpha, double ratioCap, double likedThreshold, double skipThreshold, double skipConfidence)
            implements Weighting {
        public SkipAware {
            checkAlphaAndCap(alpha, ratioCap);
            if (!(skipThreshold >= 0 && skipThreshold <= likedThreshold)) {
                throw new IllegalArgumentException(
                        "skipThreshold must be in 0..likedThreshold=" + likedThreshold + " but was " + skipThreshold);
            }
            if (!(skipConfidence > 0)) {
                throw new IllegalArgumentException("skipConfidence must be > 0 but was " + skipConfidence);
            }
        }

        @Override
        public PlayValue playValue(InteractionLog training) {
            return PlayValue.capped(ratioCap);
        }

        @Override
        public boolean likesEveryPair() {
            return false;
        }

        @Override
        public double preference(double ratio) {
            return ratio < skipThreshold ? 0 : 1;
        }

        @Override
        public double confidence(double ratio) {
            if (ratio < skipThreshold) {
                return skipConfidence;
            }
            return ratio < likedThreshold ? 1 : 1 + alpha * ratio;
        }
    }

    /**
     * A play is worth what it is among plays of videos of about the same length, so that short videos, which are watched
     * through more often whatever they hold, are not liked for being short. {@code value} is the quantile of the play's
     * ratio in its bucket of durations, in 0..1 ({@link WatchQuantiles}):
     *
     * <pre>
     * value &gt;= likedQuantile: p = 1, c = 1 + alpha * value
     * value &lt; likedQuantile:  p = 0, c = 1
     * </pre>
     *
     * <p>A pair below is pulled to 0 with weight 1 + unobservedWeight, where a pair never played is with unobservedWeight
     * alone: a weak dislike, so what was shown and left stands behind what was not shown. The two classes are told apart by
     * p already, and a liked value lies between likedQuantile and 1, so a small alpha, around 1, is enough; a large one
     * drowns the dislikes. {@link dev.linger.candidates.RepeatRule#MAX} likes a pair for its best play; with SUM two
     * ordinary plays make a liked pair and values may exceed 1.
     *
     * @param alpha growth of the confidence with the quantile, at least 0
     * @param likedQuantile least value of a liked pair, at least 0 and below 1
     * @param buckets most buckets of durations, with about as many plays each; at least 1
     */
    record Debiased(double alpha, double likedQuantile, int buckets) implements Weighting {
        public Debiased {
            checkAlpha(alpha);
            if (!(likedQuantile >= 0 && likedQuantile < 1)) {
                throw new IllegalArgumentException("likedQuantile must be >= 0 and < 1 but was " + likedQuantile);
            }
            if (buckets < 1) {
                throw new IllegalArgumentException("buckets must be >= 1 but was " + buckets);
            }
        }

        /** {@inheritDoc} At least one play; keeps 8 bytes for each. */
        @Override
        public PlayValue playValue(InteractionLog training) {
            return WatchQuantiles.fit(training, buckets)::of;
        }

        @Override
        public boolean likesEveryPair() {
            return false;
        }

        @Override
        public double preference(double value) {
            return value < likedQuantile ? 0 : 1;
        }

        @Override
        public double confidence(double value) {
            return value < likedQuantile ? 1 : 1 + alpha * value;
        }
    }

    private static void checkAlpha(double alpha) {
        if (!(alpha >= 0)) {
            throw new IllegalArgumentException("alpha must be >= 0 but was " + alpha);
        }
    }

    private static void checkAlphaAndCap(double alpha, double ratioCap) {
        checkAlpha(alpha);
        if (!(ratioCap > 0)) {
            throw new IllegalArgumentException("ratioCap must be > 0 but was " + ratioCap);
        }
    }
}
