package dev.linger.data;

import java.util.Arrays;

/**
 * The rows of a log in the making by (time, user, item); rows equal in all three keep their order. Column by column they
 * are dealt out to parts by time, or by user where all have one time, each of which a core's cache holds; then each part is
 * sorted. So a row takes its 24 bytes and at most ten more at a time, unless most rows have one time.
 */
final class SortedRows {
    private static final int MOST_CELL_BITS = 16;
    private static final int MOST_PARTS = 1 << 10;
    private static final int LEAST_PART = 1 << 12;

    final int[] user;
    final int[] item;
    final int[] playMillis;
    final int[] durationMillis;
    final long[] timestampMillis;

    /** Empty where rows have none. */
    final byte[] flags;

    private final char[][] partOf;
    private int[] partBegins = {0};

    /** Takes the rows away from where they are; {@link #sort} is to be called for each part. */
    SortedRows(LogColumns rows) {
        int size = rows.size;
        partOf = new char[rows.chunks()][];
        makeParts(rows);
        user = dealt(rows.user, new int[size]);
        item = dealt(rows.item, new int[size]);
        playMillis = dealt(rows.playMillis, new int[size]);
        durationMillis = dealt(rows.durationMillis, new int[size]);
        timestampMillis = dealt(rows.timestampMillis, new long[size]);
        flags = rows.flags.length == 0 ? new byte[0] : dealt(rows.flags, new byte[size]);
        Arrays.fill(partOf, new char[0]);
    }

    int parts() {
        return partBegins.length - 1;
    }

    int begin(int part) {
        return partBegins[part];
    }

    int end(int part) {
        return partBegins[part + 1];
    }

    /** Equal spans of the leading key are cells, and neighbouring cells a part, until it has its share of the rows. */
    private void makeParts(LogColumns rows) {
        long[] range = range(rows);
        boolean byTime = range[0] != range[1];
        if (!byTime) {
            range = userRange(rows);
        }
        int cellBits =
                Math.min(MOST_CELL_BITS, Math.max(0, Integer.SIZE - 6 - Integer.numberOfLeadingZeros(rows.size)));
        int keyBits = Long.SIZE - Long.numberOfLeadingZeros(range[1] - range[0]);
        int shift = Math.max(0, keyBits - cellBits);
        int[] rowsOfCell = new int[1 << cellBits];
        for (int chunk = 0; chunk < partOf.length; chunk++) {
            partOf[chunk] = new char[rows.rowsOf(chunk)];
            for (int at = 0; at < partOf[chunk].length; at++) {
                long key = byTime ? rows.timestampMillis[chunk][at] : rows.user[chunk][at];
                int cell = (int) ((key - range[0]) >>> shift);
                partOf[chunk][at] = (char) cell;
                rowsOfCell[cell]++;
            }
        }
        char[] partOfCell = partOfCell(rowsOfCell, rows.size);
        for (char[] chunk : partOf) {
            for (int at = 0; at < chunk.length; at++) {
                chunk[at] = partOfCell[chunk[at]];
            }
        }
    }

    private char[] partOfCell(int[] rowsOfCell, int size) {
        int share = Math.max(LEAST_PART, size / MOST_PARTS);
        char[] partOfCell = new char[rowsOfCell.length];
        int[] ends = new int[rowsOfCell.length + 1];
        int part = 0;
        for (int cell = 0; cell < rowsOfCell.length; cell++) {
            part += ends[part + 1] >= share ? 1 : 0;
            partOfCell[cell] = (char) part;
            ends[part + 1] += rowsOfCell[cell];
        }
        partBegins = Arrays.copyOf(ends, part + 2);
        for (int at = 1; at < partBegins.length; at++) {
            partBegins[at] += partBegins[at - 1];
        }
        return partOfCell;
    }

    private static long[] range(LogColumns rows) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int chunk = 0; chunk < rows.chunks(); chunk++) {
            long[] times = rows.timestampMillis[chunk];
            for (int at = 0; at < rows.rowsOf(chunk); at++) {
                least = Math.min(least, times[at]);
                most = Math.max(most, times[at]);
            }
        }
        return new long[] {least, most};
    }

    private static long[] userRange(LogColumns rows) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int chunk = 0; chunk < rows.chunks(); chunk++) {
            int[] users = rows.user[chunk];
            for (int at = 0; at < rows.rowsOf(chunk); at++) {
                least = Math.min(least, users[at]);
                most = Math.max(most, users[at]);
            }
        }
        return new long[] {least, most};
    }

    private int[] dealt(int[][] chunks, int[] column) {
        int[] next = partBegins.clone();
        for (int chunk = 0; chunk < partOf.length; chunk++) {
            char[] parts = partOf[chunk];
            int[] values = chunks[chunk];
            for (int at = 0; at < parts.length; at++) {
                column[next[parts[at]]++] = values[at];
            }
            chunks[chunk] = new int[0];
        }
        return column;
    }

    private long[] dealt(long[][] chunks, long[] column) {
        int[] next = partBegins.clone();
        for (int chunk = 0; chunk < partOf.length; chunk++) {
            char[] parts = partOf[chunk];
            long[] values = chunks[chunk];
            for (int at = 0; at < parts.length; at++) {
                column[next[parts[at]]++] = values[at];
            }
            chunks[chunk] = new long[0];
        }
        return column;
    }

    private byte[] dealt(byte[][] chunks, byte[] column) {
        int[] next = partBegins.clone();
        for (int chunk = 0; chunk < partOf.length; chunk++) {
            char[] parts = partOf[chunk];
            byte[] values = chunks[chunk];
            for (int at = 0; at < parts.length; at++) {
                column[next[parts[at]]++] = values[at];
            }
            chunks[chunk] = new byte[0];
        }
        return column;
    }

    /** Sorts the rows of one part. */
    void sort(int part) {
        int begin = begin(part);
        int size = end(part) - begin;
        if (isInOrder(begin, begin + size)) {
            return;
        }
        int[] order = new RowOrder(size)
                .by(item, begin)
                .by(user, begin)
                .by(timestampMillis, begin)
                .rows();
        int[] ints = new int[size];
        reorder(user, begin, order, ints);
        reorder(item, begin, order, ints);
        reorder(playMillis, begin, order, ints);
        reorder(durationMillis, begin, order, ints);
        long[] times = Arrays.copyOfRange(timestampMillis, begin, begin + size);
        for (int row = 0; row < size; row++) {
            timestampMillis[begin + row] = times[order[row]];
        }
        byte[] bits = flags.length == 0 ? flags : Arrays.copyOfRange(flags, begin, begin + size);
        for (int row = 0; row < bits.length; row++) {
            flags[begin + row] = bits[order[row]];
        }
    }

    private static void reorder(int[] column, int begin, int[] order, int[] before) {
        System.arraycopy(column, begin, before, 0, order.length);
        for (int row = 0; row < order.length; row++) {
            column[begin + row] = before[order[row]];
        }
    }

    private boolean isInOrder(int begin, int end) {
        for (int row = begin + 1; row < end; row++) {
            int byTime = Long.compare(timestampMillis[row - 1], timestampMillis[row]);
            int byUser = byTime == 0 ? Integer.compare(user[row - 1], user[row]) : byTime;
            if (byUser > 0 || (byUser == 0 && item[row - 1] > item[row])) {
                return false;
            }
        }
        return true;
    }
}
