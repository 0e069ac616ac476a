package dev.linger.pipeline.randomrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
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

/** The command, on topics. */
class RandomRowsTest {
    private static String errorsOf(int exitCode, Path out, String... more) {
        StringWriter errors = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.of("random-rows", "--quiet", "--no-cache", "--no-snapshot", "--out=" + out),
                        Arrays.stream(more))
                .toArray(String[]::new);
        assertEquals(
                exitCode,
                Linger.commandLine(Experiment::run)
                        .setErr(new PrintWriter(errors))
                        .execute(arguments));
        return errors.toString();
    }

    @Test
    void rankers_stand_beside_constants() throws IOException {
        Path out = SyntheticFolder.newFolder("random-rows");
        String data = "--data=" + SyntheticFolder.topics();
        assertEquals("", errorsOf(0, out, data, "--config=ranker-linear", "--config=ranker-constant"));
        Path folder;
        try (Stream<Path> runs = Files.list(out)) {
            folder = runs.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        List<List<String>> rows = Files.readAllLines(folder.resolve("tables/random-rows.csv")).stream()
                .map(line -> List.of(line.split(",")))
                .toList();
        assertTrue(Files.exists(folder.resolve("manifest.json")));
        assertEquals(
                List.of("ranker", "MAE", "MAE of 0..1", "RMSE", "XAUC", "NDCG@25", "Precision@25", "Recall@25"),
                rows.get(0).subList(0, 8));
        assertEquals("linear", rows.get(1).get(0).substring(0, 6));
        assertTrue(
                Double.parseDouble(rows.get(1).get(4))
                        > 0.5 + Double.parseDouble(rows.get(1).get(4)) / 100,
                () -> "XAUC of linear: " + rows);
    }

    @Test
    void what_cannot_be_measured_so_is_refused() {
        Path out = SyntheticFolder.newFolder("random-rows-refused");
        String blend = errorsOf(2, out, "--config=default");
        assertTrue(blend.contains("--config default") && blend.contains("such as ranker-lightgbm-l1"), blend);
        String two = errorsOf(2, out, "--config=ranker-linear", "--config=live");
        assertTrue(two.contains("differs from ranker-linear in more than its ranker"), two);
        assertTrue(errorsOf(2, out, "--test-share=1").contains("--test-share must be above 0 and below 1 but is 1.0"));
    }
}
