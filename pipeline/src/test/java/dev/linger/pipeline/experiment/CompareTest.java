package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.comparison.RunComparison;
import dev.linger.pipeline.report.JsonFormat;
import dev.linger.pipeline.run.SealedFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Two configurations run and compared by one command. */
final class CompareTest {
    private static final Path OUT = SyntheticFolder.newFolder("runs");
    private static final StringWriter PRINTED = new StringWriter();
    private static final StringWriter ERRORS = new StringWriter();
    private static int exitCode;

    @BeforeAll
    static void compare() {
        exitCode = Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(PRINTED))
                .setErr(new PrintWriter(ERRORS))
                .execute(
                        "compare",
                        "--data",
                        SyntheticFolder.topics().toString(),
                        "--config",
                        "ranker-linear",
                        "--config",
                        "ranker-constant",
                        "--set",
                        "candidates.sources=[\"als\"]",
                        "--set",
                        "candidates.baselines=[\"random\", \"popularity\"]",
                        "--set",
                        "evaluation.resamples=50",
                        "--out",
                        OUT.toString(),
                        "--quiet");
    }

    @Test
    void one_command_runs_both_and_prints_both_tables() {
        assertEquals(0, exitCode, ERRORS::toString);
        assertEquals("", ERRORS.toString());
        assertTrue(PRINTED.toString().startsWith("\nRuns: end-to-end\n"), PRINTED::toString);
        assertTrue(
                PRINTED.toString()
                        .contains(
                                "\nPaired differences: ranker-linear less each other run\nIn all rows: against ranker-constant; "),
                PRINTED::toString);
    }

    @Test
    void tables_and_a_page_are_written_where_that_is_asked_for() throws IOException {
        Path to = OUT.resolve("compared");
        List<String> arguments = new ArrayList<>(List.of("compare", "--write", to.toString()));
        folders().forEach(run -> arguments.add(run.toString()));
        StringWriter errors = new StringWriter();
        CommandLine linger = Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors));
        assertEquals(0, linger.execute(arguments.toArray(String[]::new)));
        for (String file : List.of("differences.csv", "segments.json", "overlap.csv", "compare.html")) {
            assertTrue(Files.size(to.resolve(file)) > 50, file);
        }
        assertTrue(Files.readString(to.resolve("compare.html")).contains("<figure id=\"differences-drawn\">"));
        assertEquals(2, linger.execute(arguments.toArray(String[]::new)));
        assertTrue(errors.toString().contains("is there already"), errors::toString);
    }

    @Test
    void the_folders_of_the_runs_give_the_same_numbers_as_the_runs_own_tables() throws IOException {
        List<Path> folders = folders();
        JsonNode linear = row(folders, 0, 0);
        for (String rule : List.of("ratio-gt-1-0", "debiased-p80")) {
            JsonNode stages = systemRow(folders.get(0), "stages-end-to-end-" + rule, "linear");
            String relevance = rule.startsWith("ratio") ? "ratio > 1.0" : "debiased p80";
            for (String metric : List.of("NDCG@10", "Recall@50")) {
                assertEquals(
                        stages.get(metric).asDouble(),
                        linear.get(metric + " " + relevance).asDouble());
            }
        }
        JsonNode exposed = systemRow(folders.get(0), "stages-exposed-ratio-gt-1-0", "linear");
        assertEquals(
                exposed.get("NDCG@10").asDouble(), linear.get("exposed NDCG@10").asDouble());
        JsonNode pointwise = systemRow(folders.get(0), "predictions-pointwise-ratio-gt-1-0", "linear");
        assertEquals(pointwise.get("MAE").asDouble(), linear.get("MAE").asDouble());
        assertEquals(pointwise.get("XAUC").asDouble(), linear.get("XAUC").asDouble());
    }

    @Test
    void what_is_no_finished_run_is_left_out_with_a_notice() throws IOException {
        Path unfinished = SyntheticFolder.newFolder("unfinished");
        List<String> arguments = new ArrayList<>(List.of("compare"));
        folders().forEach(folder -> arguments.add(folder.toString()));
        arguments.addAll(List.of(unfinished.toString(), OUT.resolve("snapshots").toString()));
        StringWriter errors = new StringWriter();
        int finished = Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, finished, errors::toString);
        assertEquals(
                List.of(unfinished, OUT.resolve("snapshots")),
                errors.toString()
                        .lines()
                        .map(line ->
                                Path.of(line.replaceAll("linger: left out (.*), which is no finished run: .*", "$1")))
                        .toList());
        StringWriter refused = new StringWriter();
        int exit = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(refused))
                .execute("compare", folders().get(0).toString(), unfinished.toString());
        assertEquals(2, exit);
        assertTrue(refused.toString().contains(unfinished + "/manifest.json is not there: "), refused::toString);
    }

    @Test
    void a_system_that_two_runs_share_differs_from_another_as_in_the_tables_of_one() throws IOException {
        List<Path> folders = folders();
        // Both runs have the same candidates in the order of ALS: make that the second one's system.
        Path run = folders.get(1).resolve("run.json");
        String summary = Files.readString(run);
        Files.writeString(run, summary.replace("\"system\": \"item mean\"", "\"system\": \"als\""));
        SealedFolder.seal(folders.get(1));
        JsonNode compared = row(folders, 1, 0);
        Files.writeString(run, summary);
        SealedFolder.seal(folders.get(1));
        assertTrue(summary.contains("item mean"), summary);
        JsonNode own = comparison(folders.get(0), "linear", "als");
        for (String number : List.of("difference", "95% interval low", "95% interval high", "win rate")) {
            assertEquals(own.get(number).asDouble(), compared.get(number).asDouble(), number);
        }
    }

    @Test
    void what_groups_of_videos_add_is_what_the_run_has() throws IOException {
        List<Path> folders = folders();
        JsonNode table = new ObjectMapper()
                .readTree(new JsonFormat()
                        .format(RunComparison.of(folders).stream()
                                .filter(one -> one.id().equals("segments-videos"))
                                .findFirst()
                                .orElseThrow()));
        for (String by : List.of("duration", "plays before the cut", "days since upload")) {
            double linear = 0;
            double constant = 0;
            long relevant = 0;
            for (JsonNode row : table.get("rows")) {
                if (row.get("by").asText().equals(by)) {
                    linear += row.get("first run").asDouble();
                    constant += row.get("other run").asDouble();
                    relevant += row.get("relevant").asLong();
                }
            }
            String stages = "stages-end-to-end-ratio-gt-1-0";
            assertEquals(
                    systemRow(folders.get(0), stages, "linear").get("NDCG@10").asDouble(), linear, 1e-12, by);
            assertEquals(
                    systemRow(folders.get(1), stages, "item mean")
                            .get("NDCG@10")
                            .asDouble(),
                    constant,
                    1e-12,
                    by);
            assertEquals(
                    new ObjectMapper()
                            .readTree(Files.readString(folders.get(0).resolve("run.json")))
                            .at("/rules/0/relevantPairs")
                            .asLong(),
                    relevant,
                    by);
        }
    }

    /** Linear first, as in the command. */
    private static List<Path> folders() throws IOException {
        try (Stream<Path> runs = Files.list(OUT)) {
            return runs.filter(FinishedRun::isFolderOfRun)
                    .sorted(Comparator.comparing(path -> !path.toString().endsWith("ranker-linear")))
                    .toList();
        }
    }

    private static JsonNode row(List<Path> folders, int table, int row) throws IOException {
        return new ObjectMapper()
                .readTree(new JsonFormat().format(RunComparison.of(folders).get(table)))
                .at("/rows/" + row);
    }

    private static JsonNode comparison(Path folder, String system, String against) throws IOException {
        for (JsonNode row : new ObjectMapper()
                .readTree(Files.readString(folder.resolve("tables/comparisons-end-to-end-ratio-gt-1-0.json")))
                .get("rows")) {
            if (row.iterator().next().asText().equals(system)
                    && row.get("against").asText().equals(against)) {
                return row;
            }
        }
        throw new IllegalArgumentException(system + " is not compared with " + against);
    }

    private static JsonNode systemRow(Path folder, String table, String system) throws IOException {
        for (JsonNode row : new ObjectMapper()
                .readTree(Files.readString(folder.resolve("tables/" + table + ".json")))
                .get("rows")) {
            if (row.iterator().next().asText().equals(system)) {
                return row;
            }
        }
        throw new IllegalArgumentException(table + " has no row " + system);
    }
}
