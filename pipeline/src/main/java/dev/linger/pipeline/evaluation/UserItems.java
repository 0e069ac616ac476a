package dev.linger.pipeline.evaluation;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

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

    /**
     * The set of some rows, each a pair, which may repeat.
     *
     * @param user of each row
     * @param item of each row
     * @param isIn whether the pair of a row is in the set
     */
    static UserItems of(int rows, IntUnaryOperator user, IntUnaryOperator item, IntPredicate isIn) {
        int[] kept = IntStream.range(0, rows).filter(isIn).toArray();
        Rows byUser = Rows.of(kept.length, at -> user.applyAsInt(kept[at]), at -> item.applyAsInt(kept[at]));
        Builder set = new Builder(byUser.values().length);
        byUser.forEachDistinct(set::add);
        return set.made();
    }

    /** The set of pairs in columns. */
    static UserItems of(JudgedPart.Pairs pairs) {
        int[] starts = new int[pairs.users().length + 1];
        for (int at = 0; at < pairs.users().length; at++) {
            starts[at + 1] = starts[at] + pairs.counts()[at];
        }
        return new UserItems(pairs.users(), starts, pairs.items());
    }

    /** All of it as columns. */
    JudgedPart.Pairs columns() {
        return new JudgedPart.Pairs(
                users,
                IntStream.range(0, users.length)
                        .map(at -> starts[at + 1] - starts[at])
                        .toArray(),
                items);
    }

    /**
     * Values of rows, those of a user together and ascending.
     *
     * @param starts values of a user are {@code values[starts[user]..starts[user + 1] - 1]}
     */
    record Rows(int[] starts, int[] values) {
        static Rows of(int rows, IntUnaryOperator user, IntUnaryOperator value) {
            int users = 1 + IntStream.range(0, rows).map(user).max().orElse(-1);
            int[] starts = new int[users + 1];
            for (int row = 0; row < rows; row++) {
                starts[user.applyAsInt(row) + 1]++;
            }
            for (int at = 0; at < users; at++) {
                starts[at + 1] += starts[at];
            }
            int[] next = starts.clone();
            int[] values = new int[rows];
            for (int row = 0; row < rows; row++) {
                values[next[user.applyAsInt(row)]++] = value.applyAsInt(row);
            }
            for (int at = 0; at < users; at++) {
                Arrays.sort(values, starts[at], starts[at + 1]);
            }
            return new Rows(starts, values);
        }

        /** Gives each user and value once, ascending. */
        void forEachDistinct(Pair task) {
            for (int user = 0; user < starts.length - 1; user++) {
                for (int at = starts[user]; at < starts[user + 1]; at++) {
                    if (at == starts[user] || values[at] != values[at - 1]) {
                        task.take(user, values[at]);
                    }
                }
            }
        }
    }

    /** Takes a user and what goes with it. */
    @FunctionalInterface
    interface Pair {
        void take(int user, int value);
    }

    /** Pairs in ascending order on their way to a set. */
    static final class Builder {
        private int[] users = new int[16];
        private int[] starts = new int[17];
        private final int[] items;
        private int userCount;
        private int size;

        /** @param most so many pairs at most */
        Builder(int most) {
            items = new int[most];
        }

        /** Adds the pair that comes next. */
        void add(int user, int item) {
            if (userCount == 0 || users[userCount - 1] != user) {
                if (userCount == users.length) {
                    users = Arrays.copyOf(users, 2 * userCount);
                    starts = Arrays.copyOf(starts, 2 * userCount + 1);
                }
                users[userCount] = user;
                starts[userCount++] = size;
            }
            items[size++] = item;
        }

        UserItems made() {
            starts[userCount] = size;
            return new UserItems(
                    Arrays.copyOf(users, userCount), Arrays.copyOf(starts, userCount + 1), Arrays.copyOf(items, size));
        }
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
        Builder kept = new Builder(items.length);
        for (int at = 0; at < users.length; at++) {
            for (int position = starts[at]; position < starts[at + 1]; position++) {
                if (keep.test(users[at], items[position])) {
                    kept.add(users[at], items[position]);
                }
            }
        }
        return kept.made();
    }
}
