package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Workers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsoleProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(123_456_789);

    private Progress.Task start(boolean terminal, String unit, long total) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ConsoleProgress(out, terminal, nanos::get).start("fit", unit, total);
    }

    private void after(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_task_of_less_than_two_seconds_shows_nothing(boolean terminal) {
        try (Progress.Task task = start(terminal, "users", 10)) {
            after(1.9);
            task.advance(10);
        }
        assertEquals("", shown());
    }

    @Test
    void lines_come_every_five_seconds_and_at_the_end() {
        try (Progress.Task task = start(false, "users", 20_000)) {
            for (int second = 1; second <= 12; second++) {
                after(1);
                task.advance(1_000);
            }
        }
        // 5,000 users in 5 s are 1,000 a second: the other 15,000 take 15 s.
        assertEquals(
                List.of(
                        "fit: 5,000 of 20,000 users, 1,000 users/s, 15 s left",
                        "fit: 10,000 of 20,000 users, 1,000 users/s, 10 s left",
                        "fit: 12,000 users in 12.0 s"),
                shown().lines().toList());
    }

    @Test
    void lines_without_a_known_total_tell_no_time_left() {
        try (Progress.Task task = start(false, "rows", -1)) {
            after(8);
            task.advance(4_000_000);
        }
        assertEquals(
                List.of("fit: 4,000,000 rows, 500,000 rows/s", "fit: 4,000,000 rows in 8.0 s"),
                shown().lines().toList());
    }

    @Test
    void a_slow_rate_has_a_decimal() {
        try (Progress.Task task = start(false, "trees", 100)) {
            after(5);
            task.advance(2);
        }
        assertEquals(
                "fit: 2 of 100 trees, 0.4 trees/s, 245 s left",
                shown().lines().findFirst().orElseThrow());
    }

    @Test
    void a_terminal_gets_a_bar_that_ends_at_what_was_done() {
        try (Progress.Task task = start(true, "users", 10)) {
            task.advance(3);
            after(2);
            task.advance(3);
            task.advance(4);
        }
        assertTrue(shown().contains("fit 100% ["), shown());
        assertTrue(shown().contains("10/10 users"), shown());
    }

    @Test
    void a_task_that_may_end_early_tells_both_ends() {
        try (Progress.Task task = start(false, "trees", 500)) {
            after(5);
            task.mayEndAt(40);
            task.advance(10);
        }
        // 2 trees a second: 30 more take 15 s, 490 more 245 s.
        assertEquals(
                "fit: 10 of 40 to 500 trees, 2.0 trees/s, 15 to 245 s left",
                shown().lines().findFirst().orElseThrow());
    }

    @Test
    void a_bar_ends_where_its_task_may_end_first() {
        try (Progress.Task task = start(true, "trees", 500)) {
            after(2);
            task.mayEndAt(40);
            task.advance(10);
        }
        assertTrue(shown().contains("10/40 trees"), shown());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_first_task_that_is_far_slower_than_usual_gives_one_hint(boolean terminal) {
        ConsoleProgress progress =
                new ConsoleProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, nanos::get);
        for (double usual : new double[] {0, 11.9, 12.1, 50}) {
            try (Progress.Task task = progress.start("train", "trees", 100)) {
                task.usually(usual);
                after(10);
                task.advance(20);
            }
        }
        // Two trees a second; a sixth of 12.1 is the first that is more.
        String flat = shown().replaceAll("\\s+", " ");
        assertEquals(1, flat.split("hint: ", -1).length - 1, shown());
        assertTrue(
                flat.contains("hint: 2.0 trees/s, where about 12 are usual: other programs use the processors"), flat);
    }

    @Test
    void a_bar_of_large_numbers_fits_into_80_columns() {
        try (Progress.Task task = start(true, "rows of candidates", 1_234_567_890)) {
            for (int step = 0; step < 3; step++) {
                after(3_000);
                task.advance(123_456_789);
            }
        }
        assertTrue(shown().contains("rows of candidates"), shown());
        for (String line : shown().split("[\r\n]+", -1)) {
            assertTrue(line.length() <= 80, line);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threads_may_advance_a_task_together(boolean terminal) {
        after(1);
        try (Progress.Task task = start(terminal, "rows", 100_000);
                Workers workers = new Workers(4)) {
            after(3);
            workers.forBlocks(100_000, 10, (from, to) -> task.advance(to - from));
        }
        assertTrue(shown().contains(terminal ? "100000/100000 rows" : "fit: 100,000 rows in 3.0 s"), shown());
    }
}
