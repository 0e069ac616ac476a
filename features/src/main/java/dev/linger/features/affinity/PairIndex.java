package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import java.util.Arrays;

/**
 * Numbers the distinct pairs of a user and a value (author, tag, item) of the items in a log, {@code 0..size()-1}, so that
 * arrays can hold what is counted of each. It says which pairs there are, not when: counts of a pair not yet played are
 * 0, like those of a pair that has no number.
 *
 * <p>Memory: 4 bytes a pair. Looking up is a binary search among the user's values.
 */
public final class PairIndex {
    /** Number of a pair that no play of the log has. */
    public static final int NONE = -1;

    private final int[] start;
    private final int[] values;

    private PairIndex(int[] start, int[] values) {
        this.start = start;
        this.values = values;
    }

    public static PairIndex of(InteractionLog log, int userCount, ItemValues valuesOfItem) {
        int[] playsStart = new int[userCount + 1];
        int[] items = itemsByUser(log, playsStart);
        int[] start = new int[userCount + 1];
        int[] pairs = new int[16];
        int[] lastUserOf = new int[valuesOfItem.valueCount()];
        Arrays.fill(lastUserOf, -1);
        for (int user = 0; user < userCount; user++) {
            int size = start[user];
            for (int play = playsStart[user]; play < playsStart[user + 1]; play++) {
                int end = valuesOfItem.first(items[play] + 1);
                for (int at = valuesOfItem.first(items[play]); at < end; at++) {
                    int value = valuesOfItem.value(at);
                    if (lastUserOf[value] != user) {
                        lastUserOf[value] = user;
                        if (size == pairs.length) {
                            pairs = Arrays.copyOf(pairs, Math.addExact(size, size >> 1));
                        }
                        pairs[size++] = value;
                    }
                }
            }
            Arrays.sort(pairs, start[user], size);
            start[user + 1] = size;
        }
        return new PairIndex(start, Arrays.copyOf(pairs, start[userCount]));
    }

    /** Items of the plays, grouped by user; writes where each user's plays start. */
    private static int[] itemsByUser(InteractionLog log, int[] start) {
        for (int row = 0; row < log.size(); row++) {
            start[log.user(row) + 1]++;
        }
        for (int user = 1; user < start.length; user++) {
            start[user] += start[user - 1];
        }
        int[] next = start.clone();
        int[] items = new int[log.size()];
        for (int row = 0; row < log.size(); row++) {
            items[next[log.user(row)]++] = log.item(row);
        }
        return items;
    }

    /** The number of pairs. */
    public int size() {
        return values.length;
    }

    /** The number of a pair, or {@link #NONE}. */
    public int find(int user, int value) {
        int at = Arrays.binarySearch(values, start[user], start[user + 1], value);
        return at >= 0 ? at : NONE;
    }
}
