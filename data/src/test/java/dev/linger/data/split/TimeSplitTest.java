package dev.linger.data.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Seed;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSplitTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    /** Noon of 1970-01-01 in Shanghai. */
    private static final long NOON = 4 * HOUR_MILLIS;

    private static final SplitConfig SHARES = new SplitConfig(0.2, 0.5, 0.25);

    @Test
    void twenty_rows_are_cut_by_hand() {
        // Days 0..9 with two rows each: the cut is at row 20 * .8 = 16, day 8. Of its 16 training rows half are label
        // window: row 8, which is the start of day 4. Of its 8 rows a quarter is validation: row 8 + 6 = 14, day 7.
        TimeSplit split = TimeSplit.of(log(2, 2, 2, 2, 2, 2, 2, 2, 2, 2), SHARES);
        assertEquals(new Rows(8, 6, 2, 4), rows(split));
        assertEquals(4, split.labelDay());
        assertEquals(7, split.validationDay());
        assertEquals(8, split.cutDay());
        assertEquals(NOON + 8 * DAY_MILLIS, split.cutMillis());
    }

    @Test
    void without_a_test_the_cut_is_just_after_the_last_row() {
        // Days 0..3 with 4 rows each, a minute apart: the cut is 12:03 and 1 ms of day 3. Rows from that time of days
        // 0, 1 and
        // 2: 4, 8, 12. Half of the 16 rows is row 8; three quarters of the 8 rows from there is 6: row 14, nearest is
        // 12.
        TimeSplit split = TimeSplit.toTheEnd(log(4, 4, 4, 4), SHARES);
        assertEquals(new Rows(8, 4, 4, 0), rows(split));
        assertEquals(split.log().timestampMillis(15) + 1, split.cutMillis());
        assertEquals(3, split.cutDay());
        assertEquals(16, split.training().size());
    }

    @Test
    void inner_boundaries_lie_whole_days_before_the_cut() {
        // 20 rows, cut at 16, which is 12:03 of day 3. Rows from 12:03 of days 0, 1, 2: 3, 8, 12. Half of 16 is row 8.
        // Three quarters of the 8 rows from there is 6: row 14, nearest is 12.
        TimeSplit split = TimeSplit.of(log(5, 4, 4, 7), SHARES);
        assertEquals(new Rows(8, 4, 4, 4), rows(split));
        assertEquals(1, split.labelDay());
        assertEquals(2, split.validationDay());
        assertEquals(3, split.cutDay());
    }

    @Test
    void the_fit_window_is_cut_into_stretches_of_whole_days() {
        // Days 0..9 with two rows each: the fit window is rows 8..13, days 4, 5 and 6.
        TimeSplit split = TimeSplit.of(log(2, 2, 2, 2, 2, 2, 2, 2, 2, 2), SHARES);
        assertEquals(List.of(6), sizes(split.fitStretches(1)));
        assertEquals(List.of(4, 2), sizes(split.fitStretches(2)));
        assertEquals(List.of(2, 2, 2), sizes(split.fitStretches(3)));
        assertEquals(List.of(2, 2, 2), sizes(split.fitStretches(9)));
        assertEquals(5, split.fitStretches(3).get(1).day(0));
    }

    private static List<Integer> sizes(List<InteractionLog> parts) {
        return parts.stream().map(InteractionLog::size).toList();
    }

    @Test
    void of_two_equally_near_days_the_earlier_is_taken() {
        // 20 rows, cut at 16, the first of day 4. Days start at 0, 6, 10, 13, and half of 16 is 8: 6 and 10 are both 2
        // away.
        assertEquals(6, TimeSplit.of(log(6, 4, 3, 3, 4), SHARES).labelRow());
    }

    @Test
    void every_part_gets_a_day_even_far_from_its_share() {
        // 30 rows, cut at 24. Day starts 0, 1, 2: the only way to three parts.
        assertEquals(new Rows(1, 1, 22, 6), rows(TimeSplit.of(log(1, 1, 28), SHARES)));
    }

    @Test
    void rows_of_the_instant_of_the_cut_are_all_in_the_test() {
        InteractionLogBuilder builder = new InteractionLogBuilder(SHANGHAI, 20);
        for (int row = 0; row < 20; row++) {
            int day = Math.min(row / 3, 4); // rows 12..19 are of one instant; the share's row is 16
            builder.add(row, 0, 1, 1, NOON + day * DAY_MILLIS);
        }
        TimeSplit split = TimeSplit.of(builder.build(), SHARES);
        assertEquals(12, split.cutRow());
        assertEquals(8, split.test().size());
    }

    @Test
    void a_log_of_too_few_days_is_an_error_that_counts_them() {
        String message = assertThrows(InputException.class, () -> TimeSplit.of(log(10, 20), SHARES))
                .getMessage();
        assertTrue(message.startsWith("the log is too short: its 30 rows leave 2 days with 24 rows"), message);
        assertThrows(InputException.class, () -> TimeSplit.of(log(), SHARES));
    }

    @Test
    void parts_are_views_on_one_log() {
        TimeSplit split = TimeSplit.of(log(2, 2, 2, 2, 2, 2, 2, 2, 2, 2), SHARES);
        assertEquals(split.log().user(8), split.fitWindow().user(0));
        assertEquals(split.log().user(14), split.validation().user(0));
        assertEquals(split.log().user(16), split.test().user(0));
        assertEquals(split.log().user(8), split.labelWindow().user(0));
        assertEquals(8, split.labelWindow().size());
        assertEquals(16, split.training().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parts_follow_each_other_and_make_up_the_log(long seed) {
        SplittableRandom random = new Seed(seed).stream("split");
        int[] rowsOfDay = random.ints(random.nextInt(8, 40), 1, 30).toArray();
        InteractionLog log = log(rowsOfDay);
        SplitConfig config = new SplitConfig(
                random.nextDouble(0.05, 0.5), random.nextDouble(0.05, 0.95), random.nextDouble(0.05, 0.95));
        TimeSplit split = TimeSplit.of(log, config);
        Rows rows = rows(split);
        assertEquals(log.size(), rows.history() + rows.fit() + rows.validation() + rows.test());
        assertEquals(split.training().size(), rows.history() + rows.fit() + rows.validation());
        assertTrue(lastMillis(split.training()) < split.cutMillis());
        assertTrue(isWholeDaysBeforeTheCut(split, split.labelRow()));
        assertTrue(isWholeDaysBeforeTheCut(split, split.validationRow()));
    }

    private static boolean isWholeDaysBeforeTheCut(TimeSplit split, int row) {
        return IntStream.range(1, 100)
                .anyMatch(days -> split.log().firstRowAtOrAfter(split.cutMillis() - days * DAY_MILLIS) == row);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 0.5, testShare must be above 0 and below 1 but was 0.0",
        "0.5, 1, 0.5, labelShare must be above 0 and below 1 but was 1.0",
        "0.5, 0.5, NaN, validationShare must be above 0 and below 1 but was NaN"
    })
    void a_share_out_of_range_is_named(double test, double label, double validation, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new SplitConfig(test, label, validation))
                        .getMessage());
    }

    /** A log with so many rows on day 0, 1, ...; a row a minute from noon on, its user being its number. */
    private static InteractionLog log(int... rowsOfDay) {
        InteractionLogBuilder builder = new InteractionLogBuilder(SHANGHAI, 100);
        for (int day = 0; day < rowsOfDay.length; day++) {
            for (int minute = 0; minute < rowsOfDay[day]; minute++) {
                builder.add(builder.size(), 0, 1, 1, NOON + day * DAY_MILLIS + minute * 60_000L);
            }
        }
        return builder.build();
    }

    private static long lastMillis(InteractionLog log) {
        return log.timestampMillis(log.size() - 1);
    }

    private static Rows rows(TimeSplit split) {
        return new Rows(
                split.history().size(),
                split.fitWindow().size(),
                split.validation().size(),
                split.test().size());
    }

    private record Rows(int history, int fit, int validation, int test) {}
}
