package dev.linger.data.csv;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of a column of numbers from 0 to below 2^53, told without their texts: the few cells that are none, and not
 * empty, keep theirs, for whoever asks to say what is wrong with them.
 */
public final class NumberColumn {
    private final CellKind kind;
    private final TextPool texts = new TextPool();
    private float[] values = new float[1 << 10];
    private int[] oddRows = new int[4];
    private int[] oddTexts = new int[4];
    private int odd;

    NumberColumn(CellKind kind) {
        this.kind = kind;
    }

    /** Takes the cell of a row that is not below the last one; again where the row is begun again. */
    void set(int row, char[] buffer, int offset, int length) {
        dropFrom(row);
        if (row == values.length) {
            values = Arrays.copyOf(values, 2 * row);
        }
        double number = number(kind.value(buffer, offset, length));
        boolean isNumber = number >= 0 && number < CellText.EXACT_DIGITS;
        values[row] = isNumber ? (float) number : Float.NaN;
        if (!isNumber && length > 0) {
            if (odd == oddRows.length) {
                oddRows = Arrays.copyOf(oddRows, 2 * odd);
                oddTexts = Arrays.copyOf(oddTexts, 2 * odd);
            }
            oddRows[odd] = row;
            oddTexts[odd++] = texts.number(buffer, offset, length);
        }
    }

    private double number(long value) {
        return value == CellText.EMPTY || value == CellText.BAD
                ? Double.NaN
                : kind == CellKind.DECIMAL ? CellKind.decimal(value) : value;
    }

    /** Forgets odd cells from a row on: it was no row. */
    void dropFrom(int row) {
        while (odd > 0 && oddRows[odd - 1] >= row) {
            odd--;
        }
    }

    /** The number of the row's cell, NaN where it is empty or odd. */
    public float value(int row) {
        return values[row];
    }

    /** How many cells are odd: below 0, from 2^53 on, or no numbers of the column's kind. */
    public int oddCells() {
        return odd;
    }

    /** The row of an odd cell; rows rise. */
    public int oddRow(int at) {
        return oddRows[at];
    }

    /** The text of an odd cell. */
    public String oddText(int at) {
        List<String> all = texts.texts();
        return all.get(oddTexts[at]);
    }
}
