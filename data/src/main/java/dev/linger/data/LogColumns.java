package dev.linger.data;

import java.util.Arrays;
import java.util.Locale;

/** Rows of a log in the making: the columns that are given, in the order in which rows come. */
final class LogColumns {
    int[] user;
    int[] item;
    int[] playMillis;
    int[] durationMillis;
    long[] timestampMillis;

    /** Empty where rows have no flags. */
    byte[] flags;

    int size;

    /** @param expected about how many rows there will be */
    LogColumns(int expected, boolean haveFlags) {
        int capacity = Math.min(InteractionLog.MOST_ROWS, expected);
        user = new int[capacity];
        item = new int[capacity];
        playMillis = new int[capacity];
        durationMillis = new int[capacity];
        timestampMillis = new long[capacity];
        flags = new byte[haveFlags ? capacity : 0];
    }

    void add(int userIndex, int itemIndex, int play, int duration, long timestamp, int flagBits) {
        if (size == user.length) {
            requireRoom(size);
            grow();
        }
        user[size] = userIndex;
        item[size] = itemIndex;
        playMillis[size] = play;
        durationMillis[size] = duration;
        timestampMillis[size] = timestamp;
        if (flags.length > 0) {
            flags[size] = (byte) flagBits;
        }
        size++;
    }

    void removeLast() {
        size--;
    }

    /** Whether rows are the same play; flags tell no play from another. */
    boolean equalRows(int a, int b) {
        return timestampMillis[a] == timestampMillis[b]
                && user[a] == user[b]
                && item[a] == item[b]
                && playMillis[a] == playMillis[b]
                && durationMillis[a] == durationMillis[b];
    }

    int hash(int row) {
        long pair = (long) user[row] << 32 | item[row];
        long lengths = (long) playMillis[row] << 32 | durationMillis[row];
        long mixed = ((timestampMillis[row] * 31 + pair) * 31 + lengths) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }

    /** @throws InputException where a log cannot have one more row */
    static void requireRoom(int size) {
        if (size >= InteractionLog.MOST_ROWS) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "the log has more than %,d plays, and no more fit into one; leave out some of the users, or the oldest"
                            + " of the plays",
                    InteractionLog.MOST_ROWS));
        }
    }

    private void grow() {
        int capacity = (int) Math.min(InteractionLog.MOST_ROWS, size + (size >> 1) + 1L);
        user = Arrays.copyOf(user, capacity);
        item = Arrays.copyOf(item, capacity);
        playMillis = Arrays.copyOf(playMillis, capacity);
        durationMillis = Arrays.copyOf(durationMillis, capacity);
        timestampMillis = Arrays.copyOf(timestampMillis, capacity);
        flags = Arrays.copyOf(flags, flags.length == 0 ? 0 : capacity);
    }
}
