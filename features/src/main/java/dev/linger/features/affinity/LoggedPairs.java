package dev.linger.features.affinity;

import java.util.Arrays;

/**
 * Counts of the pairs of a log whose {@link PairSlots} are remembered, met in the order of its plays: none is looked for.
 * A pair that has a slot and no count has not been met. Memory: 4 width bytes a slot of the users met, in an array a user, for
 * one of all is so long that a heap which has the room may not have it in one piece.
 */
final class LoggedPairs implements PairCounts.Pairs {
    private static final int MOST_CELLS = Integer.MAX_VALUE - 8;
    private static final int[] NOT_MET = {};

    private final PairSlots slots;
    private final int width;
    private final int[][] counts;
    private int pairsMet;

    LoggedPairs(PairSlots slots, int width) {
        this.slots = slots;
        this.width = width;
        this.counts = new int[slots.userCount()][];
        Arrays.fill(counts, NOT_MET);
    }

    /** Whether one array is long enough for so many ints of each slot of any user. */
    static boolean fit(PairSlots slots, int width) {
        int most = 0;
        for (int user = 0; user < slots.userCount(); user++) {
            most = Math.max(most, slots.end(user) - slots.start(user));
        }
        return (long) most * width <= MOST_CELLS;
    }

    @Override
    public int[] of(int user) {
        return counts[user];
    }

    @Override
    public int find(int user, int value) {
        int[] ofUser = counts[user];
        if (ofUser.length == 0) {
            return PairCounts.NONE;
        }
        int slot = slots.find(user, value);
        int at = (slot - slots.start(user)) * width;
        return slot != PairCounts.NONE && ofUser[at] > 0 ? at : PairCounts.NONE;
    }

    @Override
    public void meet(int count, int[] user, int[] value, int[] into) {
        int[] ofPairs = slots.ofPairs();
        for (int pair = 0; pair < count; pair++) {
            int one = user[pair];
            if (counts[one].length == 0) {
                counts[one] = new int[(slots.end(one) - slots.start(one)) * width];
            }
            into[pair] = (ofPairs[pairsMet + pair] - slots.start(one)) * width;
            counts[one][into[pair]]++;
        }
        pairsMet += count;
    }

    @Override
    public int[] met(int user) {
        int[] ofUser = counts[user];
        int[] met = new int[ofUser.length / width * (1 + width)];
        int next = 0;
        for (int at = 0; at < ofUser.length; at += width) {
            if (ofUser[at] > 0) {
                met[next] = slots.value(slots.start(user) + at / width) + 1;
                System.arraycopy(ofUser, at, met, next + 1, width);
                next += 1 + width;
            }
        }
        return Arrays.copyOf(met, next);
    }
}
