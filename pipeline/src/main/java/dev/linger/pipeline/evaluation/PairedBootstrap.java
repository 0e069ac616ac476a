package dev.linger.pipeline.evaluation;

import dev.linger.data.Seed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two systems measured on the same users, with an interval from resampling the users.
 *
 * <p>With d_u = value_u - reference_u over n users, each resample draws n users with replacement and takes the mean of
 * their d_u; the interval is the 95 % percentile interval of those means. Every comparison draws the same users, so the
 * intervals of one table move together.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13; Sakai, Evaluating Evaluation
 * Metrics based on the Bootstrap, SIGIR 2006.
 */
public final class PairedBootstrap {
    /** So few that each tail of the interval holds one resample. */
    public static final int MIN_RESAMPLES = 40;

    /** An interval's ends do not move any more long before. */
    public static final int MAX_RESAMPLES = 1_000_000;

    private static final double TAIL = 0.025;

    /** Of the mean of values in 0..1; what a list is worth differs by far more. */
    private static final double ROUNDING = 1e-14;

    /** 128 MiB of counts. */
    private static final long MOST_KEPT = 1L << 27;

    private final int resamples;
    private final Seed seed;

    /** Those of the last number of users, which is the same for all comparisons of a table. */
    private volatile @Nullable Resamples last;

    /**
     * @param resamples from {@link #MIN_RESAMPLES} to {@link #MAX_RESAMPLES}; usually 1,000
     * @param seed of the run
     */
    public PairedBootstrap(int resamples, Seed seed) {
        if (resamples < MIN_RESAMPLES || resamples > MAX_RESAMPLES) {
            throw new IllegalArgumentException(
                    "resamples must be in " + MIN_RESAMPLES + ".." + MAX_RESAMPLES + " but was " + resamples);
        }
        this.resamples = resamples;
        this.seed = seed;
    }

    public int resamples() {
        return resamples;
    }

    /** As many resamples of the users and the videos of judgments together. */
    public TwoWayBootstrap twoWay(Judgments judgments) {
        return new TwoWayBootstrap(this, seed, judgments);
    }

    /**
     * A mean difference and how sure it is.
     *
     * @param users n
     * @param mean mean of d_u
     * @param low lower end of the 95 % interval
     * @param high upper end of the 95 % interval
     * @param winRate (users with d_u > 0 + half of those with d_u = 0) / n
     * @param pValue two-sided: 2 (1 + resamples whose mean is on the other side of 0 than most, or 0) / (1 + resamples), at
     *     most 1
     */
    public record Difference(int users, double mean, double low, double high, double winRate, double pValue) {}

    /** Compares per-user values of two systems, same users in the same order; all parts are NaN without users. */
    public Difference compare(double[] values, double[] reference) {
        return resample(values).less(resample(reference));
    }

    /** Per-user values of a system, to be compared with those of several others. */
    Resampled resample(double[] values) {
        return resampled(
                values, values.length == 0 ? values : resamplesOf(values.length).sums(values));
    }

    /** The same where its sums are known. */
    Resampled resampled(double[] values, double[] sums) {
        return new Resampled(values, sums);
    }

    /** Draws the resamples of so many users, unless they are the last that were drawn. */
    void draw(int users) {
        resamplesOf(users);
    }

    /**
     * A system's values and their sums in each resample: a sum of differences is the difference of the sums.
     *
     * @param values one a user
     * @param sums one a resample; none without users
     */
    record Resampled(double[] values, double[] sums) {
        /** By how much this is above another, whose users are the same in the same order. */
        Difference less(Resampled reference) {
            if (values.length != reference.values.length) {
                throw new IllegalArgumentException(
                        values.length + " users cannot be paired with " + reference.values.length + " users");
            }
            int users = values.length;
            if (users == 0) {
                return new Difference(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            }
            double sum = 0;
            double wins = 0;
            for (int user = 0; user < users; user++) {
                double difference = values[user] - reference.values[user];
                sum += difference;
                wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
            }
            double[] differences = new double[sums.length];
            Arrays.setAll(differences, resample -> difference(sums[resample], reference.sums[resample]) / users);
            Arrays.sort(differences);
            int cutOff = (int) (TAIL * differences.length);
            return new Difference(
                    users,
                    sum / users,
                    differences[cutOff],
                    differences[differences.length - 1 - cutOff],
                    wins / users,
                    pValue(differences));
        }

        /** 0 where two sums differ by no more than the rounding of their order, so that a tie stays one. */
        private double difference(double sum, double other) {
            double difference = sum - other;
            return Math.abs(difference) <= ROUNDING * values.length ? 0 : difference;
        }
    }

    private static double pValue(double[] means) {
        long notAbove = Arrays.stream(means).filter(mean -> mean <= 0).count();
        long notBelow = Arrays.stream(means).filter(mean -> mean >= 0).count();
        return Math.min(1, 2.0 * (1 + Math.min(notAbove, notBelow)) / (1 + means.length));
    }

    private Resamples resamplesOf(int users) {
        Resamples known = last;
        if (known == null || known.users() != users) {
            known = new Resamples(resamples, users, seed, MOST_KEPT);
            last = known;
        }
        return known;
    }
}
