package dev.linger.features.affinity;

import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some ints for each pair of a user and a value (author, tag, item) that has been met, all 0 at first. It grows with the
 * pairs that are met.
 *
 * <p>Each user has a table of its own, so that rows of one user find all they need close together. A slot of a table holds a
 * key and the counts. The key is the value times an odd number, modulo 2^32: another key for each value, spread over all
 * numbers. Keys rise from slot to slot, with empty slots in between, and a key of the share s of all numbers is looked for
 * from the share s of the table on (ordered linear probing: O. Amble and D. E. Knuth, Ordered hash tables, The Computer
 * Journal 17, 1974). The search for a key that is not there ends at the first larger one, so that a table may be nearly full.
 *
 * <p>Memory: a pair has 4 (1 + width) bytes, and a table is full to 0.7 to 0.87.
 */
final class PairCounts {
    /** No counts: the pair has not been met. */
    static final int NONE = -1;

    // The odd number next to 2^32 / golden ratio.
    private static final int SPREAD = 0x9E3779B1;
    private static final int EMPTY = 0;
    private static final int[] NO_SLOTS = {};

    private final int stride;
    private final int[][] tables;
    private final int[] capacities;
    private final int[] sizes;

    /** Without it the looks of {@link #touch} would be for nothing, and left out. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    /** @param width ints of each pair */
    PairCounts(int userCount, int width) {
        this.stride = 1 + width;
        this.tables = new int[userCount][];
        this.capacities = new int[userCount];
        this.sizes = new int[userCount];
        Arrays.fill(tables, NO_SLOTS);
    }

    /** The counts of all pairs of a user, until another pair of the user is met. */
    int[] of(int user) {
        return tables[user];
    }

    /** Where the counts of a pair begin among {@link #of} the user; {@link #NONE} where it has not been met. */
    int find(int user, int value) {
        int[] table = tables[user];
        int key = key(value);
        int at = seek(table, key, home(key, capacities[user]));
        return at < table.length && table[at] == key ? at + 1 : NONE;
    }

    /** The same of a pair that is met now; its counts move when another pair of the user is met. */
    int meet(int user, int value) {
        int[] table = tables[user];
        int key = key(value);
        int at = seek(table, key, home(key, capacities[user]));
        return at < table.length && table[at] == key ? at + 1 : insert(user, key, at);
    }

    /**
     * Looks at the memory of a pair that is met soon. Pairs come in no order; in a short loop that does nothing else the
     * processor waits for several of them at once.
     */
    void touch(int user, int value) {
        int[] table = tables[user];
        int at = home(key(value), capacities[user]);
        touched += at < table.length ? table[at] : 0;
    }

    private static int key(int value) {
        return (value + 1) * SPREAD; // never EMPTY
    }

    private int home(int key, int capacity) {
        return (int) (((key & 0xFFFFFFFFL) * capacity) >>> 32) * stride;
    }

    /** The first slot from a position on that is empty or has at least this key. */
    private int seek(int[] table, int key, int from) {
        // As unsigned numbers with 0, an empty slot, above all others: k - 1 + 2^31 compares so as a signed one.
        int bound = key + Integer.MAX_VALUE;
        int at = from;
        while (at < table.length && table[at] + Integer.MAX_VALUE < bound) {
            at += stride;
        }
        return at;
    }

    private int insert(int user, int key, int at) {
        int[] table = tables[user];
        int end = at;
        while (end < table.length && table[end] != EMPTY) {
            end += stride;
        }
        if (end >= table.length || isFull(sizes[user], capacities[user])) {
            place(user, table, sizes[user] + 1);
            return insert(user, key, seek(tables[user], key, home(key, capacities[user])));
        }
        System.arraycopy(table, at, table, at + stride, end - at);
        Arrays.fill(table, at, at + stride, 0);
        table[at] = key;
        sizes[user]++;
        return at + 1;
    }

    private static boolean isFull(int size, int capacity) {
        return size >= capacity - (capacity >> 3);
    }

    /** Gives a user the pairs of a table, in a larger one that has room for so many. */
    private void place(int user, int[] pairs, int size) {
        int capacity = capacities[user];
        int[] placed;
        do {
            capacity = Math.addExact(capacity, (capacity >> 2) + 4);
            placed = isFull(size, capacity) ? null : placed(pairs, capacity);
        } while (placed == null);
        tables[user] = placed;
        capacities[user] = capacity;
    }

    /** The pairs of a table in another one; null where the last of them fall behind its end. */
    private int @Nullable [] placed(int[] pairs, int capacity) {
        int[] table = new int[Math.multiplyExact(capacity + 1 + Math.min(capacity >> 3, 31), stride)];
        int next = 0;
        for (int at = 0; at < pairs.length; at += stride) {
            if (pairs[at] == EMPTY) {
                continue;
            }
            next = Math.max(next, home(pairs[at], capacity));
            if (next >= table.length) {
                return null;
            }
            System.arraycopy(pairs, at, table, next, stride);
            next += stride;
        }
        return table;
    }

    /** Lists the pairs met, user by user, without the empty slots. */
    void state(StateColumns columns) throws IOException {
        for (int user = 0; user < tables.length; user++) {
            int[] met = met(user);
            int[] read = columns.anyLength(met);
            if (read != met) {
                requireRising(read);
                sizes[user] = read.length / stride;
                capacities[user] = 0;
                place(user, read, sizes[user]);
            }
        }
    }

    private int[] met(int user) {
        int[] table = tables[user];
        int[] met = new int[sizes[user] * stride];
        int next = 0;
        for (int at = 0; at < table.length; at += stride) {
            if (table[at] != EMPTY) {
                System.arraycopy(table, at, met, next, stride);
                next += stride;
            }
        }
        return met;
    }

    private void requireRising(int[] pairs) {
        boolean valid = pairs.length % stride == 0 && (pairs.length == 0 || pairs[0] != EMPTY);
        for (int at = stride; valid && at < pairs.length; at += stride) {
            valid = Integer.compareUnsigned(pairs[at - stride], pairs[at]) < 0;
        }
        if (!valid) {
            throw new IllegalArgumentException("a user's pairs are not in the order of their keys");
        }
    }
}
