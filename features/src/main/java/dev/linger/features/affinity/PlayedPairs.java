package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distinct pairs that a log plays. Looking up a pair is a binary search among the user's values; the pair of a play is
 * known where no item has several values.
 *
 * <p>Memory: 4 bytes a pair, and 4 a play where no item has several values.
 */
final class PlayedPairs implements PairIndex {
    private final int[] start;
    private final int[] values;
    private final int @Nullable [] pairOfPlay;

    private PlayedPairs(int[] start, int[] values, int @Nullable [] pairOfPlay) {
        this.start = start;
        this.values = values;
        this.pairOfPlay = pairOfPlay;
    }

    static PlayedPairs of(InteractionLog log, int userCount, ItemValues valuesOfItem) {
        int[] firstPlay = new int[userCount + 1];
        int[] items = itemsByUser(log, firstPlay);
        int[] start = new int[userCount + 1];
        int[] values = new int[16];
        int[] lastUserOf = new int[valuesOfItem.valueCount()];
        Arrays.fill(lastUserOf, -1);
        for (int user = 0; user < userCount; user++) {
            int size = start[user];
            for (int play = firstPlay[user]; play < firstPlay[user + 1]; play++) {
                int end = valuesOfItem.first(items[play] + 1);
                for (int at = valuesOfItem.first(items[play]); at < end; at++) {
                    int value = valuesOfItem.value(at);
                    if (lastUserOf[value] != user) {
                        lastUserOf[value] = user;
                        if (size == values.length) {
                            values = Arrays.copyOf(values, Math.addExact(size, size >> 1));
                        }
                        values[size++] = value;
                    }
                }
            }
            Arrays.sort(values, start[user], size);
            start[user + 1] = size;
        }
        values = Arrays.copyOf(values, start[userCount]);
        return new PlayedPairs(
                start,
                values,
                valuesOfItem.most() <= 1 ? pairOfPlay(log, firstPlay, items, valuesOfItem, start, values) : null);
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

    /** The pair of each row of the log, found user by user; overwrites the items of the plays. */
    private static int[] pairOfPlay(
            InteractionLog log, int[] firstPlay, int[] items, ItemValues valuesOfItem, int[] start, int[] values) {
        int[] numbers = new int[valuesOfItem.valueCount()];
        for (int user = 0; user + 1 < start.length; user++) {
            for (int pair = start[user]; pair < start[user + 1]; pair++) {
                numbers[values[pair]] = pair;
            }
            for (int play = firstPlay[user]; play < firstPlay[user + 1]; play++) {
                int at = valuesOfItem.first(items[play]);
                items[play] = at == valuesOfItem.first(items[play] + 1) ? NONE : numbers[valuesOfItem.value(at)];
            }
        }
        int[] next = firstPlay.clone();
        int[] pairOfPlay = new int[log.size()];
        for (int row = 0; row < log.size(); row++) {
            pairOfPlay[row] = items[next[log.user(row)]++];
        }
        return pairOfPlay;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public int find(int user, int value) {
        int low = start[user];
        int count = start[user + 1] - low;
        if (count == 0) {
            return NONE;
        }
        while (count > 1) {
            int half = count >>> 1;
            low += values[low + half] <= value ? half : 0;
            count -= half;
        }
        return values[low] == value ? low : NONE;
    }

    @Override
    public int ofPlay(int row, int user, int value) {
        return pairOfPlay == null ? find(user, value) : pairOfPlay[row];
    }
}
