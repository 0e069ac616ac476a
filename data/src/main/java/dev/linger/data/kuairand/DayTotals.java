package dev.linger.data.kuairand;

import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The daily statistics of the videos, counted from the plays that are kept. A row of the log is a show; a play is one with a
 * play time. Valid, long and short plays are as KuaiRand defines them: to the end, or above 7 seconds, or 18 seconds or more;
 * below 3 seconds and not to the end. Keys are found by open addressing with linear probing.
 */
final class DayTotals {
    private static final int VALID_MILLIS = 7_000;
    private static final int LONG_MILLIS = 18_000;
    private static final int SHORT_MILLIS = 3_000;

    /** What of a row each statistic adds up; the mean of {@link DailyStat#PLAY_PROGRESS} is made at the end. */
    private enum Total {
        SHOWS(DailyStat.SHOW_CNT),
        PLAYS(DailyStat.PLAY_CNT),
        MILLIS(DailyStat.PLAY_DURATION),
        COMPLETE(DailyStat.COMPLETE_PLAY_CNT),
        VALID(DailyStat.VALID_PLAY_CNT),
        LONG(DailyStat.LONG_TIME_PLAY_CNT),
        SHORT(DailyStat.SHORT_TIME_PLAY_CNT),
        RATIO(DailyStat.PLAY_PROGRESS),
        COMMENT_MILLIS(DailyStat.COMMENT_STAY_DURATION),
        LIKES(DailyStat.LIKE_CNT),
        COMMENTS(DailyStat.COMMENT_CNT),
        FOLLOWS(DailyStat.FOLLOW_CNT),
        FORWARDS(DailyStat.SHARE_CNT);

        private final DailyStat stat;

        Total(DailyStat stat) {
            this.stat = stat;
        }
    }

    private final Map<Total, double[]> totals = new EnumMap<>(Total.class);
    private long[] keys = new long[1 << 10];
    private int[] table = new int[1 << 12];
    private int size;

    DayTotals() {
        Arrays.fill(table, -1);
        for (Total total : Total.values()) {
            totals.put(total, new double[keys.length]);
        }
    }

    /** Counts a play on its local day, in days since 1970-01-01. */
    void add(int item, int day, int playMillis, int durationMillis, PlayRow row) {
        int at = position((long) item << 32 | (day & 0xffff_ffffL));
        boolean complete = playMillis >= durationMillis;
        add(Total.SHOWS, at, 1);
        add(Total.PLAYS, at, playMillis > 0 ? 1 : 0);
        add(Total.MILLIS, at, playMillis);
        add(Total.COMPLETE, at, complete ? 1 : 0);
        add(Total.VALID, at, complete || playMillis > VALID_MILLIS ? 1 : 0);
        add(Total.LONG, at, complete || playMillis >= LONG_MILLIS ? 1 : 0);
        add(Total.SHORT, at, !complete && playMillis < SHORT_MILLIS ? 1 : 0);
        add(Total.RATIO, at, (double) playMillis / durationMillis);
        add(Total.COMMENT_MILLIS, at, (double) Math.max(0, row.value(PlayColumn.COMMENT_STAY_TIME)));
        add(Total.LIKES, at, row.is(PlayColumn.IS_LIKE) ? 1 : 0);
        add(Total.COMMENTS, at, row.is(PlayColumn.IS_COMMENT) ? 1 : 0);
        add(Total.FOLLOWS, at, row.is(PlayColumn.IS_FOLLOW) ? 1 : 0);
        add(Total.FORWARDS, at, row.is(PlayColumn.IS_FORWARD) ? 1 : 0);
    }

    private void add(Total total, int at, double value) {
        of(total)[at] += value;
    }

    private double[] of(Total total) {
        return Objects.requireNonNull(totals.get(total));
    }

    private int position(long key) {
        int mask = table.length - 1;
        int slot = slot(key, mask);
        while (table[slot] >= 0 && keys[table[slot]] != key) {
            slot = (slot + 1) & mask;
        }
        if (table[slot] < 0) {
            table[slot] = size;
            if (size == keys.length) {
                grow();
            }
            keys[size++] = key;
            if (2L * size > table.length) {
                enterAllAgain();
            }
            return size - 1;
        }
        return table[slot];
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9e3779b97f4a7c15L; // Fibonacci hashing (Knuth, volume 3, section 6.4)
        return (int) (mixed >>> 32) & mask;
    }

    private void grow() {
        int room = Math.multiplyExact(keys.length, 2);
        keys = Arrays.copyOf(keys, room);
        totals.replaceAll((total, values) -> Arrays.copyOf(values, room));
    }

    private void enterAllAgain() {
        table = new int[Math.multiplyExact(table.length, 2)];
        Arrays.fill(table, -1);
        int mask = table.length - 1;
        for (int at = 0; at < size; at++) {
            int slot = slot(keys[at], mask);
            while (table[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = at;
        }
    }

    /** The statistics by (item, day), which are known from the next day on. */
    DailyStats stats(int itemCount) {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        int[] order = new int[size];
        int[] item = new int[size];
        int[] day = new int[size];
        for (int row = 0; row < size; row++) {
            order[row] = position(sorted[row]);
            item[row] = (int) (sorted[row] >>> 32);
            day[row] = (int) sorted[row];
        }
        Map<DailyStat, float[]> values = new EnumMap<>(DailyStat.class);
        double[] shows = of(Total.SHOWS);
        for (Total total : Total.values()) {
            double[] sums = of(total);
            float[] column = new float[size];
            for (int row = 0; row < size; row++) {
                int at = order[row];
                column[row] = (float) (total == Total.RATIO ? sums[at] / shows[at] : sums[at]);
            }
            values.put(total.stat, column);
        }
        return new DailyStats(itemCount, item, day, values);
    }
}
