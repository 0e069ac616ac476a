package dev.linger.data;

import java.util.List;

/**
 * What is known of each video from its upload on: one row an item, in the order of the item index.
 *
 * @param uploadDay local day of upload in days since 1970-01-01, {@link #UNKNOWN_DAY} where missing
 * @param durationMillis length in milliseconds as the side tables say it, NaN where missing
 * @param tags tags of each item; an item without tags has an empty row
 * @param tagCount number of distinct tags, so tags lie in {@code 0..tagCount-1}
 * @param columns author, type, upload type, width, height, music, and category levels where captions are present
 */
public record ItemTable(
        int[] uploadDay, float[] durationMillis, int[][] tags, int tagCount, List<AttributeColumn> columns) {
    /** Upload day of an item whose upload date is missing. */
    public static final int UNKNOWN_DAY = Integer.MIN_VALUE;

    public ItemTable {
        columns = List.copyOf(columns);
        int size = uploadDay.length;
        if (durationMillis.length != size || tags.length != size) {
            throw new IllegalArgumentException("item columns differ in length: upload day " + size + ", duration "
                    + durationMillis.length + ", tags " + tags.length);
        }
        for (AttributeColumn column : columns) {
            if (column.size() != size) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " has " + column.size() + " rows, not " + size);
            }
        }
    }

    /** The same videos uploaded so many days later. */
    public ItemTable uploadedLater(int days) {
        int[] moved = uploadDay.clone();
        for (int item = 0; item < moved.length; item++) {
            moved[item] += moved[item] == UNKNOWN_DAY ? 0 : days;
        }
        return new ItemTable(moved, durationMillis, tags, tagCount, columns);
    }

    public int size() {
        return uploadDay.length;
    }
}
