package dev.linger.pipeline.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.experiment.SyntheticFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An ablation says of each part what a run without it says. */
final class AblationTest {
    private static final String WITHOUT_COLUMNS = "features.excludedColumns=[\"age_days\", \"item_knn_score\"]";
    private static final List<String> RULES = List.of("ratio > 1.0", "debiased p80");

    private static final StringWriter ERRORS = new StringWriter();
    private static Path folder = Path.of("");

    @BeforeAll
    static void ablate() throws IOException {
        folder = run("ablate", "--set", WITHOUT_COLUMNS, "--only", "item-profile,item-knn,stage-one");
    }

    @Test
    void with_all_parts_it_is_a_plain_run() throws IOException {
        Path run = run("run", "--set", WITHOUT_COLUMNS);
        assertSame(run, "ablation-features", "nothing");
        assertSame(run, "ablation-sources", "nothing");
    }

    @Test
    void without_a_group_it_is_a_run_of_the_other_groups() throws IOException {
        List<JsonNode> groups = new ArrayList<>();
        for (JsonNode group :
                new ObjectMapper().readTree(FinishedRun.SMALL.toFile()).at("/features/groups")) {
            if (!group.at("/type").asText().equals("item-profile")) {
                groups.add(group);
            }
        }
        Path run = run(
                "run",
                "--set",
                "features.groups=" + new ObjectMapper().writeValueAsString(groups),
                "--set",
                "features.excludedColumns=[\"item_knn_score\"]");
        assertSame(run, "ablation-features", "item-profile");
    }

    @Test
    void without_a_source_it_is_a_run_of_the_other_sources() throws IOException {
        List<JsonNode> sources = new ArrayList<>();
        for (JsonNode source :
                new ObjectMapper().readTree(FinishedRun.SMALL.toFile()).at("/candidates/sources")) {
            if (!source.asText().equals("item-knn")) {
                sources.add(source);
            }
        }
        Path run = run(
                "run",
                "--set",
                "candidates.sources=" + new ObjectMapper().writeValueAsString(sources),
                "--set",
                "features.excludedColumns=[\"age_days\"]");
        assertSame(run, "ablation-sources", "item-knn");
    }

    @Test
    void what_a_source_costs_stands_beside_the_tables_and_has_no_digest() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("source-costs.csv"));
        assertEquals("source,seconds,CPU seconds,MB to fit,MB in memory,MB of model", lines.get(0));
        assertEquals(2, lines.size(), "the one source that was left out: " + lines);
        String[] cells = lines.get(1).split(",", -1);
        assertEquals("item-knn", cells[0]);
        assertTrue(Double.parseDouble(cells[1]) > 0 && Double.parseDouble(cells[5]) > 0, lines.get(1));
        assertFalse(Files.readString(folder.resolve("SHA256SUMS")).contains("source-costs"));
    }

    @Test
    void the_contribution_of_a_part_is_the_difference_to_the_whole() throws IOException {
        for (String rule : RULES) {
            JsonNode whole = row("ablation-sources", "nothing", rule);
            JsonNode without = row("ablation-sources", "item-knn", rule);
            assertTrue(whole.get("contribution to NDCG@10").isNull(), whole::toString);
            for (String metric : List.of("NDCG@10", "Recall@50", "Recall@100")) { // 100 candidates a user
                double contribution =
                        whole.get(metric).asDouble() - without.get(metric).asDouble();
                assertEquals(
                        contribution, without.get("contribution to " + metric).asDouble(), 1e-12);
                assertTrue(without.get("95% " + metric + " low").asDouble() <= contribution + 1e-12);
                assertTrue(without.get("95% " + metric + " high").asDouble() >= contribution - 1e-12);
            }
        }
    }

    @Test
    void a_blend_keeps_the_score_of_stage_one() throws IOException {
        JsonNode whole = row("ablation-features", "nothing", RULES.get(0));
        JsonNode without = row("ablation-features", "stage-one but its score", RULES.get(0));
        // Rank, standing and the two norms of ALS, the scores of recent-liked and fresh-videos, the standing of
        // item-knn, whose
        // score is excluded.
        assertEquals(7, whole.get("columns").asInt() - without.get("columns").asInt());
    }

    @Test
    void the_folder_holds_what_made_it() {
        Stream.of("config.json", "manifest.json", "run.log", "tables/ablation-features.csv")
                .forEach(file -> assertTrue(Files.exists(folder.resolve(file)), file));
        assertFalse(Files.exists(folder.resolve("run.json")), "nothing for compare");
    }

    @Test
    void a_part_that_is_none_is_a_mistake_with_the_nearest_name() {
        StringWriter errors = new StringWriter();
        assertEquals(
                2,
                Linger.commandLine(Experiment::run)
                        .setErr(new PrintWriter(errors, true))
                        .execute("ablate", "--only", "item-kn", "--out", folder.toString()));
        assertTrue(errors.toString().contains("--only: item-kn is no feature group"), errors::toString);
        assertTrue(errors.toString().contains("did you mean item-knn?"), errors::toString);
        assertEquals(
                2,
                Linger.commandLine(Experiment::run)
                        .setErr(new PrintWriter(errors, true))
                        .execute("ablate", "--only", "als", "--out", folder.toString()));
        assertTrue(errors.toString().contains("the first source makes the order of stage one and stays"));
    }

    private static void assertSame(Path run, String table, String without) throws IOException {
        String system = new ObjectMapper()
                .readTree(run.resolve("run.json").toFile())
                .get("system")
                .asText();
        for (String rule : RULES) {
            JsonNode ablated = row(table, without, rule);
            String id = rule.equals(RULES.get(0)) ? "ratio-gt-1-0" : "debiased-p80";
            JsonNode stages = row(run, "stages-end-to-end-" + id, system);
            assertEquals(stages.get("NDCG@10"), ablated.get("NDCG@10"), without);
            assertEquals(stages.get("Recall@50"), ablated.get("Recall@50"), without);
            JsonNode headline = row(run, "predictions-pointwise-ratio-gt-1-0", "lightgbm regression_l1");
            assertEquals(headline.get("MAE"), ablated.get("MAE"), without);
            assertEquals(headline.get("XAUC"), ablated.get("XAUC"), without);
        }
    }

    private static JsonNode row(String table, String without, String rule) throws IOException {
        for (JsonNode row : rows(folder, table)) {
            if (row.get("without").asText().equals(without)
                    && row.get("relevant").asText().equals(rule)) {
                return row;
            }
        }
        throw new IllegalArgumentException(table + " has no row without " + without + " by " + rule);
    }

    private static JsonNode row(Path run, String table, String name) throws IOException {
        for (JsonNode row : rows(run, table)) {
            if (row.iterator().next().asText().equals(name)) {
                return row;
            }
        }
        throw new IllegalArgumentException(table + " has no row " + name);
    }

    private static JsonNode rows(Path run, String table) throws IOException {
        return new ObjectMapper()
                .readTree(run.resolve("tables/" + table + ".json").toFile())
                .get("rows");
    }

    /** The folder of a run through the command line on topics with small models. */
    private static Path run(String command, String... more) throws IOException {
        Path out = SyntheticFolder.newFolder("ablation");
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--quiet",
                "--data",
                SyntheticFolder.topics().toString(),
                "--config",
                FinishedRun.SMALL.toString(),
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        int exitCode = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(ERRORS, true))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, exitCode, ERRORS::toString);
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(FinishedRun::isFolderOfRun).findFirst().orElseThrow();
        }
    }
}
