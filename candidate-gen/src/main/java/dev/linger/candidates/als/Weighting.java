package dev.linger.candidates.als;

/**
 * What a watched pair says: a preference p (what the dot product should be) and a confidence c (how much an error of the
 * pair weighs). They are two separate inputs of the solver.
 *
 * <p>{@code ratio} is the pair's watch ratio with each play cut down to {@code ratioCap}. c is the weight the pair has in
 * addition to unobservedWeight, which every pair has (see the loss in the package's doc).
 */
public sealed interface Weighting {
    /** What the watch ratio of a play is cut down to before repeated plays become one. */
    double ratioCap();

    /** p of a pair. */
    double preference(double ratio);

    /** c of a pair, above 0. */
    double confidence(double ratio);

    /**
     * Every watched pair is liked, the more the longer it was watched:
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
        public double preference(double ratio) {
            return 1;
        }

        @Override
        public double confidence(double ratio) {
            return 1 + alpha * ratio;
        }
    }

    /**
     * A long watch is liked and a skip is disliked; what lies between keeps the base confidence:
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

    private static void checkAlphaAndCap(double alpha, double ratioCap) {
        if (!(alpha >= 0)) {
            throw new IllegalArgumentException("alpha must be >= 0 but was " + alpha);
        }
        if (!(ratioCap > 0)) {
            throw new IllegalArgumentException("ratioCap must be > 0 but was " + ratioCap);
        }
    }
}
