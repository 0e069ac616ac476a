package dev.linger.candidates;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * A sparse matrix in compressed rows: the cells of row {@code r} are at {@code from(r)..to(r)-1}, their columns
 * ascending. 8 bytes per cell.
 */
public final class SparseRows {
    private final int columnCount;
    private final int[] start;
    private final int[] column;
    private final float[] value;

    /**
     * @param columnCount number of columns
     * @param start where each row begins, and behind the last row the number of cells
     * @param column column of each cell, ascending within a row
     * @param value value of each cell
     */
    SparseRows(int columnCount, int[] start, int[] column, float[] value) {
        this.columnCount = columnCount;
        this.start = start;
        this.column = column;
        this.value = value;
    }

    /**
     * A matrix of columns at hand, which are not copied.
     *
     * @param columnCount number of columns
     * @param start where each row begins, and behind the last row the number of cells
     * @param column column of each cell, ascending within a row
     * @param value value of each cell
     */
    public static SparseRows of(int columnCount, int[] start, int[] column, float[] value) {
        return new SparseRows(columnCount, start, column, value);
    }

    public int rowCount() {
        return start.length - 1;
    }

    public int columnCount() {
        return columnCount;
    }

    /** The number of cells of all rows. */
    public int size() {
        return column.length;
    }

    public int from(int row) {
        return start[row];
    }

    public int to(int row) {
        return start[row + 1];
    }

    /** The number of cells of the row. */
    public int count(int row) {
        return start[row + 1] - start[row];
    }

    /** The number of cells of each row. */
    public int[] counts() {
        int[] counts = new int[rowCount()];
        Arrays.setAll(counts, this::count);
        return counts;
    }

    public int column(int cell) {
        return column[cell];
    }

    public float value(int cell) {
        return value[cell];
    }

    /** Adds so much to the count of each column in which the row has a cell. */
    public void countColumns(int row, int amount, int[] counts) {
        int end = start[row + 1];
        for (int cell = start[row]; cell < end; cell++) {
            counts[column[cell]] += amount;
        }
    }

    /** The cells with a value above the threshold, in the same rows. */
    public SparseRows above(double threshold) {
        int[] newStart = new int[start.length];
        int size = 0;
        for (int row = 0; row < rowCount(); row++) {
            for (int cell = from(row); cell < to(row); cell++) {
                size += value[cell] > threshold ? 1 : 0;
            }
            newStart[row + 1] = size;
        }
        int[] newColumn = new int[size];
        float[] newValue = new float[size];
        int next = 0;
        for (int cell = 0; cell < value.length; cell++) {
            if (value[cell] > threshold) {
                newColumn[next] = column[cell];
                newValue[next++] = value[cell];
            }
        }
        return new SparseRows(columnCount, newStart, newColumn, newValue);
    }

    /** The same cells with rows and columns exchanged. */
    public SparseRows transposed() {
        int[] newStart = new int[columnCount + 1];
        for (int of : column) {
            newStart[of + 1]++;
        }
        for (int row = 0; row < columnCount; row++) {
            newStart[row + 1] += newStart[row];
        }
        int[] next = newStart.clone();
        int[] newColumn = new int[column.length];
        float[] newValue = new float[column.length];
        for (int row = 0; row < rowCount(); row++) {
            for (int cell = from(row); cell < to(row); cell++) {
                int at = next[column[cell]]++;
                newColumn[at] = row;
                newValue[at] = value[cell];
            }
        }
        return new SparseRows(rowCount(), newStart, newColumn, newValue);
    }

    /** Writes the number of columns and three columns of a file. */
    public void write(ColumnWriter out) throws IOException {
        out.number(columnCount);
        new SparsePattern(start, column).write(out);
        out.floats(value);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it is of another size, cells are out of order or range, or values are not
     *     finite or below 0
     */
    public static SparseRows read(ColumnReader in, int rowCount, int columnCount) throws IOException {
        StrictColumns.count(in, "columns", columnCount);
        SparsePattern pattern = SparsePattern.read(in, rowCount, columnCount);
        float[] value = StrictColumns.finiteFloats(in, pattern.size());
        for (float one : value) {
            if (one < 0) {
                throw new IllegalArgumentException("values must be >= 0 but one is " + one);
            }
        }
        return new SparseRows(columnCount, pattern.start(), pattern.column(), value);
    }
}
