package dev.linger.data.csv;

import java.util.Arrays;

/**
 * Some lines of a text, each whole: their bytes, and what was parsed of them. Runs of lines that did not come to numbers
 * are noted by where they stand, for a reading with more care.
 */
final class LineBlock {
    /** Bytes behind the text that a parser may look at. */
    static final int SLACK = Long.BYTES;

    byte[] text;

    /** Where the lines below the header begin. */
    int begin;

    int end;

    /** Whether the text ends here. */
    boolean last;

    /** Whether these bytes are the beginning of a line that is longer than a row may be. */
    boolean endless;

    /** The lines, and those above {@link #begin}, of which {@code blankLines} are blank. */
    long lines;

    long linesAbove;
    long blankAbove;

    /** The numbers of {@link #rows} rows, {@link #width} of each. */
    long[] numbers = new long[1 << 10];

    int width;
    int rows;

    /** Where each row begins in the text. */
    int[] rowBegins = new int[1 << 8];

    int runs;
    private int[] runs3 = new int[3];

    LineBlock(int size) {
        text = new byte[size + SLACK];
    }

    void clear() {
        begin = 0;
        end = 0;
        last = false;
        endless = false;
        lines = 0;
        linesAbove = 0;
        blankAbove = 0;
        rows = 0;
        runs = 0;
    }

    /** Where the numbers of one more row have room. */
    int roomForRow() {
        int at = rows * width;
        if (at + width > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (at + width));
        }
        return at;
    }

    /** Notes that the numbers for which there was room are those of a row that begins here. */
    void addRow(int from) {
        if (rows == rowBegins.length) {
            rowBegins = Arrays.copyOf(rowBegins, 2 * rows);
        }
        rowBegins[rows++] = from;
    }

    /** Notes the line {@code from..to-1}, which stands behind the rows so far. */
    void addUncommon(int from, int to) {
        int before = 3 * (runs - 1);
        if (runs > 0 && runs3[before] == rows && runs3[before + 2] == from) {
            runs3[before + 2] = to;
            return;
        }
        if (3 * runs == runs3.length) {
            runs3 = Arrays.copyOf(runs3, 2 * runs3.length);
        }
        runs3[3 * runs] = rows;
        runs3[3 * runs + 1] = from;
        runs3[3 * runs++ + 2] = to;
    }

    /** How many rows stand before a run of uncommon lines. */
    int rowsBefore(int run) {
        return runs3[3 * run];
    }

    int runBegin(int run) {
        return runs3[3 * run + 1];
    }

    int runEnd(int run) {
        return runs3[3 * run + 2];
    }
}
