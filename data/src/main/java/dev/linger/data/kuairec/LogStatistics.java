package dev.linger.data.kuairec;

import dev.linger.data.InteractionLog;
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
        double[] ratios = new double[rows];
        double[] durations = new double[rows];
        long fullWatches = 0;
        int days = 0;
        for (int row = 0; row < rows; row++) {
            rowsOfUser[log.user(row)]++;
            rowsOfItem[log.item(row)]++;
            ratios[row] = log.watchRatio(row);
            durations[row] = log.durationMillis(row);
            fullWatches += log.playMillis(row) >= log.durationMillis(row) ? 1 : 0;
            days += row == 0 || log.day(row) != log.day(row - 1) ? 1 : 0;
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
                Distribution.sorting(ratios),
                (double) fullWatches / rows,
                Distribution.sorting(durations),
                Distribution.sorting(perUser));
    }

    /** Mean and quartiles; a quantile p of n values is the one at rank ceil(p n), counted from 1. */
    public record Distribution(
            double mean, double min, double lowerQuartile, double median, double upperQuartile, double max) {
        /** The distribution of the values, which are left sorted. */
        static Distribution sorting(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            Arrays.sort(values);
            return new Distribution(
                    sum / values.length,
                    values[0],
                    quantile(values, 0.25),
                    quantile(values, 0.5),
                    quantile(values, 0.75),
                    values[values.length - 1]);
        }

        private static double quantile(double[] sorted, double p) {
            return sorted[(int) Math.ceil(p * sorted.length) - 1];
        }
    }
}
