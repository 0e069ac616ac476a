package dev.linger.features;

import java.util.List;
import java.util.function.Function;

/**
 * Columns that are the same in every row of a user, or of an item, as of a day: computed once when the day starts and then
 * copied into the rows. Memory: 4 bytes a cell.
 */
public abstract class DailyCells implements FeatureGroup {
    private final Function<FeatureRequests, int[]> of;
    private final int size;
    private final List<FeatureColumn> columns;
    private final float[] cells;

    /**
     * @param of the users, or the items, of requests
     * @param size number of users, or of items
     */
    protected DailyCells(Function<FeatureRequests, int[]> of, int size, List<FeatureColumn> columns) {
        this.of = of;
        this.size = size;
        this.columns = List.copyOf(columns);
        this.cells = new float[Math.multiplyExact(size, columns.size())];
    }

    /** Writes the cells of one user or item as of a day, from {@code at} on. */
    protected abstract void write(int one, int asOfDay, float[] into, int at);

    @Override
    public final List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public final void startDay(int asOfDay) {
        for (int one = 0; one < size; one++) {
            write(one, asOfDay, cells, one * columns.size());
        }
    }

    @Override
    public final void fill(FeatureRequests requests, int from, int to, float[] into, int offset, int stride) {
        int[] ones = of.apply(requests);
        int width = columns.size();
        int at = offset;
        for (int row = from; row < to; row++) {
            System.arraycopy(cells, ones[row] * width, into, at, width);
            at += stride;
        }
    }
}
