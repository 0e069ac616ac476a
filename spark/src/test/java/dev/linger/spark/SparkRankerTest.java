package dev.linger.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.spark.plan.SparkPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ranker that learns from rows which are filled in two processes, and orders candidates there. */
class SparkRankerTest {
    private static final List<String> SETTINGS = List.of(
            "candidates.sources=[{\"type\": \"als\", \"iterations\": 3}]",
            "evaluation.resamples=50",
            "features.groups=[\"user-profile\", \"item-profile\", \"daily-stats\", \"daily-trend\", \"context\","
                    + " \"user-history\", \"item-history\", \"user-bucket\", \"user-author\", \"user-tag\","
                    + " \"author-history\", \"tag-history\", \"seen-before\", \"debiased-history\", \"stage-one\"]",
            "features.excludedColumns=[\"author_id\", \"music_id\"]",
            "ranker={\"type\": \"lightgbm\", \"rounds\": 20}");

    /** Sums of ratios are added block by block, so the last digits of features may differ. */
    private static final double TOLERANCE = 1e-6;

    @TempDir
    private static Path folder;

    @Test
    void aRankerOfAllDefaultFeaturesOrdersAsItDoesOnOneMachine() throws IOException {
        Path data = folder.resolve("demo");
        Linger.commandLine(request -> folder)
                .execute("generate", "--quiet", "--preset", "kuairec", "--scale", "0.008", "--out", data.toString());
        Path alone = Experiment.run(request(data, folder.resolve("alone")));
        Path run;
        try (JavaSparkContext spark = Clusters.start(Map.of())) {
            run = SparkRun.run(request(data, folder.resolve("spark")), spark);
        }
        assertAlike(alone, run, "recommendations.csv");
        List<String> tables;
        try (Stream<Path> files = Files.list(run.resolve("tables"))) {
            tables = files.map(file -> "tables/" + file.getFileName())
                    .filter(file -> file.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        assertTrue(tables.size() > 26, tables.toString());
        for (String table : tables) {
            assertAlike(alone, run, table);
        }
    }

    /** But for the order of shown videos, which is not measured on a cluster. */
    private static void assertAlike(Path alone, Path run, String file) throws IOException {
        List<String> lines = Files.readAllLines(alone.resolve(file)).stream()
                .filter(line -> !line.contains("order lightgbm"))
                .toList();
        SparkRunTest.assertAlike(lines, run.resolve(file), TOLERANCE);
    }

    @Test
    void featuresThatAreNotSplitByUserAreRefused() {
        LingerConfig config = LingerConfig.resolve(
                        Optional.of("spark"),
                        List.of(
                                "features.groups=[\"session\", \"friends\", \"stage-one\"]",
                                "features.freshness=\"live\""))
                .value();

        String message = String.valueOf(
                assertThrows(InputException.class, () -> SparkPlan.of(config)).getMessage());

        assertTrue(message.contains("features.freshness: what all users have played is known by day"), message);
        assertTrue(message.contains("features.groups: friends looks at the plays of other users"), message);
        assertEquals(3, message.lines().count() - 1, message);
    }

    private static RunRequest request(Path data, Path out) {
        return new RunRequest(
                () -> data,
                Optional.of("spark"),
                SETTINGS,
                out,
                2,
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                Progress.SILENT,
                List.of("run"));
    }
}
