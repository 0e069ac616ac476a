package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sort of records is the twin of the sort part by part. */
class SortedLogTest {
    private static final long MONTH = 30L * 86_400_000;

    private record Row(int user, int item, int play, long time, int flags) {}

    /** More rows than a chunk and a part have, whose times are spread, equal, of few values, or far from all others. */
    static Stream<Arguments> logs() {
        SplittableRandom random = new SplittableRandom(3);
        LongUnaryOperator spread = at -> random.nextLong(MONTH);
        LongUnaryOperator equal = at -> 7;
        LongUnaryOperator few = at -> random.nextInt(3) * MONTH;
        LongUnaryOperator far = at -> at == 5 ? 4_000_000_000_000L : -random.nextLong(1000);
        LongUnaryOperator rising = at -> at / 3;
        return Stream.of(spread, equal, few, far, rising)
                .flatMap(times -> Stream.of(1, 4095, 65_536, 65_537, 140_000).map(size -> Arguments.of(size, times)));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void rows_are_those_of_a_plain_sort_on_any_number_of_threads(int size, LongUnaryOperator times) {
        SplittableRandom random = new SplittableRandom(size);
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            rows.add(new Row(random.nextInt(50), random.nextInt(9), at, times.applyAsLong(at), random.nextInt(4)));
        }
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(
                Comparator.comparingLong(Row::time).thenComparingInt(Row::user).thenComparingInt(Row::item));
        assertEquals(sorted, rowsOf(builder(rows).build()));
        try (Workers workers = new Workers(3)) {
            assertEquals(sorted, rowsOf(builder(rows).build(workers)));
        }
    }

    @Test
    void a_log_takes_its_rows_over() {
        InteractionLogBuilder builder = builder(List.of(new Row(0, 0, 1, 1, 0)));
        builder.build();
        assertThrows(IllegalStateException.class, builder::build);
        assertThrows(IllegalStateException.class, () -> builder.add(0, 0, 1, 1, 0));
    }

    private static InteractionLogBuilder builder(List<Row> rows) {
        InteractionLogBuilder builder = new InteractionLogBuilder(ZoneOffset.UTC, 0, List.of("liked", "shared"));
        rows.forEach(row -> builder.add(row.user, row.item, row.play, 1000, row.time, row.flags));
        return builder;
    }

    private static List<Row> rowsOf(InteractionLog log) {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < log.size(); at++) {
            rows.add(new Row(log.user(at), log.item(at), log.playMillis(at), log.timestampMillis(at), log.flags(at)));
            assertEquals(Math.floorDiv(log.timestampMillis(at), 86_400_000L), log.day(at));
        }
        return rows;
    }
}
