package dev.linger.spark.als;

import dev.linger.candidates.SparseRows;
import java.io.Serializable;

/**
 * The observed pairs of consecutive rows of one side: 8 bytes a pair.
 *
 * @param block which block it is
 * @param start where the pairs of each row begin, and behind the last row their number
 * @param column of each pair, ascending within a row
 * @param value of each pair
 */
public record PairBlock(int block, int[] start, int[] column, float[] value) implements Serializable {
    private static final long serialVersionUID = 1;

    static PairBlock of(int block, SparseRows rows) {
        int[] start = new int[rows.rowCount() + 1];
        for (int row = 0; row < rows.rowCount(); row++) {
            start[row + 1] = rows.to(row);
        }
        int[] column = new int[rows.size()];
        float[] value = new float[rows.size()];
        for (int cell = 0; cell < column.length; cell++) {
            column[cell] = rows.column(cell);
            value[cell] = rows.value(cell);
        }
        return new PairBlock(block, start, column, value);
    }

    SparseRows rows(int columnCount) {
        return SparseRows.of(columnCount, start, column, value);
    }

    /** How many pairs each row has. */
    int[] counts() {
        return rows(0).counts();
    }
}
