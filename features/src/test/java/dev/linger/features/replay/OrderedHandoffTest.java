package dev.linger.features.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedHandoffTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void ends_follow_the_numbers_whatever_the_work_takes(int threads) {
        List<Double> ends = new ArrayList<>();
        OrderedHandoff turns = new OrderedHandoff();
        try (Workers workers = new Workers(threads)) {
            workers.forBlocks(200, 1, (from, to) -> turns.run(from, () -> from + 0 * busy(from), ends::add));
        }
        assertEquals(IntStream.range(0, 200).mapToObj(at -> (double) at).toList(), ends);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void a_failure_leaves_nobody_waiting(int threads) {
        List<Integer> ends = new ArrayList<>();
        OrderedHandoff turns = new OrderedHandoff();
        try (Workers workers = new Workers(threads)) {
            String message = assertThrows(
                            UnsupportedOperationException.class,
                            () -> workers.forBlocks(
                                    200, 1, (from, to) -> turns.run(from, () -> failing(from), ends::add)))
                    .getMessage();
            assertEquals("50", message);
        }
        assertTrue(ends.size() <= 50);
        assertEquals(IntStream.range(0, ends.size()).boxed().toList(), ends);
    }

    private static Integer failing(int at) {
        if (at == 50) {
            throw new UnsupportedOperationException("50");
        }
        return at;
    }

    /** Takes a time that differs from number to number. */
    private static double busy(int seed) {
        return new SplittableRandom(seed).doubles(seed % 7 * 1_000L).sum();
    }
}
