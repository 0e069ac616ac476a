package dev.linger.pipeline.evaluation;

import java.util.Arrays;

/** A set of (user, item) pairs: the ascending distinct items of each user, in flat arrays. */
final class UserItems {
    private static final int[] NONE = {};

    private final int[] users;
    private final int[] starts;
    private final int[] items;

    /** Items of {@code users[at]} are {@code items[starts[at]..starts[at + 1] - 1]}. */
    private UserItems(int[] users, int[] starts, int[] items) {
        this.users = users;
        this.starts = starts;
        this.items = items;
    }

    /** The form in which {@link #of} takes a pair; packed pairs sort by user, then item. */
    static long pair(int user, int item) {
        return (long) user << 32 | item;
    }

    /** The set of the first {@code count} packed pairs, which may repeat; sorts them in place. */
    static UserItems of(long[] pairs, int count) {
        Arrays.sort(pairs, 0, count);
        int[] users = new int[count];
        int[] starts = new int[count + 1];
        int[] items = new int[count];
        int userCount = 0;
        int itemCount = 0;
        for (int at = 0; at < count; at++) {
            if (at > 0 && pairs[at] == pairs[at - 1]) {
                continue;
            }
            int user = (int) (pairs[at] >>> 32);
            if (userCount == 0 || users[userCount - 1] != user) {
                users[userCount] = user;
                starts[userCount++] = itemCount;
            }
            items[itemCount++] = (int) pairs[at];
        }
        starts[userCount] = itemCount;
        return new UserItems(
                Arrays.copyOf(users, userCount), Arrays.copyOf(starts, userCount + 1), Arrays.copyOf(items, itemCount));
    }

    /** Users with an item, ascending. */
    int[] users() {
        return users.clone();
    }

    int userCount() {
        return users.length;
    }

    int pairCount() {
        return items.length;
    }

    /** The items of a user, ascending; empty where there are none. */
    int[] of(int user) {
        int at = Arrays.binarySearch(users, user);
        return at < 0 ? NONE : Arrays.copyOfRange(items, starts[at], starts[at + 1]);
    }

    boolean has(int user, int item) {
        int at = Arrays.binarySearch(users, user);
        return at >= 0 && Arrays.binarySearch(items, starts[at], starts[at + 1], item) >= 0;
    }

    UserItems where(Judgments.PairFilter keep) {
        long[] kept = new long[items.length];
        int count = 0;
        for (int at = 0; at < users.length; at++) {
            for (int position = starts[at]; position < starts[at + 1]; position++) {
                if (keep.test(users[at], items[position])) {
                    kept[count++] = pair(users[at], items[position]);
                }
            }
        }
        return of(kept, count);
    }
}
