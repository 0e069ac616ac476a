package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;

/**
 * Which slot of its user's table each pair of a log takes, in the order of the plays, so that who observes the log again
 * does not look for it.
 *
 * <p>This is no look ahead. A pair takes its slot when it is first met, and which one follows from the pairs met before it
 * and from the size of the table, as it would for one who has looked for each pair in a table of this size. The size alone
 * follows from the whole log: it says how much room there is, and counts are the same however much there is. A pair that has
 * not been met is in no table, so nobody who looks for it finds it.
 *
 * <p>Memory: 4 bytes a pair of a play.
 */
final class PairSlots {
    private final int[] sizes;
    private final int[] slots;

    private PairSlots(int[] sizes, int[] slots) {
        this.sizes = sizes;
        this.slots = slots;
    }

    static PairSlots of(InteractionLog log, int userCount, ItemValues values) {
        PairCounts growing = new PairCounts(userCount, values.valueCount(), 1, 0);
        int[] slots = new int[count(log, values)];
        meet(log, values, growing, slots);
        int[] sizes = growing.sizes();
        meet(log, values, new PairCounts(sizes, values.valueCount(), 1), slots);
        return new PairSlots(sizes, slots);
    }

    private static int count(InteractionLog log, ItemValues values) {
        int count = 0;
        for (int play = 0; play < log.size(); play++) {
            int item = log.item(play);
            count = Math.addExact(count, values.first(item + 1) - values.first(item));
        }
        return count;
    }

    private static void meet(InteractionLog log, ItemValues values, PairCounts pairs, int[] slots) {
        int[] users = new int[PairCounts.BATCH];
        int[] met = new int[PairCounts.BATCH];
        int[] found = new int[PairCounts.BATCH];
        int count = 0;
        int next = 0;
        for (int play = 0; play < log.size(); play++) {
            int end = values.first(log.item(play) + 1);
            for (int at = values.first(log.item(play)); at < end; at++) {
                users[count] = log.user(play);
                met[count++] = values.value(at);
                if (count == PairCounts.BATCH || next + count == slots.length) {
                    pairs.meet(count, users, met, found);
                    for (int pair = 0; pair < count; pair++) {
                        slots[next++] = pairs.slot(found[pair]);
                    }
                    count = 0;
                }
            }
        }
    }

    /** How many pairs of each user the log has: for so many there must be room before the first is met. */
    int[] sizes() {
        return sizes;
    }

    /** The slot of each pair of each play. */
    int[] slots() {
        return slots;
    }
}
