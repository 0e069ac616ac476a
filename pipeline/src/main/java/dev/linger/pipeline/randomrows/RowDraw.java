package dev.linger.pipeline.randomrows;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.features.FeatureRequests;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.training.ObservedExamples;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows of a log that are drawn at random, and parted at random.
 *
 * @param fit rows to learn from, ascending
 * @param validation those by which trainings are stopped
 * @param test those that are predicted
 */
record RowDraw(int[] fit, int[] validation, int[] test) {
    private static final double VALIDATION_SHARE = 0.1;

    /**
     * Draws.
     *
     * @param rows how many rows the log has
     * @param most how many are drawn at most
     * @param testShare share of those that is predicted; a tenth of the others is to stop by
     * @throws InputException where a part would be empty
     */
    static RowDraw of(int rows, int most, double testShare, Seed seed) {
        int count = Math.min(rows, most);
        int[] drawn = drawn(rows, count, seed.stream("random rows"));
        int test = (int) Math.round(count * testShare);
        int validation = (int) Math.round((count - test) * VALIDATION_SHARE);
        if (test == 0 || validation == 0 || test + validation == count) {
            throw new InputException(count + " rows, of which a share of " + testShare
                    + " is the test and a tenth of the others to stop by, leave a part empty: give more rows");
        }
        return new RowDraw(
                sorted(drawn, test + validation, count),
                sorted(drawn, test, test + validation),
                sorted(drawn, 0, test));
    }

    /** The first steps of a shuffle. */
    private static int[] drawn(int rows, int count, SplittableRandom random) {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        for (int at = 0; at < count; at++) {
            int with = at + random.nextInt(rows - at);
            int row = all[with];
            all[with] = all[at];
            all[at] = row;
        }
        return Arrays.copyOf(all, count);
    }

    private static int[] sorted(int[] drawn, int from, int to) {
        int[] part = Arrays.copyOfRange(drawn, from, to);
        Arrays.sort(part);
        return part;
    }

    /**
     * Rows of a log as examples, each as of its own day, ordered by (day, user, time); nothing of retrieval is known of them.
     *
     * @param rows ascending
     */
    static ObservedExamples examples(InteractionLog log, int[] rows, int userCount) {
        long[] keys = new long[rows.length];
        int firstDay = log.day(rows[0]);
        for (int at = 0; at < rows.length; at++) {
            long dayAndUser = (long) (log.day(rows[at]) - firstDay) * userCount + log.user(rows[at]);
            keys[at] = Math.multiplyExact(dayAndUser, (long) rows.length) + at;
        }
        Arrays.sort(keys);
        int[] user = new int[rows.length];
        int[] item = new int[rows.length];
        int[] day = new int[rows.length];
        long[] time = new long[rows.length];
        double[] ratio = new double[rows.length];
        int[] duration = new int[rows.length];
        byte[] flags = new byte[rows.length];
        int[] group = new int[rows.length];
        for (int at = 0; at < rows.length; at++) {
            int row = rows[(int) (keys[at] % rows.length)];
            user[at] = log.user(row);
            item[at] = log.item(row);
            day[at] = log.day(row);
            time[at] = log.timestampMillis(row);
            ratio[at] = log.watchRatio(row);
            duration[at] = log.durationMillis(row);
            flags[at] = (byte) log.flags(row);
            boolean isSame = at > 0 && user[at] == user[at - 1] && day[at] == day[at - 1];
            group[at] = at == 0 ? 0 : group[at - 1] + (isSame ? 0 : 1);
        }
        StageOneCells nothing = StageOneCells.unknown(StageOneCells.SCORE_AND_RANK, rows.length);
        return new ObservedExamples(new FeatureRequests(user, item, day, time, nothing), ratio, duration, flags, group);
    }
}
