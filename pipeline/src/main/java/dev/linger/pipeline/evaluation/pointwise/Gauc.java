package dev.linger.pipeline.evaluation.pointwise;

import java.util.Arrays;

/**
 * The AUC within each user, averaged with the user's plays as weight.
 *
 * <pre>
 * GAUC = sum over u of plays_u AUC_u / sum over u of plays_u
 * </pre>
 *
 * AUC_u is the share of (relevant, not relevant) pairs of the user's plays with the higher prediction on the relevant
 * one, ties one half. Users whose plays are all relevant or all not are left out of both sums.
 *
 * @param value in [0, 1]; NaN where no user has both classes
 * @param users how many users have both
 */
public record Gauc(double value, int users) {

    /** The GAUC of parallel arrays, one entry a play. */
    public static Gauc of(int[] user, double[] predictions, boolean[] relevant) {
        if (user.length != predictions.length || user.length != relevant.length) {
            throw new IllegalArgumentException(
                    user.length + " users, " + predictions.length + " predictions, " + relevant.length + " labels");
        }
        long[] byUser = new long[user.length];
        for (int row = 0; row < byUser.length; row++) {
            byUser[row] = (long) user[row] << 32 | row;
        }
        Arrays.sort(byUser);
        double weighted = 0;
        long plays = 0;
        int users = 0;
        int end;
        for (int begin = 0; begin < byUser.length; begin = end) {
            end = endOfUser(byUser, begin);
            double auc = auc(byUser, begin, end, predictions, relevant);
            if (!Double.isNaN(auc)) {
                weighted += (end - begin) * auc;
                plays += end - begin;
                users++;
            }
        }
        return new Gauc(weighted / plays, users);
    }

    private static int endOfUser(long[] byUser, int begin) {
        int end = begin + 1;
        while (end < byUser.length && byUser[end] >>> 32 == byUser[begin] >>> 32) {
            end++;
        }
        return end;
    }

    private static double auc(long[] byUser, int begin, int end, double[] predictions, boolean[] relevant) {
        double[] own = new double[end - begin];
        double[] label = new double[end - begin];
        for (int at = begin; at < end; at++) {
            int row = (int) byUser[at];
            own[at - begin] = predictions[row];
            label[at - begin] = relevant[row] ? 1 : 0;
        }
        return Xauc.of(own, label);
    }
}
