package dev.linger.data.source;

import dev.linger.data.InteractionLog;
import dev.linger.data.RankedValues;
import java.util.Arrays;

/**
 * What a log looks like.
 *
 * @param rows plays
 * @param users distinct users in the log
 * @param items distinct videos in the log
 * @param days distinct local days in the log
 * @param firstDay first local day, in days since 1970-01-01
 * @param lastDay last local day
 * @param watchRatio play / duration of the plays
 * @param shareAtLeastOne share of plays with a watch ratio of at least 1
 * @param durationMillis durations of the plays
 * @param rowsPerUser plays of each user in the log
 */
public record LogStatistics(
        long rows,
        int users,
        int items,
        int days,
        int firstDay,
        int lastDay,
        Distribution watchRatio,
        double shareAtLeastOne,
        Distribution durationMillis,
        Distribution rowsPerUser) {
    /** The statistics of a log with at least one row. */
    public static LogStatistics of(InteractionLog log, int userCount, int itemCount) {
        int rows = log.size();
        int[] rowsOfUser = new int[userCount];
        int[] rowsOfItem = new int[itemCount];
        double[] values = new double[rows]; // the ratios, then the durations
        long fullWatches = 0;
        int days = 0;
        for (int row = 0; row < rows; row++) {
            rowsOfUser[log.user(row)]++;
            rowsOfItem[log.item(row)]++;
            values[row] = log.watchRatio(row);
            fullWatches += log.playMillis(row) >= log.durationMillis(row) ? 1 : 0;
            days += row == 0 || log.day(row) != log.day(row - 1) ? 1 : 0;
        }
        Distribution ratios = Distribution.of(values);
        for (int row = 0; row < rows; row++) {
            values[row] = log.durationMillis(row);
        }
        double[] perUser = Arrays.stream(rowsOfUser)
                .filter(count -> count > 0)
                .asDoubleStream()
                .toArray();
        int items = (int) Arrays.stream(rowsOfItem).filter(count -> count > 0).count();
        return new LogStatistics(
                rows,
                perUser.length,
                items,
                days,
                log.day(0),
                log.day(rows - 1),
                ratios,
                (double) fullWatches / rows,
                Distribution.of(values),
                Distribution.of(perUser));
    }

    /** Mean and quartiles; a quantile p of n values is the one at rank ceil(p n), counted from 1. */
    public record Distribution(
            double mean, double min, double lowerQuartile, double median, double upperQuartile, double max) {
        /** The distribution of at least one value. */
        static Distribution of(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            int last = values.length - 1;
            double[] at = RankedValues.of(values, 0, rank(values, 0.25), rank(values, 0.5), rank(values, 0.75), last);
            return new Distribution(sum / values.length, at[0], at[1], at[2], at[3], at[4]);
        }

        private static int rank(double[] values, double p) {
            return (int) place(values.length, p);
        }

        /** The place, from 0, of quantile p among so many values in ascending order. */
        public static long place(long count, double p) {
            return (long) Math.ceil(p * count) - 1;
        }
    }
}
