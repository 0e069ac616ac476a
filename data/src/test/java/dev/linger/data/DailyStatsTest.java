package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DailyStatsTest {
    private final DailyStats stats = new DailyStats(
            4, new int[] {0, 0, 0, 2, 3}, new int[] {10, 12, 15, 11, 10}, Map.of(DailyStat.PLAY_CNT, new float[] {
                1, 2, 3, 4, Float.NaN
            }));

    @Test
    void the_latest_row_strictly_before_the_day_is_found() {
        assertEquals(DailyStats.NONE, stats.latestBefore(0, 10));
        assertEquals(10, stats.day(stats.latestBefore(0, 11)));
        assertEquals(10, stats.day(stats.latestBefore(0, 12))); // the 12th's own totals are not known on the 12th
        assertEquals(12, stats.day(stats.latestBefore(0, 13)));
        assertEquals(15, stats.day(stats.latestBefore(0, 1000)));
    }

    @Test
    void rows_of_other_items_are_never_found() {
        assertEquals(DailyStats.NONE, stats.latestBefore(1, 1000));
        assertEquals(DailyStats.NONE, stats.latestBefore(2, 11));
        assertEquals(4, stats.value(stats.latestBefore(2, 12), DailyStat.PLAY_CNT));
    }

    @Test
    void an_empty_cell_and_an_absent_statistic_are_nan() {
        assertTrue(Float.isNaN(stats.value(stats.latestBefore(3, 11), DailyStat.PLAY_CNT)));
        assertTrue(Float.isNaN(stats.value(0, DailyStat.SHOW_CNT)));
    }

    @Test
    void rows_out_of_order_or_repeated_are_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> new DailyStats(2, new int[] {1, 0}, new int[] {1, 2}, Map.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new DailyStats(2, new int[] {0, 0}, new int[] {5, 5}, Map.of()));
    }

    @Test
    void no_statistics_have_no_row() {
        assertEquals(0, DailyStats.empty(3).size());
        assertEquals(DailyStats.NONE, DailyStats.empty(3).latestBefore(2, 100));
    }
}
