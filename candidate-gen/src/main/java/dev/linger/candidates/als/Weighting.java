package dev.linger.candidates.als;

import dev.linger.candidates.PlayValue;
import dev.linger.data.InteractionLog;
import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchQuantiles;

/**
 * What a watched pair says: a preference p (what the dot product should be) and a confidence c (how much an error of the
 * pair weighs). They are two separate inputs of the solver.
 *
 * <p>Both are given by the pair's value: its plays' values ({@link #playValue}) merged by the repeat rule. c is the
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
     */
    record WatchRatio(
            @Key(
                            value = "growth of the confidence with the ratio, >= 0",
                            byDefault = "10.0",
                            because = "separates long watches from short ones; 0 counts all plays alike")
                    double alpha,
            @Key(
                            value = "each play's watch ratio is cut down to it, > 0",
                            byDefault = "2.0",
                            because = "a video left running says no more than two full watches")
                    double ratioCap)
            implements Weighting {
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
     */
    record SkipAware(
            @Key(
                            value = "growth of the confidence with the ratio of a liked pair, >= 0",
                            byDefault = "10.0",
                            because = "as with watch-ratio")
                    double alpha,
            @Key(
                            value = "each play's watch ratio is cut down to it, > 0",
                            byDefault = "2.0",
                            because = "a video left running says no more than two full watches")
                    double ratioCap,
            @Key(
                            value = "least watch ratio of a liked pair, >= skipThreshold",
                            byDefault = "1.0",
                            because = "watched to the end")
                    double likedThreshold,
            @Key(
                            value = "a pair of a smaller watch ratio is a skip, >= 0",
                            byDefault = "0.2",
                            because = "left within the first fifth")
                    double skipThreshold,
            @Key(
                            value = "confidence of a skip, > 0",
                            byDefault = "1.0",
                            because = "as sure as an ordinary watch; larger values push down videos like those skipped")
                    double skipConfidence)
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
     * alone: a weak dislike, so what was shown and left ranks below what was not shown. The two classes are separated by
     * p already, and a liked value lies between likedQuantile and 1, so a small alpha, around 1, is enough; a large one
     * drowns the dislikes. {@link dev.linger.candidates.RepeatRule#MAX} likes a pair for its best play; with SUM two
     * ordinary plays make a liked pair and values may exceed 1.
     */
    record Debiased(
            @Key(
                            value = "growth of the confidence with the quantile, >= 0",
                            byDefault = "1.0",
                            because = "liked values are all near 1, and a large one would drown the dislikes")
                    double alpha,
            @Key(
                            value =
                                    "least quantile of a liked pair, >= 0 and < 1; with repeatRule max that of its best play",
                            byDefault = "0.8",
                            because = "the best fifth, as for the relevance rule duration-debiased")
                    double likedQuantile,
            @Key(
                            value = "most buckets of durations, with about as many plays each, >= 1",
                            byDefault = "20",
                            because = "as for the relevance rule duration-debiased")
                    int buckets)
            implements Weighting {
        public Debiased {
            checkNotNegative("alpha", alpha);
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

    /**
     * Every watched pair is liked, with the logarithm of how much was watched, more where that was all, and more again where it
     * was watched once more; {@code ratio} as for {@link WatchRatio}:
     *
     * <pre>
     * p = 1
     * c = base + alpha log(1 + ratio) (1 + beta completion) (1 + gamma log(1 + replays))
     * completion = min(1, ratio),  replays = max(0, ratio - 1)
     * </pre>
     */
    record Composite(
            @Key(
                            value = "confidence of a pair of which nothing was watched, > 0",
                            byDefault = "1.0",
                            because = "as with watch-ratio")
                    double base,
            @Key(
                            value = "growth of the confidence with the logarithm of the ratio, >= 0",
                            byDefault = "10.0",
                            because = "as with watch-ratio")
                    double alpha,
            @Key(
                            value = "each play's watch ratio is cut down to it, > 0",
                            byDefault = "5.0",
                            because = "logarithms tame long ones already")
                    double ratioCap,
            @Key(
                            value = "what watching to the end adds, as a share, >= 0",
                            byDefault = "0.5",
                            because = "a video that was watched to its end was not left")
                    double beta,
            @Key(
                            value = "growth with the logarithm of how often it was watched once more, as a share, >= 0",
                            byDefault = "0.5",
                            because = "who watches again does so on purpose")
                    double gamma)
            implements Weighting {
        public Composite {
            checkAlphaAndCap(alpha, ratioCap);
            if (!(base > 0)) {
                throw new IllegalArgumentException("base must be > 0 but was " + base);
            }
            checkNotNegative("beta", beta);
            checkNotNegative("gamma", gamma);
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
            double completion = Math.min(1, ratio);
            double replays = Math.max(0, ratio - 1);
            return base
                    + alpha
                            * StrictMath.log1p(ratio)
                            * (1 + beta * completion)
                            * (1 + gamma * StrictMath.log1p(replays));
        }
    }

    private static void checkNotNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must be >= 0 but was " + value);
        }
    }

    private static void checkAlphaAndCap(double alpha, double ratioCap) {
        checkNotNegative("alpha", alpha);
        if (!(ratioCap > 0)) {
            throw new IllegalArgumentException("ratioCap must be > 0 but was " + ratioCap);
        }
    }
}
