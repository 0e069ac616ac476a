package dev.linger.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.recommender.Recommendation;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with one of each example, registered by nothing but the service file of this module. */
class ExamplesTest {
    private static final int USERS = 40;
    private static final int ITEMS = 60;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long FIRST_DAY_MILLIS = 18_000 * DAY_MILLIS;

    @TempDir
    private static Path folder;

    private static Path run = Path.of("");

    @BeforeAll
    static void runWithOneOfEach() throws IOException, URISyntaxException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.write(data.resolve("plays.csv"), plays());
        URL config = Objects.requireNonNull(ExamplesTest.class.getResource("/examples.json"));
        int exitCode = Linger.commandLine(Experiment::run)
                .execute(
                        "run",
                        "--quiet",
                        "--threads=2",
                        "--data=" + data,
                        "--out=" + folder.resolve("runs"),
                        "--config=" + Path.of(config.toURI()));
        assertEquals(0, exitCode);
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.filter(path -> path.getFileName().toString().endsWith("examples"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> plays() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>(List.of("user,item,play,duration,time"));
        for (int play = 0; play < 4_000; play++) {
            int item = 1 + random.nextInt(ITEMS);
            int duration = 5_000 + 500 * item;
            long time = FIRST_DAY_MILLIS + 14L * play * DAY_MILLIS / 4_000;
            lines.add(1 + random.nextInt(USERS) + "," + item + "," + random.nextInt(2 * duration) + "," + duration + ","
                    + time);
        }
        return lines;
    }

    private static List<String> table(String prefix) throws IOException {
        try (Stream<Path> tables = Files.list(run.resolve("tables"))) {
            Path table = tables.filter(path -> path.getFileName().toString().startsWith(prefix)
                            && path.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(table);
        }
    }

    @Test
    void the_source_and_the_ranker_have_rows_and_the_metric_a_column() throws IOException {
        List<String> stages = table("stages-end-to-end");
        assertTrue(stages.get(0).contains("AverageRank@5"), stages::toString);
        assertTrue(stages.stream().anyMatch(row -> row.startsWith("trending,")), stages::toString);
        assertTrue(stages.stream().anyMatch(row -> row.startsWith("column item_completion,")), stages::toString);
    }

    @Test
    void the_group_and_the_source_have_columns() throws IOException {
        List<String> features = table("features");
        assertTrue(features.stream().anyMatch(row -> row.startsWith("is_night,")), features::toString);
        assertTrue(features.stream().anyMatch(row -> row.startsWith("trending_score,")), features::toString);
    }

    @Test
    void the_filter_hides_a_video_and_the_orderer_alternates_lengths() throws IOException {
        List<String> rows = Files.readAllLines(run.resolve("recommendations.csv"));
        assertTrue(rows.size() > USERS, rows::toString);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            int item = Integer.parseInt(cells[2]);
            assertFalse(item == 3, row);
            if (Integer.parseInt(cells[1]) == 1) {
                assertTrue(5_000 + 500 * item < 15_000, row);
            }
        }
    }

    @Test
    void the_saved_model_gives_the_same_lists() throws IOException {
        Recommender recommender = Recommender.load(run.resolve("model"));
        for (String row : Files.readAllLines(run.resolve("recommendations.csv"))) {
            String[] cells = row.split(",", -1);
            if (cells[1].equals("1")) {
                Recommendation first =
                        recommender.recommend(Long.parseLong(cells[0]), 1).get(0);
                assertEquals(row, cells[0] + ",1," + first.itemId() + "," + first.score());
            }
        }
    }
}
