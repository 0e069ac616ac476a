package dev.linger.pipeline.evaluation;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.NearestName;
import dev.linger.data.RankedValues;
import dev.linger.data.config.Key;
import dev.linger.data.duration.DurationBuckets;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** When a play counts as relevant: a choice read from the configuration, fitted on the training log alone. */
public sealed interface RelevanceRule {
    /** The rule in the words of the tables ("ratio > 1.0", "debiased p80"). */
    String name();

    /**
     * The rule with every threshold known; looks at no row but the training rows given.
     *
     * @throws dev.linger.data.InputException where it names what the data does not have
     */
    Relevance fit(InteractionLog training);

    /** Whether only plays with flags can be judged by it, those of a fully observed matrix not. */
    default boolean readsFlags() {
        return false;
    }

    /**
     * Relevant where the watch ratio exceeds a fixed threshold. A list sorted by shortest video scores high on it,
     * because short videos are watched to their end more often.
     */
    record RatioAbove(
            @Key(
                            value = "Watch ratio above which a play is relevant, >= 0",
                            byDefault = "1.0",
                            because =
                                    "watched more than once through; short videos are more often, so lists of these look good")
                    double threshold,
            @Key(value = "Whether the threshold itself is relevant", byDefault = "false") boolean inclusive)
            implements RelevanceRule {
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
        public Relevance.ByRatio fit(InteractionLog training) {
            return new Relevance.ByRatio(name(), DurationBuckets.one(), new double[] {threshold}, inclusive);
        }
    }

    /**
     * Relevant where the watch ratio is above a percentile of the training plays of about the same duration.
     *
     * <p>Buckets are {@link DurationBuckets} of the training plays. The threshold of a bucket of m plays is the nearest-rank percentile, the ceil(percentile m)-th smallest ratio; relevant is strictly
     * above, so at most a share 1 - percentile of the training plays of each bucket is relevant.
     *
     * <p>Source: Zhan et al., Deconfounding Duration Bias in Watch-time Prediction for Video Recommendation, KDD 2022
     * (quantile buckets of duration, watch time compared within the bucket).
     */
    record DurationDebiased(
            @Key(
                            value =
                                    "Percentile of the training plays of about the same duration above which a play is relevant, above 0 and below 1",
                            byDefault = "0.8",
                            because = "the best fifth")
                    double percentile,
            @Key(
                            value = "Buckets of duration, >= 1",
                            byDefault = "20",
                            because =
                                    "more remove more of the effect of duration but leave fewer plays for each threshold")
                    int buckets)
            implements RelevanceRule {
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
        public Relevance.ByRatio fit(InteractionLog training) {
            if (training.size() == 0) {
                throw new IllegalArgumentException("the training log has no rows to fit " + name() + " on");
            }
            DurationBuckets durations = DurationBuckets.of(training, buckets);
            double[] thresholds = Arrays.stream(durations.ratios(training))
                    .mapToDouble(this::threshold)
                    .toArray();
            return new Relevance.ByRatio(name(), durations, thresholds, false);
        }

        private double threshold(double[] ratios) {
            return RankedValues.of(ratios, Math.toIntExact(place(ratios.length)))[0];
        }

        /** Of so many plays of a bucket, sorted by ratio, the place of the one whose ratio is the threshold. */
        public long place(long plays) {
            // 0.55 * 100 is 55.00000000000001: without the guard it would be the 56th.
            return Math.max((long) Math.ceil(percentile * plays - 1e-9), 1) - 1;
        }
    }

    /** Relevant where a flag of the play is set, whatever was watched: what else the user did, such as liking the video. */
    record Flagged(
            @Key(
                            value =
                                    "Flag that a relevant play has, such as is_like; linger inspect names those of the data",
                            byDefault = "\"is_like\"",
                            because = "a like is the plainest word of a user")
                    String flag)
            implements RelevanceRule {
        private static final String KEY = "evaluation.relevance: ";

        public Flagged {
            if (flag.isBlank()) {
                throw new IllegalArgumentException("flag must have a name");
            }
        }

        @Override
        public String name() {
            return "flag " + flag;
        }

        @Override
        public Relevance fit(InteractionLog training) {
            List<String> names = training.flagNames();
            if (names.isEmpty()) {
                throw new InputException(KEY + "the plays of the data have no flags, so none is " + flag
                        + ". KuaiRand's own files have them; of a table of plays say which columns are flags, with --map flags="
                        + flag + ".");
            }
            if (!names.contains(flag)) {
                throw new InputException(KEY + "the plays of the data have no flag " + flag
                        + NearestName.of(flag, names)
                                .map(near -> " (is it " + near + "?)")
                                .orElse("")
                        + "; they have " + String.join(", ", names) + ".");
            }
            return new Relevance.ByFlag(name(), names.indexOf(flag));
        }

        @Override
        public boolean readsFlags() {
            return true;
        }
    }
}
