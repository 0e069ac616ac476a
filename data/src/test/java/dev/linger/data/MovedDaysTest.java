package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovedDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 18_448; // 2020-07-05

    private static InteractionLog log(LocalDateTime... times) {
        InteractionLogBuilder log = new InteractionLogBuilder(ZONE, times.length);
        for (int at = 0; at < times.length; at++) {
            long millis = times[at].atZone(ZONE).toInstant().toEpochMilli();
            log.add(at, 10 + at, 500, 1_000, millis);
        }
        return log.build();
    }

    @Test
    void a_log_that_is_moved_is_the_one_that_is_built_of_later_plays() {
        LocalDateTime first = LocalDateTime.of(2020, 7, 5, 0, 0);
        LocalDateTime second = LocalDateTime.of(2020, 7, 6, 23, 59);
        InteractionLog moved = log(first, second).movedBy(28);
        InteractionLog later = log(first.plusDays(28), second.plusDays(28));
        for (int row = 0; row < 2; row++) {
            assertEquals(later.timestampMillis(row), moved.timestampMillis(row));
            assertEquals(later.day(row), moved.day(row));
            assertEquals(later.user(row), moved.user(row));
            assertEquals(later.item(row), moved.item(row));
            assertEquals(later.watchRatio(row), moved.watchRatio(row));
        }
    }

    @Test
    void days_alone_can_be_moved_also_those_of_a_slice() {
        InteractionLog all = log(LocalDateTime.of(2020, 7, 5, 1, 0), LocalDateTime.of(2020, 7, 6, 1, 0));
        InteractionLog moved = all.slice(1, 2).withDaysMovedBy(-1);
        assertEquals(1, moved.size());
        assertEquals(DAY, moved.day(0));
        assertEquals(all.timestampMillis(1), moved.timestampMillis(0));
        assertEquals(DAY + 1, all.day(1));
    }

    @Test
    void statistics_that_are_said_to_be_of_the_day_before_are_found_on_their_own_day() {
        DailyStats stats = new DailyStats(
                2, new int[] {0, 0, 1}, new int[] {10, 12, 11}, Map.of(DailyStat.PLAY_CNT, new float[] {1, 2, 3}));
        DailyStats moved = stats.movedBy(-1);
        assertEquals(1, stats.value(stats.latestBefore(0, 12), DailyStat.PLAY_CNT));
        assertEquals(2, moved.value(moved.latestBefore(0, 12), DailyStat.PLAY_CNT));
        assertEquals(DailyStats.NONE, stats.latestBefore(1, 11));
        assertEquals(3, moved.value(moved.latestBefore(1, 11), DailyStat.PLAY_CNT));
        assertEquals(DailyStats.NONE, moved.latestBefore(1, 10));
    }

    @Test
    void an_unknown_upload_day_stays_unknown() {
        ItemTable items = new ItemTable(new int[] {5, ItemTable.UNKNOWN_DAY}, new float[2], List.of());
        assertArrayEquals(
                new int[] {33, ItemTable.UNKNOWN_DAY}, items.uploadedLater(28).uploadDay());
        assertArrayEquals(new int[] {5, ItemTable.UNKNOWN_DAY}, items.uploadDay());
    }
}
