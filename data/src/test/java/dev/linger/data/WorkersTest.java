package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @CsvSource({"1, 0, 4", "1, 10, 4", "3, 10, 4", "3, 12, 4", "3, 1, 4", "4, 1000, 7", "2, 3, 2147483647"})
    void every_row_is_in_one_block(int threads, int rows, int blockSize) {
        AtomicIntegerArray visits = new AtomicIntegerArray(rows);
        try (Workers workers = new Workers(threads)) {
            workers.forBlocks(rows, blockSize, (from, to) -> {
                for (int row = from; row < to; row++) {
                    visits.incrementAndGet(row);
                }
            });
        }
        for (int row = 0; row < rows; row++) {
            assertEquals(1, visits.get(row));
        }
    }

    @Test
    void the_last_block_may_end_at_the_largest_number_of_rows() {
        AtomicInteger end = new AtomicInteger();
        int rows = Integer.MAX_VALUE;
        try (Workers workers = new Workers(2)) {
            workers.forBlocks(rows, 1 << 30, (from, to) -> end.accumulateAndGet(to, Math::max));
        }
        assertEquals(rows, end.get());
    }

    @Test
    void sums_in_block_order_do_not_depend_on_the_number_of_threads() {
        double[] values = new Seed(9).stream("values").doubles(10_000).toArray();
        assertEquals(sum(values, 1), sum(values, 4));
    }

    private static double sum(double[] values, int threads) {
        double[] ofBlock = new double[Workers.blockCount(values.length, 64)];
        try (Workers workers = new Workers(threads)) {
            workers.forBlocks(values.length, 64, () -> values, (same, block, from, to) -> {
                for (int at = from; at < to; at++) {
                    ofBlock[block] += same[at];
                }
            });
        }
        return Arrays.stream(ofBlock).reduce(0, (a, b) -> a + b);
    }

    @Test
    void each_thread_has_one_workspace() {
        AtomicInteger made = new AtomicInteger();
        try (Workers workers = new Workers(3)) {
            workers.forBlocks(100, 1, made::incrementAndGet, (own, block, from, to) -> assertTrue(own >= 1));
        }
        assertEquals(3, made.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void a_failure_is_thrown_as_it_was_and_ends_the_work(int threads) {
        IllegalStateException failure = new IllegalStateException("row 3");
        AtomicInteger blocks = new AtomicInteger();
        try (Workers workers = new Workers(threads)) {
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> workers.forBlocks(1_000_000, 1, (from, to) -> {
                        if (blocks.incrementAndGet() == 3) {
                            throw failure;
                        }
                    }));
            assertSame(failure, thrown);
            assertTrue(blocks.get() < 1_000_000);
        }
    }

    @Test
    void an_error_is_thrown_as_it_was() {
        AssertionError failure = new AssertionError("broken");
        try (Workers workers = new Workers(2)) {
            assertSame(
                    failure,
                    assertThrows(
                            AssertionError.class,
                            () -> workers.forBlocks(10, 1, (from, to) -> {
                                throw failure;
                            })));
        }
    }

    @Test
    void the_pool_works_on_after_a_failure() {
        int[] squares = new int[50];
        try (Workers workers = new Workers(2)) {
            assertThrows(
                    ArithmeticException.class,
                    () -> workers.forBlocks(10, 1, (from, to) -> Math.toIntExact(Long.MAX_VALUE)));
            workers.forBlocks(squares.length, 8, (from, to) -> {
                for (int at = from; at < to; at++) {
                    squares[at] = at * at;
                }
            });
        }
        int[] expected = new int[50];
        Arrays.setAll(expected, at -> at * at);
        assertArrayEquals(expected, squares);
    }

    @Test
    void a_pool_without_threads_is_refused() {
        assertEquals(
                "threads must be >= 1 but was 0",
                assertThrows(IllegalArgumentException.class, () -> new Workers(0))
                        .getMessage());
    }
}
