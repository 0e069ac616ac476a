package dev.linger.recommender.live;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * The plays of each user, also of users who are numbered after those of the history: those that a recommender was fitted to, and those observed since. Memory: 4 bytes for each of the
 * former, 28 for each of the latter.
 */
final class PlaysOfUsers {
    private static final int NONE = -1;

    private final InteractionLog history;
    private final ZoneId zone;
    private final int[] firstRow;
    private final int[] rows;

    /** The user's latest observed play, and the one before each; {@link #NONE} where there is none. */
    private int[] latest;

    private int[] before = new int[16];
    private int[] item = new int[16];
    private int[] play = new int[16];
    private int[] duration = new int[16];
    private long[] time = new long[16];
    private int size;

    PlaysOfUsers(InteractionLog history, int userCount, ZoneId zone) {
        this.history = history;
        this.zone = zone;
        this.firstRow = new int[userCount + 1];
        for (int row = 0; row < history.size(); row++) {
            firstRow[history.user(row) + 1]++;
        }
        for (int user = 0; user < userCount; user++) {
            firstRow[user + 1] += firstRow[user];
        }
        this.rows = new int[history.size()];
        int[] next = firstRow.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[history.user(row)]++] = row;
        }
        this.latest = new int[userCount];
        Arrays.fill(latest, NONE);
    }

    /** @param one play */
    void add(InteractionLog one) {
        if (size == item.length) {
            int room = Math.multiplyExact(size, 2);
            before = Arrays.copyOf(before, room);
            item = Arrays.copyOf(item, room);
            play = Arrays.copyOf(play, room);
            duration = Arrays.copyOf(duration, room);
            time = Arrays.copyOf(time, room);
        }
        int user = one.user(0);
        if (user >= latest.length) {
            int known = latest.length;
            latest = Arrays.copyOf(latest, Math.max(user + 1, Math.multiplyExact(known, 2)));
            Arrays.fill(latest, known, latest.length, NONE);
        }
        before[size] = latest[user];
        item[size] = one.item(0);
        play[size] = one.playMillis(0);
        duration[size] = one.durationMillis(0);
        time[size] = one.timestampMillis(0);
        latest[user] = size++;
    }

    /** How many plays have been observed. */
    int observed() {
        return size;
    }

    /** Whether a play of the user has been observed. */
    boolean hasObserved(int user) {
        return user < latest.length && latest[user] != NONE;
    }

    /** The observed items of a user, ascending, each once. */
    int[] observedItems(int user) {
        int count = 0;
        int last = hasObserved(user) ? latest[user] : NONE;
        for (int at = last; at != NONE; at = before[at]) {
            count++;
        }
        int[] items = new int[count];
        for (int at = last; at != NONE; at = before[at]) {
            items[--count] = item[at];
        }
        return Arrays.stream(items).sorted().distinct().toArray();
    }

    /**
     * All plays of a user.
     *
     * @param as the number of the user in the log that is given
     */
    InteractionLog of(int user, int as) {
        boolean isOfHistory = user < firstRow.length - 1;
        int from = isOfHistory ? firstRow[user] : 0;
        int to = isOfHistory ? firstRow[user + 1] : 0;
        InteractionLogBuilder all = new InteractionLogBuilder(zone, to - from);
        for (int at = from; at < to; at++) {
            int row = rows[at];
            all.add(
                    as,
                    history.item(row),
                    history.playMillis(row),
                    history.durationMillis(row),
                    history.timestampMillis(row));
        }
        for (int at = hasObserved(user) ? latest[user] : NONE; at != NONE; at = before[at]) {
            all.add(as, item[at], play[at], duration[at], time[at]);
        }
        return all.build();
    }
}
