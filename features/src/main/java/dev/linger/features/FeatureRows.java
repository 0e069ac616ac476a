package dev.linger.features;

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
public record FeatureRows(List<FeatureColumn> columns, int[] user, int[] item, float[] values)
        implements FeatureSource {
    public FeatureRows {
        columns = List.copyOf(columns);
        if (user.length != item.length || values.length != (long) user.length * columns.size()) {
            throw new IllegalArgumentException(user.length + " users, " + item.length + " items and " + values.length
                    + " cells do not make rows of " + columns.size() + " columns");
        }
    }

    @Override
    public int size() {
        return user.length;
    }

    public float value(int row, int column) {
        return values[row * columns.size() + column];
    }

    /** The cells of a column, row by row. */
    public float[] cells(int column) {
        float[] cells = new float[size()];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = value(row, column);
        }
        return cells;
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

    @Override
    public void forEachBlock(BlockReader reader) {
        if (size() > 0) {
            reader.read(0, this);
        }
    }

    @Override
    public FeatureRows pick(int[] rows) {
        int width = columns.size();
        int[] users = new int[rows.length];
        int[] items = new int[rows.length];
        float[] cells = new float[Math.multiplyExact(rows.length, width)];
        for (int at = 0; at < rows.length; at++) {
            users[at] = user[rows[at]];
            items[at] = item[rows[at]];
            System.arraycopy(values, rows[at] * width, cells, at * width, width);
        }
        return new FeatureRows(columns, users, items, cells);
    }

    @Override
    public FeatureRows all() {
        return this;
    }
}
