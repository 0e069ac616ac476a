package dev.linger.features.affinity;

import java.util.Arrays;

/**
 * Counts of the pairs met so far, in a table for each user, so that rows of one user find all they need close together.
 * Memory: a pair has 4 (1 + width) bytes, and a table is full to 3/5 to 3/4.
 */
final class GrowingPairs implements PairCounts.Pairs {
    private static final int[] NONE_YET = {};

    /** Slots, of which a quarter stays empty. */
    private static final int FEWEST = 4;

    private final int width;
    private final int[][] values;
    private final int[][] counts;
    private final int[] sizes;

    GrowingPairs(int userCount, int width) {
        this.width = width;
        this.values = new int[userCount][];
        this.counts = new int[userCount][];
        this.sizes = new int[userCount];
        Arrays.fill(values, NONE_YET);
        Arrays.fill(counts, NONE_YET);
    }

    /**
     * Takes over pairs that have not been met here, as {@link #met} gives them. A user who has none yet gets room for all of them
     * at once, and for an eighth more: a table that grew with the next pair would be half empty.
     */
    void add(int user, int[] met) {
        if (values[user].length == 0 && met.length > 0) {
            int pairs = met.length / (1 + width);
            room(user, Math.max(FEWEST, OpenAddressing.room(pairs + pairs / 8)));
        }
        for (int from = 0; from < met.length; from += 1 + width) {
            int slot = slot(user, met[from] - 1);
            System.arraycopy(met, from + 1, counts[user], slot * width, width);
        }
    }

    /** How many pairs of each user have been met. */
    int[] sizes() {
        return sizes;
    }

    @Override
    public int[] of(int user) {
        return counts[user];
    }

    @Override
    public int find(int user, int value) {
        int[] table = values[user];
        if (table.length == 0) {
            return PairCounts.NONE;
        }
        int slot = OpenAddressing.seek(table, 0, table.length, value);
        return table[slot] == OpenAddressing.EMPTY ? PairCounts.NONE : slot * width;
    }

    @Override
    public void meet(int count, int[] user, int[] value, int[] into) {
        for (int pair = 0; pair < count; pair++) {
            int slot = slot(user[pair], value[pair]);
            counts[user[pair]][slot * width]++;
        }
        for (int pair = 0; pair < count; pair++) {
            into[pair] = find(user[pair], value[pair]);
        }
    }

    /** The slot of a pair, which is given one where it has none. */
    private int slot(int user, int value) {
        if (values[user].length == 0) {
            grow(user);
        }
        int slot = OpenAddressing.seek(values[user], 0, values[user].length, value);
        if (values[user][slot] != OpenAddressing.EMPTY) {
            return slot;
        }
        if (sizes[user] >= values[user].length - (values[user].length >> 2)) {
            grow(user);
            slot = OpenAddressing.seek(values[user], 0, values[user].length, value);
        }
        values[user][slot] = value + 1;
        sizes[user]++;
        return slot;
    }

    private void grow(int user) {
        int[] oldValues = values[user];
        int[] oldCounts = counts[user];
        int slots = Math.addExact(oldValues.length, (oldValues.length >> 2) + FEWEST);
        room(user, slots);
        for (int from = 0; from < oldValues.length; from++) {
            if (oldValues[from] != OpenAddressing.EMPTY) {
                int to = OpenAddressing.seek(values[user], 0, slots, oldValues[from] - 1);
                values[user][to] = oldValues[from];
                System.arraycopy(oldCounts, from * width, counts[user], to * width, width);
            }
        }
    }

    private void room(int user, int slots) {
        values[user] = new int[slots];
        counts[user] = new int[Math.multiplyExact(slots, width)];
    }

    @Override
    public int[] met(int user) {
        int[] met = new int[sizes[user] * (1 + width)];
        int next = 0;
        for (int slot = 0; slot < values[user].length; slot++) {
            if (values[user][slot] != OpenAddressing.EMPTY) {
                met[next] = values[user][slot];
                System.arraycopy(counts[user], slot * width, met, next + 1, width);
                next += 1 + width;
            }
        }
        return met;
    }
}
