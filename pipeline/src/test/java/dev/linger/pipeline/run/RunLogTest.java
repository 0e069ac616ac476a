package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLogTest {
    @TempDir
    private Path out;

    private final List<String> console = new ArrayList<>();

    private RunLog open() {
        return new RunLog(RunFolder.create(out, Instant.EPOCH, "default"), console::add);
    }

    private List<String> file() throws IOException {
        return Files.readAllLines(out.resolve("19700101-000000-default/run.log"));
    }

    @Test
    void a_line_of_a_stage_has_name_seconds_and_counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("users", 4698L);
        counts.put("candidates", 1_409_400L);
        assertEquals(
                "retrieve        3.2 s   4,698 users, 1,409,400 candidates",
                new StageRecord("retrieve", 3.2, 0, 100, Optional.empty(), counts).line());
        assertEquals(
                "retrieve        0.6 s   from cache, 44 s saved; 4,698 users, 1,409,400 candidates",
                new StageRecord("retrieve", 0.6, 43.7, 100, Optional.empty(), counts).line());
        assertEquals(
                "load         1234.5 s", new StageRecord("load", 1234.5, 0, 100, Optional.empty(), Map.of()).line());
    }

    @Test
    void stages_are_kept_in_order_with_what_they_counted() throws IOException {
        try (RunLog log = open()) {
            int rows = log.stage("load", counts -> {
                counts.add("plays", 3).add("plays", 4);
                return 7;
            });
            log.stage("split", counts -> counts.add("test", 2));
            log.say("done");
            assertEquals(7, rows);
            assertEquals(
                    List.of("load", "split"),
                    log.stages().stream().map(StageRecord::name).toList());
            assertEquals(Map.of("plays", 7L), log.stages().get(0).counts());
        }
        assertEquals(console, file());
        assertEquals(3, console.size());
        assertTrue(console.get(0).endsWith(" s   7 plays"), console.get(0));
    }

    @Test
    void a_mistake_of_the_user_passes_as_it_is_and_stands_in_the_log() throws IOException {
        InputException mistake = new InputException("big_matrix.csv, line 3: no number");
        try (RunLog log = open()) {
            assertSame(mistake, assertThrows(InputException.class, () -> log.stage("load", failing(mistake))));
            assertEquals(List.of(), log.stages());
        }
        assertEquals("load failed after 0.0 s: big_matrix.csv, line 3: no number", withoutTime(file().get(0)));
        assertEquals(1, file().size());
    }

    @Test
    void any_other_failure_leaves_its_stack_trace_in_the_log() throws IOException {
        IllegalStateException failure = new IllegalStateException("not positive definite");
        try (RunLog log = open()) {
            StageFailure told = assertThrows(StageFailure.class, () -> log.stage("retrieve", failing(failure)));
            assertEquals(
                    "stage retrieve failed: java.lang.IllegalStateException: not positive definite", told.getMessage());
            assertSame(failure, told.getCause());
            assertEquals(out.resolve("19700101-000000-default/run.log"), told.log());
        }
        assertEquals("java.lang.IllegalStateException: not positive definite", file().get(1));
        assertTrue(file().get(2).startsWith("\tat dev.linger.pipeline.run.RunLogTest"), file().get(2));
    }

    private static Function<RunLog.Counts, Object> failing(RuntimeException failure) {
        return counts -> {
            throw failure;
        };
    }

    private static String withoutTime(String line) {
        return line.replaceFirst("after [0-9.]+ s", "after 0.0 s");
    }
}
