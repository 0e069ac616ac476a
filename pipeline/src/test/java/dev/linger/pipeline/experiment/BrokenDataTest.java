package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot go on says why and leaves nothing that looks like a result. */
final class BrokenDataTest {
    private static final Path BROKEN = SyntheticFolder.copy(
            SyntheticFolder.topics(),
            "broken",
            file -> file.equals(SyntheticFolder.LOG) ? BrokenDataTest::withoutPlayTime : UnaryOperator.identity());

    @TempDir
    private Path out;

    @Test
    void a_broken_log_is_a_mistake_with_file_line_and_column() {
        String message = assertThrows(InputException.class, () -> Experiment.run(request()))
                .getMessage();
        assertTrue(message.contains(SyntheticFolder.LOG), message);
        assertTrue(message.contains("play_duration"), message);
        assertTrue(message.contains("long"), message);
    }

    @Test
    void it_leaves_no_table_no_list_and_no_model() throws IOException {
        assertThrows(InputException.class, () -> Experiment.run(request()));
        try (Stream<Path> files = Files.walk(out)) {
            assertEquals(
                    Set.of("run.log"),
                    Set.copyOf(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .toList()));
        }
    }

    @Test
    void the_command_line_shows_one_message_and_gives_2() {
        FinishedRun run = FinishedRun.of(BROKEN, 1, FinishedRun.SMALL);
        assertEquals(2, run.exitCode());
        assertTrue(
                run.errors().startsWith("linger: 18006 of 18006 rows of big_matrix.csv cannot be read"), run.errors());
        assertTrue(run.text("run.log").contains("\nload failed after"), run.text("run.log"));
    }

    private RunRequest request() {
        return new RunRequest(
                () -> BROKEN,
                Optional.empty(),
                List.of(),
                out,
                1,
                Optional.of(out.resolve("snapshots")),
                false,
                true,
                true,
                Progress.SILENT,
                List.of("run"));
    }

    private static String withoutPlayTime(String line) {
        String[] cells = line.split(",", -1);
        cells[2] = "long";
        return String.join(",", cells);
    }
}
