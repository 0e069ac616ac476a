package dev.linger.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.function.Function;

/**
 * Columns that are the same in every row of a user, or of an item, until the next play is observed or the next day begins:
 * computed for the first row that asks for them and then copied into the others, so a day costs what its rows ask for and not
 * what there is. Memory: 4 bytes
 * a cell, and 4 for each user or item.
 */
public abstract class DailyCells implements FeatureGroup {
    private static final VarHandle STAMPS = MethodHandles.arrayElementVarHandle(int[].class);

    private final Function<FeatureRequests, int[]> of;
    private final List<FeatureColumn> columns;
    private final float[] cells;

    /** The stamp at which the cells of each were written; written after them, so who reads the stamp of now finds the cells. */
    private final int[] writtenAt;

    /** Counts how often cells may have changed. */
    private int stamp;

    private int today;

    /**
     * @param of the users, or the items, of requests
     * @param size number of users, or of items
     */
    protected DailyCells(Function<FeatureRequests, int[]> of, int size, List<FeatureColumn> columns) {
        this.of = of;
        this.columns = List.copyOf(columns);
        this.cells = new float[Math.multiplyExact(size, columns.size())];
        this.writtenAt = new int[size];
    }

    /**
     * Writes the cells of one user or item as of a day, from {@code at} on. Two threads may do so for the same one at once:
     * they write the same.
     */
    protected abstract void write(int one, int asOfDay, float[] into, int at);

    @Override
    public final List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public final void startDay(int asOfDay) {
        today = asOfDay;
        stamp++;
    }

    @Override
    public final void fill(FeatureRequests requests, int from, int to, float[] into, int offset, int stride) {
        int[] ones = of.apply(requests);
        int width = columns.size();
        int at = offset;
        for (int row = from; row < to; row++) {
            int one = ones[row];
            if ((int) STAMPS.getAcquire(writtenAt, one) != stamp) {
                write(one, today, cells, one * width);
                STAMPS.setRelease(writtenAt, one, stamp);
            }
            System.arraycopy(cells, one * width, into, at, width);
            at += stride;
        }
    }
}
