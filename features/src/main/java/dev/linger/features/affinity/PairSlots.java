package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;

/**
 * A slot for each pair of a log, those of a user next to each other, and which of them the pairs take in the order of the
 * plays, so that who observes the log again does not look for them.
 *
 * <p>This is no look ahead. A slot says where a pair is counted, not that it is: who observes the log has a count for none
 * before its first play, and counts are the same wherever they are.
 *
 * <p>Memory: 4 bytes a pair of a play, and 16/3 a pair.
 */
final class PairSlots {
    private final int[] start;
    private final int[] values;
    private final int[] ofPairs;

    private PairSlots(int[] start, int[] values, int[] ofPairs) {
        this.start = start;
        this.values = values;
        this.ofPairs = ofPairs;
    }

    static PairSlots of(InteractionLog log, int userCount, ItemValues values) {
        int[] start = starts(distinct(log, userCount, values));
        PairSlots slots = new PairSlots(start, new int[start[userCount]], new int[count(log, values)]);
        int next = 0;
        for (int play = 0; play < log.size(); play++) {
            int end = values.first(log.item(play) + 1);
            for (int at = values.first(log.item(play)); at < end; at++) {
                int slot = slots.seek(log.user(play), values.value(at));
                slots.values[slot] = values.value(at) + 1;
                slots.ofPairs[next++] = slot;
            }
        }
        return slots;
    }

    private static int count(InteractionLog log, ItemValues values) {
        int count = 0;
        for (int play = 0; play < log.size(); play++) {
            int item = log.item(play);
            count = Math.addExact(count, values.first(item + 1) - values.first(item));
        }
        return count;
    }

    /** How many pairs of each user the log has. */
    private static int[] distinct(InteractionLog log, int userCount, ItemValues values) {
        GrowingPairs pairs = new GrowingPairs(userCount, 1);
        int[] user = new int[1];
        int[] value = new int[1];
        int[] found = new int[1];
        for (int play = 0; play < log.size(); play++) {
            user[0] = log.user(play);
            int end = values.first(log.item(play) + 1);
            for (int at = values.first(log.item(play)); at < end; at++) {
                value[0] = values.value(at);
                pairs.meet(1, user, value, found);
            }
        }
        return pairs.sizes();
    }

    private static int[] starts(int[] sizes) {
        int[] start = new int[sizes.length + 1];
        for (int user = 0; user < sizes.length; user++) {
            start[user + 1] = Math.addExact(start[user], OpenAddressing.room(sizes[user]));
        }
        return start;
    }

    private int seek(int user, int value) {
        return OpenAddressing.seek(values, start[user], start[user + 1] - start[user], value);
    }

    /** How many users there are. */
    int userCount() {
        return start.length - 1;
    }

    /** The first slot of a user. */
    int start(int user) {
        return start[user];
    }

    /** The slot after the last of a user. */
    int end(int user) {
        return start[user + 1];
    }

    /** The value of the pair that has a slot; -1 where none does. */
    int value(int slot) {
        return values[slot] - 1;
    }

    /** The slot of a pair; {@link PairCounts#NONE} where the log has no such pair. */
    int find(int user, int value) {
        if (start[user] == start[user + 1]) {
            return PairCounts.NONE;
        }
        int slot = seek(user, value);
        return values[slot] == OpenAddressing.EMPTY ? PairCounts.NONE : slot;
    }

    /** The slot of each pair of each play. */
    int[] ofPairs() {
        return ofPairs;
    }
}
