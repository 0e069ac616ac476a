package dev.linger.pipeline.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.experiment.SyntheticFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A replay through the command line, on topics, with features of each freshness. */
final class RollingTest {
    private static final Path CACHE = SyntheticFolder.newFolder("rolling-cache");

    private static List<List<String>> replay(String name, String threads, String... more) throws IOException {
        Path out = SyntheticFolder.newFolder(name);
        StringWriter errors = new StringWriter();
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "rolling",
                                "--quiet",
                                "--cache=" + CACHE,
                                "--no-snapshot",
                                "--threads=" + threads,
                                "--requests=60",
                                "--config=" + FinishedRun.SMALL,
                                "--data=" + SyntheticFolder.topics(),
                                "--out=" + out),
                        Arrays.stream(more))
                .toList();
        int exitCode = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        assertEquals("", errors.toString());
        assertEquals(0, exitCode);
        try (Stream<Path> runs = Files.list(out)) {
            Path folder = runs.filter(Files::isDirectory).findFirst().orElseThrow();
            assertTrue(Files.exists(folder.resolve("tables/rolling-days.csv")));
            assertTrue(Files.exists(folder.resolve("tables/rolling-plays.csv")));
            return Files.readAllLines(folder.resolve("tables/rolling.csv")).stream()
                    .map(line -> List.of(line.split(",")))
                    .toList();
        }
    }

    @Test
    void each_system_has_its_row_whatever_the_threads() throws IOException {
        List<List<String>> rows = replay("rolling-day", "2");
        assertEquals(
                List.of(
                        "system",
                        "frozen at the cut",
                        "user folded in",
                        "features live",
                        "item counts live",
                        "all three",
                        "all three and refitted daily"),
                rows.stream().map(row -> row.get(0)).toList());
        assertEquals(0, Double.parseDouble(rows.get(1).get(2)));
        assertEquals(rows, replay("rolling-day-again", "1"));
    }
}
