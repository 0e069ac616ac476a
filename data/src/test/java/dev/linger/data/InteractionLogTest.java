package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionLogTest {
    private record Row(int user, int item, int play, int duration, long time) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64, 1000})
    void rows_are_sorted_by_time_user_item_and_equal_ones_keep_their_order(int size) {
        SplittableRandom random = new Seed(5).stream("rows");
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            rows.add(new Row(random.nextInt(3), random.nextInt(3), at, 1000, random.nextInt(20)));
        }
        InteractionLog log = built(rows, 0);
        rows.sort(
                Comparator.comparingLong(Row::time).thenComparingInt(Row::user).thenComparingInt(Row::item));
        assertEquals(rows, rowsOf(log));
    }

    @Test
    void a_ratio_is_play_by_duration() {
        assertEquals(1.5, built(List.of(new Row(0, 0, 1500, 1000, 0)), 1).watchRatio(0));
    }

    @Test
    void a_slice_is_a_view_with_rows_of_its_own() {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            rows.add(new Row(at, 0, 1, 1, at));
        }
        InteractionLog slice = built(rows, 10).slice(2, 8).slice(1, 4);
        assertEquals(rows.subList(3, 6), rowsOf(slice));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.user(3));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.user(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.slice(0, 4));
    }

    @Test
    void views_on_the_same_rows_are_equal_and_others_are_not() {
        List<Row> rows = List.of(row(10), row(20), row(30), row(40));
        InteractionLog log = built(rows, 4);
        assertEquals(log.slice(1, 3), log.slice(0, 3).slice(1, 3));
        assertEquals(log.slice(1, 3).hashCode(), log.slice(0, 3).slice(1, 3).hashCode());
        assertEquals(log, log.slice(0, 4));
        assertNotEquals(log.slice(1, 3), log.slice(1, 4));
        assertNotEquals(log.slice(1, 3), log.slice(0, 2));
        assertNotEquals(log, built(rows, 4), "columns are compared by where they are, not row by row");
        assertNotEquals(log, log.withDaysMovedBy(1));
        assertNotEquals(log, log.movedBy(1));
    }

    @Test
    void the_first_row_at_or_after_an_instant_is_found_in_a_slice() {
        List<Row> rows = List.of(row(10), row(20), row(20), row(30), row(40));
        InteractionLog slice = built(rows, 5).slice(1, 5); // 20 20 30 40
        assertEquals(0, slice.firstRowAtOrAfter(5));
        assertEquals(0, slice.firstRowAtOrAfter(20));
        assertEquals(2, slice.firstRowAtOrAfter(21));
        assertEquals(3, slice.firstRowAtOrAfter(40));
        assertEquals(4, slice.firstRowAtOrAfter(41));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Asia/Kathmandu", "Pacific/Auckland", "UTC"})
    void the_day_is_the_calendars_for_every_row(String name) {
        ZoneId zone = ZoneId.of(name);
        SplittableRandom random = new Seed(6).stream(name);
        InteractionLogBuilder builder = new InteractionLogBuilder(zone, 0);
        for (int at = 0; at < 500; at++) {
            builder.add(0, 0, 1, 1, random.nextLong(-100_000_000_000L, 2_000_000_000_000L));
        }
        InteractionLog log = builder.build();
        for (int row = 0; row < log.size(); row++) {
            LocalDateTime local =
                    LocalDateTime.ofInstant(java.time.Instant.ofEpochMilli(log.timestampMillis(row)), zone);
            assertEquals(local.toLocalDate().toEpochDay(), log.day(row));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 5000})
    void a_row_equal_to_an_earlier_one_is_not_added_as_distinct(int size) {
        SplittableRandom random = new Seed(7).stream("copies");
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0);
        Set<Row> seen = new HashSet<>();
        for (int at = 0; at < size; at++) {
            Row row = new Row(
                    random.nextInt(6), random.nextInt(6), random.nextInt(6), 1 + random.nextInt(6), random.nextInt(6));
            assertEquals(seen.add(row), builder.addDistinct(row.user, row.item, row.play, row.duration, row.time));
        }
        assertEquals(seen.size(), builder.size());
        assertEquals(seen, new HashSet<>(rowsOf(builder.build())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 999})
    void copies_are_found_whether_rows_come_by_user_and_time_or_no_longer(int inOrder) {
        SplittableRandom random = new Seed(8).stream("order " + inOrder);
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < 1000; at++) {
            rows.add(new Row(random.nextInt(4), random.nextInt(3), random.nextInt(2), 1, random.nextInt(10)));
        }
        rows.subList(0, inOrder).sort(Comparator.comparingInt(Row::user).thenComparingLong(Row::time));
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0);
        Set<Row> seen = new HashSet<>();
        for (Row row : rows) {
            boolean isNew = seen.add(row);
            assertEquals(isNew, builder.addDistinct(row.user, row.item, row.play, row.duration, row.time));
            if (!isNew && random.nextInt(3) == 0) { // a copy that is to be kept
                builder.add(row.user, row.item, row.play, row.duration, row.time);
            }
        }
    }

    @Test
    void a_copy_of_a_row_that_was_added_out_of_order_is_found() {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0);
        builder.add(1, 0, 1, 1, 5);
        builder.add(0, 0, 1, 1, 1);
        assertTrue(builder.addDistinct(0, 0, 1, 1, 2));
        assertFalse(builder.addDistinct(1, 0, 1, 1, 5));
    }

    @Test
    void keys_over_the_whole_range_of_numbers_are_sorted() {
        long[] times = {5, Long.MAX_VALUE, -1, Long.MIN_VALUE, 0, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1};
        int[] order = new RowOrder(times.length).by(times, 0).rows();
        assertArrayEquals(new int[] {3, 6, 2, 4, 0, 5, 1}, order);
        int[] users = {7, Integer.MAX_VALUE, -3, Integer.MIN_VALUE, 7};
        assertArrayEquals(
                new int[] {3, 2, 0, 4, 1},
                new RowOrder(users.length).by(users, 0).rows());
    }

    @Test
    void columns_that_are_not_sorted_or_differ_in_length_are_no_log() {
        int[] two = {1, 1};
        long[] times = {5, 5};
        assertEquals(2, InteractionLog.ofColumns(two, two, two, two, times, two).size());
        int[] falling = {1, 0};
        assertThrows(
                IllegalArgumentException.class, () -> InteractionLog.ofColumns(two, falling, two, two, times, two));
        assertThrows(
                IllegalArgumentException.class, () -> InteractionLog.ofColumns(two, two, two, new int[1], times, two));
    }

    @Test
    void each_of_the_five_values_makes_a_row_distinct() {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0);
        assertTrue(builder.addDistinct(1, 2, 3, 4, 5));
        assertFalse(builder.addDistinct(1, 2, 3, 4, 5));
        assertTrue(builder.addDistinct(0, 2, 3, 4, 5));
        assertTrue(builder.addDistinct(1, 0, 3, 4, 5));
        assertTrue(builder.addDistinct(1, 2, 0, 4, 5));
        assertTrue(builder.addDistinct(1, 2, 3, 1, 5));
        assertTrue(builder.addDistinct(1, 2, 3, 4, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 3000})
    void flags_stay_with_their_rows_through_copies_sorting_and_slices(int size) {
        SplittableRandom random = new Seed(9).stream("flags " + size);
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0, names);
        List<Flagged> twin = new ArrayList<>();
        Set<Row> seen = new HashSet<>();
        for (int at = 0; at < size; at++) {
            Row row = new Row(random.nextInt(5), random.nextInt(3), random.nextInt(3), 1, random.nextInt(40));
            int flags = random.nextInt(256);
            boolean added = builder.addDistinct(row.user, row.item, row.play, row.duration, row.time, flags);
            assertEquals(seen.add(row), added);
            if (added) {
                twin.add(new Flagged(row, flags));
            }
        }
        twin.sort(Comparator.comparingLong((Flagged of) -> of.row.time)
                .thenComparingInt(of -> of.row.user)
                .thenComparingInt(of -> of.row.item));
        InteractionLog log = builder.build();
        assertEquals(names, log.flagNames());
        assertEquals(twin, flaggedOf(log));
        int from = twin.size() / 3;
        InteractionLog slice = log.slice(from, twin.size()).slice(0, twin.size() / 2);
        assertEquals(names, slice.flagNames());
        assertEquals(twin.subList(from, from + twin.size() / 2), flaggedOf(slice));
        for (InteractionLog moved : List.of(slice.movedBy(3), slice.withDaysMovedBy(3))) {
            for (int row = 0; row < slice.size(); row++) {
                assertEquals(slice.flags(row), moved.flags(row));
            }
        }
    }

    private record Flagged(Row row, int flags) {}

    private static List<Flagged> flaggedOf(InteractionLog log) {
        List<Row> rows = rowsOf(log);
        List<Flagged> flagged = new ArrayList<>();
        for (int at = 0; at < log.size(); at++) {
            flagged.add(new Flagged(rows.get(at), log.flags(at)));
        }
        return flagged;
    }

    @Test
    void a_log_has_no_flags_unless_they_are_named_and_no_flag_without_a_name() {
        InteractionLog without = built(List.of(row(1), row(2)), 2);
        assertEquals(List.of(), without.flagNames());
        assertEquals(0, without.flags(1));
        PlayFlags one = new PlayFlags(List.of("liked"), new byte[] {0, 1});
        assertEquals(1, without.with(one).flags(1));
        assertThrows(IllegalArgumentException.class, () -> without.slice(0, 1).with(one));
        assertThrows(
                IllegalArgumentException.class, () -> built(List.of(row(1)), 1).with(one));
        assertThrows(IllegalArgumentException.class, () -> new PlayFlags(List.of("liked"), new byte[] {2}));
        assertThrows(IllegalArgumentException.class, () -> new PlayFlags(List.of("a", "a"), new byte[0]));
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0, List.of("liked"));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, 1, 1, 0, 2));
    }

    @Test
    void a_row_without_duration_is_refused() {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0);
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, -1, 1, 0));
    }

    private static Row row(long time) {
        return new Row(0, 0, 1, 1, time);
    }

    private static InteractionLog built(List<Row> rows, int expected) {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, expected);
        rows.forEach(row -> builder.add(row.user, row.item, row.play, row.duration, row.time));
        return builder.build();
    }

    private static List<Row> rowsOf(InteractionLog log) {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < log.size(); at++) {
            rows.add(new Row(
                    log.user(at), log.item(at), log.playMillis(at), log.durationMillis(at), log.timestampMillis(at)));
        }
        return rows;
    }
}
