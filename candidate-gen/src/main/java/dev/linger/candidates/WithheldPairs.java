package dev.linger.candidates;

import java.util.Arrays;

/**
 * Pairs that were taken out of the log before it was cut, as those of a fully observed block are: nothing is known of
 * them, so they are neither seen nor unobserved, and no fit may pull their scores down.
 *
 * @param byUser the withheld items of each user, ascending
 * @param byItem the withheld users of each item, ascending
 */
public record WithheldPairs(SparsePattern byUser, SparsePattern byItem) {
    public WithheldPairs {
        if (byUser.size() != byItem.size()) {
            throw new IllegalArgumentException(
                    byUser.size() + " pairs by user but " + byItem.size() + " pairs by item");
        }
    }

    /** No pairs. */
    public static WithheldPairs none(int userCount, int itemCount) {
        return of(new int[0], new int[0], userCount, itemCount);
    }

    /** The distinct pairs (user[at], item[at]), sorted by user, then item; the items are not copied. */
    public static WithheldPairs of(int[] user, int[] item, int userCount, int itemCount) {
        int[] userStart = starts(user, userCount);
        int[] itemStart = starts(item, itemCount);
        int[] next = Arrays.copyOf(itemStart, itemCount);
        int[] users = new int[item.length];
        for (int at = 0; at < item.length; at++) {
            users[next[item[at]]++] = user[at];
        }
        return new WithheldPairs(new SparsePattern(userStart, item), new SparsePattern(itemStart, users));
    }

    private static int[] starts(int[] index, int count) {
        int[] start = new int[count + 1];
        for (int value : index) {
            start[value + 1]++;
        }
        for (int at = 0; at < count; at++) {
            start[at + 1] += start[at];
        }
        return start;
    }
}
