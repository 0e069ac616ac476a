package dev.linger.pipeline.training;

import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The plays of a part of the log as rows to learn from or to predict, ordered by (day, user, time): each is asked for as
 * of its own day, with what a stage one says of it that was fitted before the part begins.
 *
 * @param requests the rows
 * @param watchRatio play time / duration of each row, as it was
 * @param durationMillis length of the video of each row
 * @param flags of the play of each row, as the log has them
 * @param group number of the (day, user) the row belongs to
 */
public record ObservedExamples(
        FeatureRequests requests, double[] watchRatio, int[] durationMillis, byte[] flags, int[] group) {
    /** All plays of the part. */
    public static ObservedExamples of(InteractionLog part, int userCount, RetrievalColumns stageOne, RunContext run) {
        return of(part, ListSample.ALL, userCount, stageOne, run);
    }

    /** The plays of the lists that are kept; nothing is computed for the others. */
    static ObservedExamples of(
            InteractionLog part, KeptLists lists, int userCount, RetrievalColumns stageOne, RunContext run) {
        int[] byUser = rowsByUser(part, lists, userCount);
        int[] place = placesByDay(part, byUser);
        int[] item = new int[byUser.length];
        for (int at = 0; at < item.length; at++) {
            item[at] = part.item(byUser[at]);
        }
        StageOneCells cells = StageOneCells.unknown(stageOne.columns(), item.length);
        int[] start = starts(part, byUser);
        int[] users = IntStream.range(0, start.length - 1)
                .map(at -> part.user(byUser[start[at]]))
                .toArray();
        try (Progress.Task task = run.progress().start("rank plays in stage one", "users", users.length)) {
            stageOne.fill(users, item, start, place, cells, run.workers(), task);
        }
        return inOrderOfDays(part, byUser, place, cells);
    }

    /** The same without a stage one, for rows whose columns do not look at it. */
    static ObservedExamples withoutStageOne(InteractionLog part, KeptLists lists, int userCount) {
        int[] byUser = rowsByUser(part, lists, userCount);
        return inOrderOfDays(
                part,
                byUser,
                placesByDay(part, byUser),
                StageOneCells.unknown(StageOneCells.SCORE_AND_RANK, byUser.length));
    }

    /** The rows with labels. */
    public TrainingSet trainingSet(FeatureSource rows, float[] label) {
        return new TrainingSet(rows, label, group);
    }

    /** The watch ratios cut down to the cap. */
    public float[] cappedRatios(double ratioCap) {
        float[] ratios = new float[watchRatio.length];
        for (int row = 0; row < ratios.length; row++) {
            ratios[row] = (float) Math.min(watchRatio[row], ratioCap);
        }
        return ratios;
    }

    /** How the watch ratios compare with plays of videos of about the same length. */
    public float[] quantiles(WatchQuantiles fitted) {
        float[] quantiles = new float[watchRatio.length];
        for (int row = 0; row < quantiles.length; row++) {
            quantiles[row] = (float) fitted.of(durationMillis[row], watchRatio[row]);
        }
        return quantiles;
    }

    public int size() {
        return watchRatio.length;
    }

    /** These plays and, after them, later ones, whose groups stay apart from these. */
    public ObservedExamples and(ObservedExamples later) {
        int rows = size() + later.size();
        double[] ratios = Arrays.copyOf(watchRatio, rows);
        System.arraycopy(later.watchRatio, 0, ratios, size(), later.size());
        int[] durations = Arrays.copyOf(durationMillis, rows);
        System.arraycopy(later.durationMillis, 0, durations, size(), later.size());
        byte[] bits = Arrays.copyOf(flags, rows);
        System.arraycopy(later.flags, 0, bits, size(), later.size());
        int[] groups = Arrays.copyOf(group, rows);
        int firstGroup = size() == 0 ? 0 : group[size() - 1] + 1;
        for (int row = 0; row < later.size(); row++) {
            groups[size() + row] = firstGroup + later.group[row];
        }
        return new ObservedExamples(requests.and(later.requests), ratios, durations, bits, groups);
    }

    /** Numbers of the drawn rows by (user, time): a counting sort, stable. */
    private static int[] rowsByUser(InteractionLog part, KeptLists lists, int userCount) {
        int[] drawn = IntStream.range(0, part.size())
                .filter(row -> lists.keeps(part.user(row), part.day(row)))
                .toArray();
        int[] next = new int[userCount + 1];
        for (int row : drawn) {
            next[part.user(row) + 1]++;
        }
        for (int user = 0; user < userCount; user++) {
            next[user + 1] += next[user];
        }
        int[] byUser = new int[drawn.length];
        for (int row : drawn) {
            byUser[next[part.user(row)]++] = row;
        }
        return byUser;
    }

    /** Where each user's rows begin, and the end of the last. */
    private static int[] starts(InteractionLog part, int[] byUser) {
        int[] start = new int[byUser.length + 1];
        int users = 0;
        for (int at = 0; at < byUser.length; at++) {
            if (at == 0 || part.user(byUser[at]) != part.user(byUser[at - 1])) {
                start[users++] = at;
            }
        }
        start[users] = byUser.length;
        return Arrays.copyOf(start, users + 1);
    }

    /** A second counting sort, by day: where each row goes, while rows of a day stay in order of user and time. */
    private static int[] placesByDay(InteractionLog part, int[] byUser) {
        int firstDay = byUser.length == 0 ? 0 : part.day(0);
        int days = byUser.length == 0 ? 0 : part.day(part.size() - 1) - firstDay + 1;
        int[] next = new int[days + 1];
        for (int row : byUser) {
            next[part.day(row) - firstDay + 1]++;
        }
        for (int day = 0; day < days; day++) {
            next[day + 1] += next[day];
        }
        int[] place = new int[byUser.length];
        for (int at = 0; at < place.length; at++) {
            place[at] = next[part.day(byUser[at]) - firstDay]++;
        }
        return place;
    }

    private static ObservedExamples inOrderOfDays(
            InteractionLog part, int[] byUser, int[] place, StageOneCells stageOne) {
        int rows = byUser.length;
        int[] user = new int[rows];
        int[] item = new int[rows];
        int[] day = new int[rows];
        long[] time = new long[rows];
        double[] ratio = new double[rows];
        int[] duration = new int[rows];
        byte[] flags = new byte[rows];
        for (int at = 0; at < rows; at++) {
            int row = byUser[at];
            int to = place[at];
            user[to] = part.user(row);
            item[to] = part.item(row);
            day[to] = part.day(row);
            time[to] = part.timestampMillis(row);
            ratio[to] = part.watchRatio(row);
            duration[to] = part.durationMillis(row);
            flags[to] = (byte) part.flags(row);
        }
        return new ObservedExamples(
                new FeatureRequests(user, item, day, time, stageOne), ratio, duration, flags, groups(user, day));
    }

    private static int[] groups(int[] user, int[] day) {
        int[] group = new int[user.length];
        for (int row = 1; row < user.length; row++) {
            boolean same = user[row] == user[row - 1] && day[row] == day[row - 1];
            group[row] = group[row - 1] + (same ? 0 : 1);
        }
        return group;
    }
}
