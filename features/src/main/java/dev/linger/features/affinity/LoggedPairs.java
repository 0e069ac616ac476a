package dev.linger.features.affinity;

import java.util.Arrays;

/**
 * Counts of the pairs of a log whose {@link PairSlots} are remembered, met in the order of its plays: none is looked for.
 * A pair that has a slot and no count has not been met. Memory: 4 width bytes a slot.
 */
final class LoggedPairs implements PairCounts.Pairs {
    private static final int MOST_CELLS = Integer.MAX_VALUE - 8;

    private final PairSlots slots;
    private final int width;
    private final int[] counts;
    private int pairsMet;

    LoggedPairs(PairSlots slots, int width) {
        this.slots = slots;
        this.width = width;
        this.counts = new int[Math.multiplyExact(slots.count(), width)];
    }

    /** Whether one array is long enough for so many ints of each slot. */
    static boolean fit(PairSlots slots, int width) {
        return (long) slots.count() * width <= MOST_CELLS;
    }

    @Override
    public int[] of(int user) {
        return counts;
    }

    @Override
    public int find(int user, int value) {
        int slot = slots.find(user, value);
        return slot != PairCounts.NONE && counts[slot * width] > 0 ? slot * width : PairCounts.NONE;
    }

    @Override
    public void meet(int count, int[] user, int[] value, int[] into) {
        int[] ofPairs = slots.ofPairs();
        for (int pair = 0; pair < count; pair++) {
            into[pair] = ofPairs[pairsMet + pair] * width;
            counts[into[pair]]++;
        }
        pairsMet += count;
    }

    @Override
    public int[] met(int user) {
        int[] met = new int[(slots.end(user) - slots.start(user)) * (1 + width)];
        int next = 0;
        for (int slot = slots.start(user); slot < slots.end(user); slot++) {
            if (counts[slot * width] > 0) {
                met[next] = slots.value(slot) + 1;
                System.arraycopy(counts, slot * width, met, next + 1, width);
                next += 1 + width;
            }
        }
        return Arrays.copyOf(met, next);
    }
}
