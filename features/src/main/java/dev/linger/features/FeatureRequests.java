package dev.linger.features;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows asked for: a user, an item, and when.
 *
 * @param user user of each row
 * @param item item of each row
 * @param asOfDay only days before this one may be looked at, in days since 1970-01-01; never falls from row to row
 * @param requestMillis when the list was asked for or the video shown, in milliseconds since 1970-01-01 UTC
 * @param stageOne what stage one says of each row
 */
public record FeatureRequests(int[] user, int[] item, int[] asOfDay, long[] requestMillis, StageOneCells stageOne) {
    public FeatureRequests {
        int rows = user.length;
        if (item.length != rows || asOfDay.length != rows || requestMillis.length != rows || stageOne.rows() != rows) {
            throw new IllegalArgumentException("columns of " + rows + ", " + item.length + ", " + asOfDay.length + ", "
                    + requestMillis.length + " and " + stageOne.rows() + " rows do not make requests");
        }
        for (int row = 1; row < rows; row++) {
            if (asOfDay[row] < asOfDay[row - 1]) {
                throw new IllegalArgumentException("as-of day falls from " + asOfDay[row - 1] + " to " + asOfDay[row]
                        + " at row " + row + ": ask in order of days");
            }
        }
    }

    /** Candidates of one request: every row as of the same day and asked for at the same time. */
    public static FeatureRequests at(int asOfDay, long requestMillis, int[] user, int[] item, StageOneCells stageOne) {
        int[] days = new int[user.length];
        Arrays.fill(days, asOfDay);
        long[] times = new long[user.length];
        Arrays.fill(times, requestMillis);
        return new FeatureRequests(user, item, days, times, stageOne);
    }

    /** These rows and, after them, later ones with the same columns of stage one. */
    public FeatureRequests and(FeatureRequests later) {
        int rows = size() + later.size();
        int[] users = Arrays.copyOf(user, rows);
        int[] items = Arrays.copyOf(item, rows);
        int[] days = Arrays.copyOf(asOfDay, rows);
        long[] times = Arrays.copyOf(requestMillis, rows);
        System.arraycopy(later.user, 0, users, size(), later.size());
        System.arraycopy(later.item, 0, items, size(), later.size());
        System.arraycopy(later.asOfDay, 0, days, size(), later.size());
        System.arraycopy(later.requestMillis, 0, times, size(), later.size());
        return new FeatureRequests(
                users, items, days, times, StageOneCells.concat(stageOne.columns(), List.of(stageOne, later.stageOne)));
    }

    /** The same rows with score and rank alone of what stage one says. */
    public FeatureRequests brief() {
        return new FeatureRequests(user, item, asOfDay, requestMillis, stageOne.scoreAndRank());
    }

    /** A copy of the rows {@code from..to-1}. */
    public FeatureRequests slice(int from, int to) {
        return new FeatureRequests(
                Arrays.copyOfRange(user, from, to),
                Arrays.copyOfRange(item, from, to),
                Arrays.copyOfRange(asOfDay, from, to),
                Arrays.copyOfRange(requestMillis, from, to),
                stageOne.slice(from, to));
    }

    /** A copy of some rows, by rising row number. */
    public FeatureRequests rows(int[] rows) {
        int[] users = new int[rows.length];
        int[] items = new int[rows.length];
        int[] days = new int[rows.length];
        long[] times = new long[rows.length];
        for (int at = 0; at < rows.length; at++) {
            users[at] = user[rows[at]];
            items[at] = item[rows[at]];
            days[at] = asOfDay[rows[at]];
            times[at] = requestMillis[rows[at]];
        }
        return new FeatureRequests(users, items, days, times, stageOne.rows(rows));
    }

    /** The first row after {@code from} that is asked as of another day; {@link #size()} where there is none. */
    public int endOfDay(int from) {
        int to = from + 1;
        while (to < size() && asOfDay[to] == asOfDay[from]) {
            to++;
        }
        return to;
    }

    /** The numbers of all rows in the order of their instants; of those of the same instant the lowest first. */
    public int[] inOrderOfTime() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingLong(row -> requestMillis[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Rows with what retrieval says of them alone. */
    public FeatureRows retrievalRows() {
        return new FeatureRows(stageOne.columns(), user, item, stageOne.values());
    }

    /** The number of rows. */
    public int size() {
        return user.length;
    }
}
