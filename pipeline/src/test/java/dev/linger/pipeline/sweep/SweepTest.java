package dev.linger.pipeline.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.pipeline.protocol.Purpose;
import dev.linger.pipeline.run.ChildProcess;
import dev.linger.pipeline.training.BlendSearch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sweeps of small models; with {@code -Dlinger.slow=true} one of 12 variants that is killed three times. */
final class SweepTest {
    private static final boolean SLOW = Boolean.getBoolean("linger.slow");
    private static final List<String> GRID = SLOW
            ? List.of("--grid=ranker.l2=0.001,0.1,0.5,2", "--grid=candidates.limit=40,50,60")
            : List.of("--grid=ranker.l2=0.1,0.5", "--grid=candidates.limit=40");
    private static final int VARIANTS = SLOW ? 13 : 3;

    @Test
    void a_sweep_that_was_killed_goes_on_and_ends_with_the_same_table() throws Exception {
        Path whole = SyntheticFolder.newFolder("sweep");
        assertEquals(0, sweep(whole, GRID));
        String expected = table(whole);
        assertEquals(
                VARIANTS + 1,
                expected.lines().filter(line -> line.matches("[a-z].*")).count(),
                expected);

        Path killed = SyntheticFolder.newFolder("killed-sweep");
        SplittableRandom random = new SplittableRandom(5);
        for (int kill = 0; kill < (SLOW ? 3 : 1); kill++) {
            Process process = ChildProcess.start(arguments(killed, GRID));
            process.waitFor(2_000 + random.nextInt(2_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        assertEquals(0, sweep(killed, GRID));
        assertEquals(expected, table(killed));
    }

    @Test
    void a_variant_that_fails_is_reported_and_stops_no_other() throws IOException {
        Path out = SyntheticFolder.newFolder("failing-sweep");
        // No row is left of so few lists: that shows only where rows are drawn.
        assertEquals(
                1,
                sweep(out, List.of("--grid=training.maxRows=1,20000", "--validate-only", "--by=NDCG@10 ratio > 1.0")));
        List<String> rows = table(out).lines().toList();
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("maxRows=20000,0.")), rows::toString);
        assertTrue(
                rows.stream()
                        .anyMatch(row ->
                                row.startsWith("maxRows=1,,") && row.contains("training.maxRows 1, training.share")),
                rows::toString);
        assertEquals(List.of(), runs(out, "ranker-linear"), "none is run to its end");
    }

    @Test
    void halving_tries_all_with_few_rows_and_the_best_third_with_all() throws IOException {
        Path out = SyntheticFolder.newFolder("halving-sweep");
        assertEquals(
                0, sweep(out, List.of("--search=5", "--range=ranker.l2=0.001..2:log", "--halve", "--validate-only")));
        List<String> shares = table(out)
                .lines()
                .filter(line -> line.startsWith("l2") || line.startsWith("ranker-linear"))
                .map(line -> line.split(",", -1)[6])
                .toList();
        assertEquals(2, shares.stream().filter("1.0"::equals).count(), shares::toString);
        assertEquals("1.0", shares.get(0), "the best of them first");
    }

    @Test
    void without_a_cache_there_is_nothing_to_share() {
        StringWriter errors = new StringWriter();
        assertEquals(
                2,
                Linger.commandLine(Experiment::run)
                        .setErr(new PrintWriter(errors))
                        .execute("sweep", "--no-cache", "--grid=candidates.limit=10,20"));
        assertTrue(errors.toString().contains("take off --no-cache"), errors::toString);
    }

    @Test
    void what_is_not_measured_is_refused_before_the_first_variant() {
        StringWriter errors = new StringWriter();
        assertEquals(
                2,
                Linger.commandLine(Experiment::run)
                        .setErr(new PrintWriter(errors))
                        .execute("sweep", "--by=NDCG@20", "--grid=candidates.limit=10,20"));
        assertTrue(
                errors.toString()
                        .contains("--by NDCG@20: there is no such column, only quality, NDCG@10 ratio > 1.0,"
                                + " Recall@50 ratio > 1.0, NDCG@10 debiased p80, Recall@50 debiased p80"),
                errors::toString);
        assertEquals(
                List.of("quality", "NDCG@10 ratio > 1.0"),
                BlendSearch.names(
                        Purpose.PREFERENCE,
                        List.of(new RelevanceRule.RatioAbove(1, false), new RelevanceRule.RatioAbove(2, false))));
    }

    private static int sweep(Path out, List<String> more) {
        return Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments(out, more).toArray(String[]::new));
    }

    private static List<String> arguments(Path out, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sweep",
                "--quiet",
                "--data=" + SyntheticFolder.topics(),
                "--config=ranker-linear",
                "--set=candidates.sources=[\"als\"]",
                "--set=candidates.baselines=[]",
                "--set=evaluation.resamples=50",
                "--out=" + out));
        arguments.addAll(more);
        return arguments;
    }

    private static List<Path> runs(Path out, String name) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.filter(path -> path.getFileName().toString().matches("[0-9-]+" + name))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static String table(Path out) throws IOException {
        return Files.readString(runs(out, "sweep-ranker-linear").get(0).resolve("tables/sweep.csv"));
    }
}
