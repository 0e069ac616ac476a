package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.IdValues;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.report.tables.RelevantPairs;
import dev.linger.pipeline.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What each relevant video adds to a metric of its user in a finished run. It is believed where the parts of each user add up to
 * the user's value.
 *
 * @param file that holds it
 * @param user position of the user counted, by row
 * @param video id of the video, by row
 * @param added what it adds, by row
 */
record StoredPairs(Path file, int[] user, IdColumn video, double[] added) {
    private static final double ROUNDING = 1e-9;

    /** Whether the run left them; those of older versions did not. */
    static boolean isIn(Path run) {
        return Files.isRegularFile(run.resolve(RelevantPairs.FILE));
    }

    /** Those of the first metrics of which a run says what videos add to them. */
    static List<String> metrics(StoredRun run) {
        List<String> columns = IdValues.columns(run.folder().resolve(RelevantPairs.FILE), RelevantPairs.KEYS);
        return RunsTable.toReadFirst(run.summary()).stream()
                .filter(metric -> columns.contains(column(run, metric)))
                .toList();
    }

    private static String column(StoredRun run, String metric) {
        return run.summary().system() + " " + metric;
    }

    /**
     * Reads the pairs of the first relevance rule.
     *
     * @param metric one of its {@link #metrics}
     * @throws InputException naming the file and what cannot be true
     */
    static StoredPairs read(StoredRun run, String metric) {
        Path file = run.folder().resolve(RelevantPairs.FILE);
        IdValues pairs = IdValues.read(file, RelevantPairs.KEYS);
        UserValues users = run.users().get(0);
        RunSummary.Rule rule = run.summary().rules().get(0);
        if (pairs.size() != rule.relevantPairs()) {
            throw new InputException(file + ": has " + pairs.size() + " relevant pairs, but " + RunSummary.FILE
                    + " says " + rule.relevantPairs() + "; make the run again");
        }
        int[] user = users.users().rowsOf(pairs.ids().get(0));
        for (int row = 0; row < user.length; row++) {
            if (user[row] < 0) {
                throw new InputException(file + ", line " + (row + 2) + ": user "
                        + pairs.ids().get(0).written(row)
                        + " is not among those counted; make the run again");
            }
        }
        StoredPairs stored = new StoredPairs(file, user, pairs.ids().get(1), pairs.column(column(run, metric)));
        stored.requireSums(run.values(0, metric), users, metric);
        return stored;
    }

    private void requireSums(double[] values, UserValues users, String metric) {
        double[] sums = sums(values.length, row -> true);
        for (int at = 0; at < sums.length; at++) {
            if (!(Math.abs(sums[at] - values[at]) <= ROUNDING)) {
                throw new InputException(
                        file + ": the videos of user " + users.users().written(at) + " add " + sums[at]
                                + " to " + metric + ", but " + users.fileName() + " says " + values[at]
                                + "; one of them was changed, make the run again");
            }
        }
    }

    /** What the rows that pass add to the value of each of so many users. */
    double[] sums(int users, IntPredicate isCounted) {
        double[] sums = new double[users];
        for (int row = 0; row < user.length; row++) {
            if (isCounted.test(row)) {
                sums[user[row]] += added[row];
            }
        }
        return sums;
    }

    /** @throws InputException where the other run has other pairs */
    void requireSamePairs(StoredPairs other) {
        if (!Arrays.equals(user, other.user) || !video.isSame(other.video)) {
            throw new InputException(file + " and " + other.file + " have other relevant pairs; make both runs again");
        }
    }
}
