package dev.linger.pipeline.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.data.Progress;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.pipeline.run.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An audit of small models on topics. */
final class AuditTest {
    private static final Map<String, JsonNode> LEAKS = new LinkedHashMap<>();
    private static final List<JsonNode> CHECKS = new ArrayList<>();
    private static AuditOutcome outcome;

    @BeforeAll
    static void audit() {
        outcome = audit(Optional.empty());
        table("audit-sanity-checks").forEach(CHECKS::add);
        table("audit-leaks").forEach(row -> LEAKS.putIfAbsent(row.get("run").asText(), row));
    }

    private static AuditOutcome audit(Optional<Path> cache) {
        return Audit.run(new RunRequest(
                SyntheticFolder::topics,
                Optional.of(FinishedRun.SMALL.toString()),
                List.of(),
                SyntheticFolder.newFolder("audits"),
                2,
                Optional.empty(),
                cache,
                false,
                true,
                true,
                Progress.SILENT,
                List.of("audit")));
    }

    /** The cache is that of an honest run; with {@code -Dlinger.slow=true} then of an audit too. */
    @Test
    void what_runs_and_audits_have_kept_changes_no_figure() throws IOException {
        Path cache = FinishedRun.ofTopics().folder().resolveSibling("cache");
        for (int time = 0; time < (Boolean.getBoolean("linger.slow") ? 2 : 1); time++) {
            AuditOutcome again = audit(Optional.of(cache));
            for (String table : List.of("audit-leaks.csv", "audit-sanity-checks.csv")) {
                assertEquals(
                        Files.readString(outcome.folder().resolve("tables/" + table)),
                        Files.readString(again.folder().resolve("tables/" + table)));
            }
        }
    }

    private static JsonNode table(String id) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(outcome.folder().resolve("tables/" + id + ".json")))
                    .get("rows");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void the_honest_figures_are_those_of_the_run() {
        FinishedRun run = FinishedRun.ofTopics();
        JsonNode honest = LEAKS.get("honest");
        String pointwise = "predictions-pointwise-ratio-gt-1-0";
        String ranker = "lightgbm regression_l1";
        for (String figure : List.of("MAE", "RMSE", "XAUC")) {
            assertEquals(
                    run.number(pointwise, ranker, figure), honest.get(figure).asDouble(), figure);
        }
        assertEquals(
                run.number("stages-exposed-ratio-gt-1-0", ranker, "NDCG@10"),
                honest.get("exposed NDCG@10").asDouble());
        for (String figure : List.of("NDCG@10 ratio > 1.0", "Recall@50 ratio > 1.0")) {
            assertEquals(
                    run.number("summary", "blend", figure), honest.get(figure).asDouble(), figure);
            assertEquals(
                    run.number("summary", "als", figure),
                    honest.get("als " + figure).asDouble(),
                    figure);
        }
    }

    @Test
    void every_leak_has_a_row_and_those_that_stage_one_cannot_feel_leave_als_alone() {
        String als = "als NDCG@10 ratio > 1.0";
        for (Leak leak : Leak.values()) {
            boolean same =
                    LEAKS.get(leak.label()).get(als).equals(LEAKS.get("honest").get(als));
            assertEquals(!leak.changesRetrieval(), same, leak.label());
        }
    }

    @Test
    void leaks_of_labels_flatter_the_ranker() {
        double honest = LEAKS.get("honest").get("MAE").asDouble();
        for (Leak leak : List.of(Leak.HISTORY_WITH_THE_ROW, Leak.TEST_ROWS_IN_LABEL_WINDOW)) {
            assertTrue(LEAKS.get(leak.label()).get("MAE").asDouble() < honest, leak.label());
        }
    }

    @Test
    void a_source_that_saw_the_test_flatters_itself() {
        String figure = "als Recall@50 ratio > 1.0";
        assertTrue(LEAKS.get("source-on-all-rows").get(figure).asDouble()
                > LEAKS.get("honest").get(figure).asDouble());
    }

    @Test
    void every_sanity_check_passes() {
        CHECKS.forEach(row -> assertEquals("pass", row.get("verdict").asText(), row::toString));
        assertTrue(outcome.passed());
        assertEquals(
                List.of("shuffled labels", "future label", "honest columns", "time-shifted log"),
                CHECKS.stream()
                        .map(row -> row.get("change").asText())
                        .distinct()
                        .toList());
    }

    @Test
    void no_cell_differs_when_time_is_moved() {
        long tables = CHECKS.stream()
                .filter(row -> row.get("change").asText().equals("time-shifted log"))
                .peek(row -> assertEquals(0, row.get("figure").asDouble(), row::toString))
                .count();
        assertEquals(3, tables);
    }
}
