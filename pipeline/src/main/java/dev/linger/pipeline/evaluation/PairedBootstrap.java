package dev.linger.pipeline.evaluation;

import dev.linger.data.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The difference of two systems measured on the same users, with an interval from resampling the users.
 *
 * <p>With d_u = value_u - reference_u over n users, each resample draws n users with replacement and takes the mean of
 * their d_u; the interval is the 95 % percentile interval of those means. Every comparison draws the same users, so the
 * intervals of one table move together.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13; Sakai, Evaluating Evaluation
 * Metrics based on the Bootstrap, SIGIR 2006.
 *
 * @param resamples at least {@link #MIN_RESAMPLES}; usually 1,000
 * @param seed of the run
 */
public record PairedBootstrap(int resamples, Seed seed) {
    /** So few that each tail of the interval holds one resample. */
    public static final int MIN_RESAMPLES = 40;

    private static final double TAIL = 0.025;

    public PairedBootstrap {
        if (resamples < MIN_RESAMPLES) {
            throw new IllegalArgumentException("resamples must be >= " + MIN_RESAMPLES + " but was " + resamples);
        }
    }

    /**
     * A mean difference and how sure it is.
     *
     * @param users n
     * @param mean mean of d_u
     * @param low lower end of the 95 % interval
     * @param high upper end of the 95 % interval
     * @param winRate (users with d_u > 0 + half of those with d_u = 0) / n
     */
    public record Difference(int users, double mean, double low, double high, double winRate) {}

    /** Compares per-user values of two systems, same users in the same order; all parts are NaN without users. */
    public Difference compare(double[] values, double[] reference) {
        if (values.length != reference.length) {
            throw new IllegalArgumentException(
                    values.length + " users cannot be paired with " + reference.length + " users");
        }
        int users = values.length;
        if (users == 0) {
            return new Difference(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] differences = new double[users];
        double sum = 0;
        double wins = 0;
        for (int user = 0; user < users; user++) {
            differences[user] = values[user] - reference[user];
            sum += differences[user];
            wins += differences[user] > 0 ? 1 : differences[user] == 0 ? 0.5 : 0;
        }
        double[] means = resampledMeans(differences);
        int cutOff = (int) (TAIL * resamples);
        return new Difference(users, sum / users, means[cutOff], means[resamples - 1 - cutOff], wins / users);
    }

    private double[] resampledMeans(double[] differences) {
        SplittableRandom random = seed.stream("paired-bootstrap");
        double[] means = new double[resamples];
        for (int resample = 0; resample < resamples; resample++) {
            double sum = 0;
            for (int draw = 0; draw < differences.length; draw++) {
                sum += differences[random.nextInt(differences.length)];
            }
            means[resample] = sum / differences.length;
        }
        Arrays.sort(means);
        return means;
    }
}
