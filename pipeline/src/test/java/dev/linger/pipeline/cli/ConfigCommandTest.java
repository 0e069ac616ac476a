package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.experiment.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void explain_prints_each_value_with_its_origin_and_meaning_in_columns() {
        assertEquals(0, execute("config", "explain", "--config", "training-recent", "--set", "seed=7"));
        List<String> lines = out.toString().lines().toList();
        List<String> starts = List.of("seed = 7 ", "training.recentDays = 3 ", "watch.ratioCap = 5.0 ");
        for (String start : starts) {
            String line = lines.stream()
                    .filter(each -> each.startsWith(start))
                    .findFirst()
                    .orElseThrow();
            assertEquals(lines.get(0).indexOf('#'), line.indexOf('#'), line);
        }
        assertTrue(lines.get(0).matches("seed = 7 +# --set seed=7 +The one source of randomness.*"), lines.get(0));
        assertTrue(
                lines.stream()
                        .anyMatch(line ->
                                line.matches("training\\.recentDays = 3 +# configs/training-recent\\.json:2 .*")),
                out::toString);
    }

    @Test
    void show_prints_a_file_that_resolves_to_the_same() throws IOException {
        assertEquals(0, execute("config", "show", "--config", "ranker-l2", "--set", "ranker.leaves=31"));
        Path file = Files.writeString(folder.resolve("shown.json"), out.toString());
        assertEquals(
                LingerConfig.resolve(Optional.of("ranker-l2"), List.of("ranker.leaves=31"))
                        .value(),
                LingerConfig.resolve(Optional.of(file.toString()), List.of()).value());
    }

    @Test
    void reference_prints_the_tables_of_the_blocks_asked_for() {
        assertEquals(0, execute("config", "reference", "split", "ranker:linear"));
        assertTrue(out.toString().contains("### split\n\n| key | value | default | meaning | why |\n"), out::toString);
        assertTrue(out.toString().contains("| `testShare` | number | `0.2` | "), out::toString);
        assertTrue(out.toString().contains("### ranker:linear\n"), out::toString);
        assertEquals(2, execute("config", "reference", "splits"));
        assertTrue(err.toString().startsWith("linger: there is no block splits; at the top there are data, "));
    }

    @Test
    void a_mistake_ends_like_that_of_a_run() {
        assertEquals(2, execute("config", "explain", "--set", "leaves=31"));
        assertTrue(err.toString().startsWith("linger: --set leaves=31: there is no key leaves; did you mean "));
        assertEquals(0, execute("config"));
        assertTrue(out.toString().contains("explain"), out::toString);
    }

    private int execute(String... arguments) {
        return Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
