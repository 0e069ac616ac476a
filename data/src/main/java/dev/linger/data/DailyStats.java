package dev.linger.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The daily statistics of the videos: at most one row for an (item, day), sorted by both. A row holds totals of its whole
 * day, so it is known only from the next day on: {@link #latestBefore} is the one way to find a row.
 */
public final class DailyStats {
    /** Row number of "no earlier day". */
    public static final int NONE = -1;

    private final int[] firstRowOfItem;
    private final int[] day;
    private final Map<DailyStat, float[]> values;

    /**
     * @param itemCount number of items
     * @param item item of each row, ascending
     * @param day day of each row, strictly ascending within an item
     * @param values one array a statistic, NaN where the cell is empty; a statistic may be absent
     */
    public DailyStats(int itemCount, int[] item, int[] day, Map<DailyStat, float[]> values) {
        this.firstRowOfItem = new int[itemCount + 1];
        this.day = day;
        this.values = new EnumMap<>(DailyStat.class);
        this.values.putAll(values);
        for (int row = 1; row < item.length; row++) {
            if (item[row] < item[row - 1] || (item[row] == item[row - 1] && day[row] <= day[row - 1])) {
                throw new IllegalArgumentException("daily statistics are not sorted by (item, day) at row " + row);
            }
        }
        for (int index : item) {
            firstRowOfItem[index + 1]++;
        }
        for (int index = 0; index < itemCount; index++) {
            firstRowOfItem[index + 1] += firstRowOfItem[index];
        }
    }

    private DailyStats(int[] firstRowOfItem, int[] day, Map<DailyStat, float[]> values) {
        this.firstRowOfItem = firstRowOfItem;
        this.day = day;
        this.values = values;
    }

    /** No statistics at all. */
    public static DailyStats empty(int itemCount) {
        return new DailyStats(itemCount, new int[0], new int[0], Map.of());
    }

    /** Those of the days before one. */
    public DailyStats before(int end) {
        int[] kept =
                IntStream.range(0, day.length).filter(row -> day[row] < end).toArray();
        int[] item = new int[kept.length];
        for (int index = 0, at = 0; index < firstRowOfItem.length - 1; index++) {
            for (; at < kept.length && kept[at] < firstRowOfItem[index + 1]; at++) {
                item[at] = index;
            }
        }
        Map<DailyStat, float[]> values = new EnumMap<>(DailyStat.class);
        this.values.forEach((stat, all) -> {
            float[] some = new float[kept.length];
            for (int at = 0; at < some.length; at++) {
                some[at] = all[kept[at]];
            }
            values.put(stat, some);
        });
        return new DailyStats(
                firstRowOfItem.length - 1,
                item,
                IntStream.of(kept).map(row -> day[row]).toArray(),
                values);
    }

    /** The same totals, said to be of days so many days later. */
    public DailyStats movedBy(int days) {
        int[] moved = day.clone();
        for (int row = 0; row < moved.length; row++) {
            moved[row] += days;
        }
        return new DailyStats(firstRowOfItem, moved, values);
    }

    public int size() {
        return day.length;
    }

    /** The row of the item's latest day strictly before {@code asOfDay}, or {@link #NONE}. */
    public int latestBefore(int item, int asOfDay) {
        int begin = firstRowOfItem[item];
        int at = Arrays.binarySearch(day, begin, firstRowOfItem[item + 1], asOfDay);
        int row = (at >= 0 ? at : -at - 1) - 1;
        return row >= begin ? row : NONE;
    }

    /** Day of a row found by {@link #latestBefore}. */
    public int day(int row) {
        return day[row];
    }

    /** Value of a row found by {@link #latestBefore}; NaN where the cell is empty. */
    public float value(int row, DailyStat stat) {
        float[] column = values.get(stat);
        return column == null ? Float.NaN : column[row];
    }
}
