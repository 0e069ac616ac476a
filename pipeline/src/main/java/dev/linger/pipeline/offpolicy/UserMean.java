package dev.linger.pipeline.offpolicy;

import dev.linger.pipeline.evaluation.StudentT;
import java.util.Arrays;

/**
 * The mean of values, several a user, and where it is likely to lie. Users are independent, the values of one are not:
 *
 * <pre>
 * error^2 = U / (U - 1) * sum over users of (sum of the user's (value - mean))^2 / n^2
 * </pre>
 *
 * for n values of U users (Liang and Zeger, Biometrika 1986), and the interval is {@code mean +- t error} with Student's t for 95 %
 * and U - 1 degrees of freedom.
 *
 * @param error the standard error
 */
record UserMean(double mean, double error, double low, double high) {
    /** Fewer users are too few for an interval that means something. */
    static final int FEWEST_USERS = 20;

    /**
     * The mean.
     *
     * @param users number of the user of each value, below {@code userCount}
     * @param userCount at least 2
     */
    static UserMean of(int[] users, int userCount, double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double[] sums = new double[userCount];
        for (int at = 0; at < values.length; at++) {
            sums[users[at]] += values[at] - mean;
        }
        double squares = Arrays.stream(sums).map(sum -> sum * sum).sum();
        double error = Math.sqrt(squares * userCount / (userCount - 1)) / values.length;
        double half = StudentT.of95(userCount - 1) * error;
        return new UserMean(mean, error, mean - half, mean + half);
    }
}
