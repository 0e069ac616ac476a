package dev.linger.pipeline.evaluation;

import dev.linger.data.InteractionLog;
import java.math.BigDecimal;
import java.util.Arrays;

/** When a play counts as relevant: a choice read from the configuration, fitted on the training log alone. */
public sealed interface RelevanceRule {
    /** The rule in the words of the tables ("ratio > 1.0", "debiased p80"). */
    String name();

    /** The rule with every threshold known; looks at no row but the training rows given. */
    Relevance fit(InteractionLog training);

    /**
     * Relevant where the watch ratio exceeds a fixed threshold. A list sorted by shortest video scores high on it,
     * because short videos are watched to their end more often.
     *
     * @param threshold any number >= 0
     * @param inclusive whether a ratio equal to the threshold is relevant
     */
    record RatioAbove(double threshold, boolean inclusive) implements RelevanceRule {
        public RatioAbove {
            if (!(threshold >= 0) || Double.isInfinite(threshold)) {
                throw new IllegalArgumentException("threshold must be >= 0 and finite but was " + threshold);
            }
        }

        @Override
        public String name() {
            return (inclusive ? "ratio >= " : "ratio > ") + threshold;
        }

        @Override
        public Relevance fit(InteractionLog training) {
            return new Relevance(name(), new int[] {0}, new double[] {threshold}, inclusive);
        }
    }

    /**
     * Relevant where the watch ratio is above a percentile of the training plays of about the same duration.
     *
     * <p>Buckets are quantiles of the duration of the n training plays: with their durations sorted as d[0..n-1], bucket
     * b starts at d[b n / buckets]. Starts that repeat are one bucket, so there may be fewer than asked for; the first
     * bucket reaches down to 0 and the last one up without end, so every duration falls into one. The threshold of a
     * bucket of m plays is the nearest-rank percentile, the ceil(percentile m)-th smallest ratio; relevant is strictly
     * above, so at most a share 1 - percentile of the training plays of each bucket is relevant.
     *
     * <p>Source: Zhan et al., Deconfounding Duration Bias in Watch-time Prediction for Video Recommendation, KDD 2022
     * (quantile buckets of duration, watch time compared within the bucket).
     *
     * @param percentile in (0, 1), usually 0.8
     * @param buckets >= 1; more buckets remove more of the effect of duration but leave fewer plays for each threshold
     */
    record DurationDebiased(double percentile, int buckets) implements RelevanceRule {
        public DurationDebiased {
            if (!(percentile > 0 && percentile < 1)) {
                throw new IllegalArgumentException("percentile must be in (0, 1) but was " + percentile);
            }
            if (buckets < 1) {
                throw new IllegalArgumentException("buckets must be >= 1 but was " + buckets);
            }
        }

        @Override
        public String name() {
            BigDecimal percent = BigDecimal.valueOf(percentile).movePointRight(2);
            return "debiased p" + percent.stripTrailingZeros().toPlainString();
        }

        @Override
        public Relevance fit(InteractionLog training) {
            if (training.size() == 0) {
                throw new IllegalArgumentException("the training log has no rows to fit " + name() + " on");
            }
            int[] starts = bucketStarts(training);
            return new Relevance(name(), starts, thresholds(training, starts), false);
        }

        private int[] bucketStarts(InteractionLog training) {
            int[] durations = new int[training.size()];
            for (int row = 0; row < durations.length; row++) {
                durations[row] = training.durationMillis(row);
            }
            Arrays.sort(durations);
            int[] starts = new int[buckets];
            int count = 1;
            int last = durations[0];
            for (int bucket = 1; bucket < buckets; bucket++) {
                int start = durations[(int) ((long) bucket * durations.length / buckets)];
                if (start > last) {
                    starts[count++] = start;
                    last = start;
                }
            }
            return Arrays.copyOf(starts, count);
        }

        private double[] thresholds(InteractionLog training, int[] starts) {
            int[] ends = new int[starts.length];
            for (int row = 0; row < training.size(); row++) {
                ends[Relevance.bucketOf(starts, training.durationMillis(row))]++;
            }
            for (int bucket = 1; bucket < ends.length; bucket++) {
                ends[bucket] += ends[bucket - 1];
            }
            double[] ratios = new double[training.size()];
            int[] next = ends.clone();
            for (int row = 0; row < training.size(); row++) {
                ratios[--next[Relevance.bucketOf(starts, training.durationMillis(row))]] = training.watchRatio(row);
            }
            double[] thresholds = new double[starts.length];
            for (int bucket = 0; bucket < starts.length; bucket++) {
                Arrays.sort(ratios, next[bucket], ends[bucket]);
                // 0.55 * 100 is 55.00000000000001: without the guard it would be the 56th.
                int nearestRank = (int) Math.ceil(percentile * (ends[bucket] - next[bucket]) - 1e-9);
                thresholds[bucket] = ratios[next[bucket] + Math.max(nearestRank, 1) - 1];
            }
            return thresholds;
        }
    }
}
