package dev.linger.data;

import java.util.Arrays;

/**
 * Tells whether the last row of a log in the making is a copy of an earlier one. While rows come by user, then time, a
 * copy can only stand in the run of rows of that user and time; once they do not, every row is entered into a hash table.
 */
final class EarlierRows {
    private static final int LONGEST_RUN = 64;

    private final LogColumns rows;
    private int followed;
    private int runBegin;
    private int[] table = new int[0];

    EarlierRows(LogColumns rows) {
        this.rows = rows;
    }

    /** Whether a row before the last equals it in all five values. */
    boolean holdCopyOfLast() {
        int last = rows.size - 1;
        while (table.length == 0 && followed <= last) {
            follow(followed++);
        }
        return table.length == 0 ? isInRun(last) : isInTable(last);
    }

    /** The last row is taken back. */
    void forgetLast() {
        followed = Math.min(followed, rows.size - 1);
    }

    /** Nothing is asked any more. */
    void forgetAll() {
        table = new int[0];
    }

    private void follow(int row) {
        if (row == 0 || comesAfter(row, row - 1)) {
            runBegin = row;
        } else if (comesAfter(row - 1, row) || row - runBegin >= LONGEST_RUN) {
            makeTable();
        }
    }

    private boolean comesAfter(int row, int other) {
        int byUser = Integer.compare(rows.user(row), rows.user(other));
        return byUser != 0 ? byUser > 0 : rows.timestampMillis(row) > rows.timestampMillis(other);
    }

    private boolean isInRun(int last) {
        for (int row = runBegin; row < last; row++) {
            if (rows.equalRows(row, last)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInTable(int last) {
        if (2L * rows.size > table.length) {
            makeTable();
        }
        return !enter(last);
    }

    /** Enters every row but the last into a table of at least four slots a row. */
    private void makeTable() {
        table = new int[0]; // the next is made where this one was
        table = new int[Math.max(64, Integer.highestOneBit(rows.size) * 4)];
        Arrays.fill(table, -1);
        for (int row = 0; row < rows.size - 1; row++) {
            enter(row);
        }
    }

    /** Enters a row unless an equal one stands in the table; open addressing with linear probing. */
    private boolean enter(int row) {
        int mask = table.length - 1;
        int slot = rows.hash(row) & mask;
        while (table[slot] >= 0) {
            if (rows.equalRows(table[slot], row)) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = row;
        return true;
    }
}
