package dev.linger.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * Rows of a log in the making: the columns that are given, in the order in which rows come. They stand in chunks of equal
 * size, so that more rows need no copy of those before.
 */
final class LogColumns {
    /** A chunk of times takes 256 KiB: no region of the heap is left half empty for it. */
    private static final int CHUNK_BITS = 15;

    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int IN_CHUNK = CHUNK - 1;

    int[][] user = {};
    int[][] item = {};
    int[][] playMillis = {};
    int[][] durationMillis = {};
    long[][] timestampMillis = {};

    /** Empty where rows have no flags. */
    byte[][] flags = {};

    int size;
    private final boolean haveFlags;
    private int room;

    /** @param expected about how many rows there will be, where they are few */
    LogColumns(int expected, boolean haveFlags) {
        this.haveFlags = haveFlags;
        makeRoom(Math.min(CHUNK, Math.max(1, expected)));
    }

    void add(int userIndex, int itemIndex, int play, int duration, long timestamp, int flagBits) {
        if (size == room) {
            requireRoom(size);
            makeRoom(size < CHUNK ? Math.min(CHUNK, 2 * size) : CHUNK);
        }
        int chunk = size >>> CHUNK_BITS;
        int at = size & IN_CHUNK;
        user[chunk][at] = userIndex;
        item[chunk][at] = itemIndex;
        playMillis[chunk][at] = play;
        durationMillis[chunk][at] = duration;
        timestampMillis[chunk][at] = timestamp;
        if (haveFlags) {
            flags[chunk][at] = (byte) flagBits;
        }
        size++;
    }

    void removeLast() {
        size--;
    }

    int user(int row) {
        return user[row >>> CHUNK_BITS][row & IN_CHUNK];
    }

    long timestampMillis(int row) {
        return timestampMillis[row >>> CHUNK_BITS][row & IN_CHUNK];
    }

    /** How many chunks hold rows. */
    int chunks() {
        return Workers.blockCount(size, CHUNK);
    }

    /** How many rows a chunk holds. */
    int rowsOf(int chunk) {
        return Math.min(CHUNK, size - (chunk << CHUNK_BITS));
    }

    /** Whether the rows are the same play; flags tell no play from another. */
    boolean equalRows(int a, int b) {
        int inA = a >>> CHUNK_BITS;
        int inB = b >>> CHUNK_BITS;
        int atA = a & IN_CHUNK;
        int atB = b & IN_CHUNK;
        return timestampMillis[inA][atA] == timestampMillis[inB][atB]
                && user[inA][atA] == user[inB][atB]
                && item[inA][atA] == item[inB][atB]
                && playMillis[inA][atA] == playMillis[inB][atB]
                && durationMillis[inA][atA] == durationMillis[inB][atB];
    }

    int hash(int row) {
        int chunk = row >>> CHUNK_BITS;
        int at = row & IN_CHUNK;
        long pair = (long) user[chunk][at] << 32 | item[chunk][at];
        long lengths = (long) playMillis[chunk][at] << 32 | durationMillis[chunk][at];
        long mixed = ((timestampMillis[chunk][at] * 31 + pair) * 31 + lengths) * 0x9e3779b97f4a7c15L;
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

    /** Makes the first chunk longer while it is short, or adds one. */
    private void makeRoom(int length) {
        int chunk = size >>> CHUNK_BITS;
        user = Arrays.copyOf(user, chunk + 1);
        item = Arrays.copyOf(item, chunk + 1);
        playMillis = Arrays.copyOf(playMillis, chunk + 1);
        durationMillis = Arrays.copyOf(durationMillis, chunk + 1);
        timestampMillis = Arrays.copyOf(timestampMillis, chunk + 1);
        user[chunk] = longer(user[chunk], length);
        item[chunk] = longer(item[chunk], length);
        playMillis[chunk] = longer(playMillis[chunk], length);
        durationMillis[chunk] = longer(durationMillis[chunk], length);
        long[] times = timestampMillis[chunk];
        timestampMillis[chunk] = times == null ? new long[length] : Arrays.copyOf(times, length);
        if (haveFlags) {
            flags = Arrays.copyOf(flags, chunk + 1);
            byte[] bits = flags[chunk];
            flags[chunk] = bits == null ? new byte[length] : Arrays.copyOf(bits, length);
        }
        room = (chunk << CHUNK_BITS) + length;
    }

    private static int[] longer(int[] column, int length) {
        return column == null ? new int[length] : Arrays.copyOf(column, length);
    }
}
