package dev.linger.candidates;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which columns each row of a sparse matrix has cells in: those of row {@code r} at {@code from(r)..to(r)-1}, ascending.
 *
 * @param start where each row begins, and behind the last row the number of cells
 * @param column column of each cell
 */
public record SparsePattern(int[] start, int[] column) {
    /** The pattern of rows given one by one, each ascending. */
    public static SparsePattern of(int[][] rows) {
        int[] start = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            start[row + 1] = Math.addExact(start[row], rows[row].length);
        }
        int[] column = new int[start[rows.length]];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, column, start[row], rows[row].length);
        }
        return new SparsePattern(start, column);
    }

    public int rowCount() {
        return start.length - 1;
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

    /** Columns of the row's cells. */
    public int[] row(int row) {
        return Arrays.copyOfRange(column, start[row], start[row + 1]);
    }

    /** Whether the row has a cell in the column. */
    public boolean contains(int row, int wanted) {
        return Arrays.binarySearch(column, start[row], start[row + 1], wanted) >= 0;
    }

    /** Writes two columns. */
    public void write(ColumnWriter out) throws IOException {
        out.ints(start);
        out.ints(column);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it has another number of rows, or cells out of order or range
     */
    public static SparsePattern read(ColumnReader in, int rowCount, int columnCount) throws IOException {
        int[] start = in.ints();
        int[] column = in.ints();
        StrictColumns.checkSize("starts of rows", start.length, rowCount + 1L);
        if (start[0] != 0 || start[rowCount] != column.length) {
            throw new IllegalArgumentException(
                    "rows must span the cells 0.." + column.length + " but span " + start[0] + ".." + start[rowCount]);
        }
        for (int row = 0; row < rowCount; row++) {
            if (start[row + 1] < start[row] || start[row + 1] > column.length) {
                throw new IllegalArgumentException("row " + row + " ends before it begins or after the cells");
            }
            StrictColumns.checkAscending(column, start[row], start[row + 1], columnCount);
        }
        return new SparsePattern(start, column);
    }
}
