package dev.linger.features;

/**
 * Cells that are the same in every row of a user, or of an item, as of a day: written once when the day starts and then
 * copied into the rows. Memory: 4 bytes a cell.
 */
public final class DayTable {
    private final int size;
    private final int width;
    private final float[] cells;
    private final Writer writer;

    /** Writes the cells of one user or item as of a day, from {@code at} on. */
    @FunctionalInterface
    public interface Writer {
        void write(int of, int asOfDay, float[] cells, int at);
    }

    /**
     * @param size number of users, or of items
     * @param width cells of each
     */
    public DayTable(int size, int width, Writer writer) {
        this.size = size;
        this.width = width;
        this.cells = new float[Math.multiplyExact(size, width)];
        this.writer = writer;
    }

    /** Writes all cells as of the day. */
    public void startDay(int asOfDay) {
        for (int of = 0; of < size; of++) {
            writer.write(of, asOfDay, cells, of * width);
        }
    }

    /** Copies the cells of the users or items {@code of[from..to-1]}, those of each {@code stride} after the last one's. */
    public void copy(int[] of, int from, int to, float[] into, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            System.arraycopy(cells, of[row] * width, into, at, width);
            at += stride;
        }
    }
}
