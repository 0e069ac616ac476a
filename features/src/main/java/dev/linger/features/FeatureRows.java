package dev.linger.features;

import java.util.Arrays;
import java.util.List;

/**
 * Filled feature rows, row-major: the cell of (row, column) is {@code values[row * columns.size() + column]}. Missing
 * is NaN; a category cell holds its code.
 *
 * @param columns the columns
 * @param user user of each row
 * @param item item of each row
 * @param values the cells
 */
public record FeatureRows(List<FeatureColumn> columns, int[] user, int[] item, float[] values) {
    public FeatureRows {
        columns = List.copyOf(columns);
        if (user.length != item.length || values.length != (long) user.length * columns.size()) {
            throw new IllegalArgumentException(user.length + " users, " + item.length + " items and " + values.length
                    + " cells do not make rows of " + columns.size() + " columns");
        }
    }

    /** The number of rows. */
    public int size() {
        return user.length;
    }

    public float value(int row, int column) {
        return values[row * columns.size() + column];
    }

    /** The position of the column with this name. */
    public int column(String name) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).name().equals(name)) {
                return at;
            }
        }
        throw new IllegalArgumentException("no feature column is named " + name);
    }

    /** These rows and, after them, others of the same columns. */
    public FeatureRows and(FeatureRows others) {
        if (!others.columns.equals(columns)) {
            throw new IllegalArgumentException(
                    "rows of other columns cannot be added: " + others.columns + ", not " + columns);
        }
        int size = size() + others.size();
        int[] users = Arrays.copyOf(user, size);
        System.arraycopy(others.user, 0, users, size(), others.size());
        int[] items = Arrays.copyOf(item, size);
        System.arraycopy(others.item, 0, items, size(), others.size());
        float[] cells = Arrays.copyOf(values, Math.multiplyExact(size, columns.size()));
        System.arraycopy(others.values, 0, cells, values.length, others.values.length);
        return new FeatureRows(columns, users, items, cells);
    }
}
