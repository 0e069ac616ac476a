package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.run.RunRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    void it_leaves_no_run_folder() throws IOException {
        assertThrows(InputException.class, () -> Experiment.run(request()));
        try (Stream<Path> files = Files.walk(out)) {
            assertEquals(List.of(out), files.toList());
        }
    }

    @Test
    void the_command_line_shows_one_message_and_gives_2() {
        StringWriter errors = new StringWriter();
        int exitCode = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute("run", "--quiet", "--data=" + BROKEN, "--out=" + out);
        assertEquals(2, exitCode);
        assertTrue(
                errors.toString().startsWith("linger: 18006 of 18006 rows of big_matrix.csv cannot be read"),
                errors::toString);
    }

    private RunRequest request() {
        return new RunRequest(
                () -> BROKEN,
                Optional.empty(),
                List.of(),
                out,
                1,
                Optional.of(out.resolve("snapshots")),
                Optional.empty(),
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
