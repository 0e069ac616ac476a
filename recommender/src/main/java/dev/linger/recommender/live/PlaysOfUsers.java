package dev.linger.recommender.live;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The plays of each user, also of users who are numbered after those of the history: those that a recommender was fitted to,
 * and those observed since. Memory: 20 bytes for each of the former, 24 for each of the latter.
 */
final class PlaysOfUsers {
    private static final int NONE = -1;

    private final ZoneId zone;

    /** Where the plays of the history of each user begin, in the columns below, each user's in the order of time. */
    private final int[] first;

    private final int[] items;
    private final int[] plays;
    private final int[] durations;
    private final long[] times;

    /** The user's latest observed play, and the one before each; {@link #NONE} where there is none. */
    private int[] latest;

    private int[] before = new int[16];
    private int[] item = new int[16];
    private int[] play = new int[16];
    private int[] duration = new int[16];
    private long[] time = new long[16];
    private int size;

    PlaysOfUsers(InteractionLog history, int userCount, ZoneId zone) {
        this.zone = zone;
        this.first = new int[userCount + 1];
        for (int row = 0; row < history.size(); row++) {
            first[history.user(row) + 1]++;
        }
        for (int user = 0; user < userCount; user++) {
            first[user + 1] += first[user];
        }
        this.items = new int[history.size()];
        this.plays = new int[items.length];
        this.durations = new int[items.length];
        this.times = new long[items.length];
        int[] next = first.clone();
        for (int row = 0; row < items.length; row++) {
            int at = next[history.user(row)]++;
            items[at] = history.item(row);
            plays[at] = history.playMillis(row);
            durations[at] = history.durationMillis(row);
            times[at] = history.timestampMillis(row);
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
        return latest(user) != NONE;
    }

    private boolean ofHistory(int user) {
        return user < first.length - 1;
    }

    private int latest(int user) {
        return user < latest.length ? latest[user] : NONE;
    }

    /** The items of a user that were observed to be played at an instant or later, in no order; an item may repeat. */
    int[] observedItems(int user, long sinceMillis) {
        return IntStream.of(observed(user))
                .filter(at -> time[at] >= sinceMillis)
                .map(at -> item[at])
                .toArray();
    }

    /** Where the observed plays of a user are, in the order in which they were observed. */
    private int[] observed(int user) {
        int count = 0;
        for (int at = latest(user); at != NONE; at = before[at]) {
            count++;
        }
        int[] observed = new int[count];
        for (int at = latest(user); at != NONE; at = before[at]) {
            observed[--count] = at;
        }
        return observed;
    }

    /** All plays of a user, as those of user 0. */
    InteractionLog of(int user) {
        int from = ofHistory(user) ? first[user] : 0;
        int to = ofHistory(user) ? first[user + 1] : 0;
        InteractionLogBuilder all = new InteractionLogBuilder(zone, to - from);
        for (int at = from; at < to; at++) {
            all.add(0, items[at], plays[at], durations[at], times[at]);
        }
        for (int at : observed(user)) {
            all.add(0, item[at], play[at], duration[at], time[at]);
        }
        return all.build();
    }
}
