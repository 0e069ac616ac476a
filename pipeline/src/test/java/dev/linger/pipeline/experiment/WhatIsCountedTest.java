package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.Dataset;
import dev.linger.pipeline.cli.Linger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over whom and what the tables of whole runs are; all videos are candidates, and nothing is learned that takes long. */
final class WhatIsCountedTest {
    private static final String RULE = "ratio-gt-1-0";
    private static final int DAYS = 5;
    private static final String ONE_RULE = "--set=evaluation.relevance=[{\"type\": \"ratio-above\"}]";

    private static final class Runs {
        static final FinishedRun TWO_RULES = run();
        static final FinishedRun ONE_RULE_ALONE = run(ONE_RULE);
        static final FinishedRun REWATCHES = run("--set=candidates.rewatches=true");
        static final FinishedRun AFTER_DAYS =
                run("--set=candidates.rewatches=true", "--set=candidates.rewatchAfterDays=" + DAYS);
    }

    private static FinishedRun run(String... settings) {
        Path out = SyntheticFolder.newFolder("runs");
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--threads=2",
                "--config=ranker-constant",
                "--data=" + SyntheticFolder.topics(),
                "--out=" + out,
                "--set=candidates.limit=400",
                "--set=candidates.sources=[\"popularity\"]",
                "--set=candidates.baselines=[\"item-knn\", \"random\", \"shortest\"]",
                "--set=evaluation.resamples=40"));
        arguments.addAll(List.of(settings));
        assertEquals(0, Linger.commandLine(Experiment::run).execute(arguments.toArray(String[]::new)));
        try (Stream<Path> made = Files.list(out)) {
            return new FinishedRun(
                    0, "", made.filter(FinishedRun::isFolderOfRun).findFirst().orElseThrow());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"end-to-end", "exposed"})
    void one_relevance_rule_more_changes_no_table_of_another(String protocol) {
        List<String> kinds = new ArrayList<>(List.of("stages", "cutoffs", "comparisons", "quality"));
        if (protocol.equals("end-to-end")) {
            kinds.addAll(List.of("users", "candidates", "sources"));
        }
        for (String kind : kinds) {
            String file = "tables/" + kind + "-" + protocol + "-" + RULE;
            for (String ending : List.of(".json", ".csv")) {
                assertEquals(Runs.ONE_RULE_ALONE.text(file + ending), Runs.TWO_RULES.text(file + ending), file);
            }
        }
    }

    @Test
    void every_list_of_a_table_is_of_a_user_its_caption_counts() {
        for (String protocol : List.of("end-to-end", "exposed")) {
            for (String rule : List.of(RULE, "debiased-p80")) {
                JsonNode quality = Runs.TWO_RULES.table("quality-" + protocol + "-" + rule);
                for (JsonNode row : quality.get("rows")) {
                    assertEquals(
                            quality.at("/caption/usersCounted").asInt(),
                            row.get("lists").asInt(),
                            row::toString);
                }
            }
        }
    }

    @Test
    void with_all_videos_as_candidates_the_oracle_misses_nothing() {
        for (FinishedRun run : List.of(Runs.TWO_RULES, Runs.REWATCHES)) {
            for (String rule : List.of(RULE, "debiased-p80")) {
                String stages = "stages-end-to-end-" + rule;
                assertEquals(1.0, run.number(stages, "oracle", "NDCG@10"), 1e-12);
                assertEquals(1.0, run.number(stages, "oracle", "Recall@100"), 1e-12);
                for (JsonNode row : run.table("candidates-end-to-end-" + rule).get("rows")) {
                    boolean whole = row.get("N").asInt() == 500
                            && !row.get("source").asText().equals("item-knn");
                    assertTrue(!whole || row.get("Recall@N").asDouble() == 1.0, row::toString);
                }
            }
        }
    }

    @Test
    void what_is_left_out_stands_in_the_caption_and_in_the_summary() {
        JsonNode caption = Runs.TWO_RULES.table("stages-end-to-end-" + RULE).get("caption");
        String said = caption.get("leftOut").asText();
        assertTrue(said.matches("left out, since no list can hold them: [1-9]\\d* of \\d+ relevant pairs .*"), said);
        assertTrue(Runs.TWO_RULES.table("summary").get("notes").toString().contains(said));
        assertTrue(Runs.TWO_RULES.text("run.json").contains("\"pairsLeftOut\": "));
        assertTrue(Runs.TWO_RULES
                .table("stages-exposed-" + RULE)
                .at("/caption/leftOut")
                .isMissingNode());
        int exposed = Runs.TWO_RULES
                .table("stages-exposed-" + RULE)
                .at("/caption/usersCounted")
                .asInt();
        assertTrue(caption.get("usersCounted").asInt() <= exposed);
    }

    @Test
    void rewatches_are_recommended_and_relevant_where_they_are_asked_for() throws IOException {
        JsonNode caption = Runs.REWATCHES.table("stages-end-to-end-" + RULE).get("caption");
        assertEquals(
                "videos played, or with daily statistics, before the cut, also those the user has seen",
                caption.get("universe").asText());
        assertTrue(caption.get("leftOut").asText().contains("(0 seen by the user before the cut, "), caption::toString);
        int without = Runs.TWO_RULES
                .table("stages-end-to-end-" + RULE)
                .at("/caption/usersCounted")
                .asInt();
        assertTrue(caption.get("usersCounted").asInt() >= without);
        assertTrue(seenAndRecommended(Runs.REWATCHES) > 0);
        assertEquals(0, seenAndRecommended(Runs.TWO_RULES));
        assertEquals(
                SavedModelTest.recommendations(Runs.REWATCHES.folder()),
                SavedModelTest.lists(Runs.REWATCHES.folder()),
                "by the saved model");
    }

    @Test
    void videos_come_again_after_some_days_in_lists_in_what_is_relevant_and_from_the_saved_model() throws IOException {
        JsonNode caption = Runs.AFTER_DAYS.table("stages-end-to-end-" + RULE).get("caption");
        assertEquals(
                "videos played, or with daily statistics, before the cut, less those the user has seen in the last 5 days",
                caption.get("universe").asText());
        int users = caption.get("usersCounted").asInt();
        assertTrue(users
                >= Runs.TWO_RULES
                        .table("stages-end-to-end-" + RULE)
                        .at("/caption/usersCounted")
                        .asInt());
        Set<List<Long>> late = playedInLastDaysBeforeCut();
        assertTrue(Runs.AFTER_DAYS.lists("recommendations.csv").entrySet().stream()
                .flatMap(list -> list.getValue().stream().map(video -> List.of(list.getKey(), video)))
                .noneMatch(late::contains));
        assertTrue(seenAndRecommended(Runs.AFTER_DAYS) > 0);
        assertEquals(
                SavedModelTest.recommendations(Runs.AFTER_DAYS.folder()),
                SavedModelTest.lists(Runs.AFTER_DAYS.folder()),
                "by the saved model");
    }

    private static Set<List<Long>> playedInLastDaysBeforeCut() {
        Dataset dataset = SyntheticFolder.read(SyntheticFolder.topics());
        int cut = (int) Math.round(dataset.log().size() * 0.8);
        long since = dataset.log().timestampMillis(cut) - DAYS * 86_400_000L;
        return IntStream.range(dataset.log().firstRowAtOrAfter(since), cut)
                .mapToObj(row -> List.of(
                        dataset.users().number(dataset.log().user(row)),
                        dataset.items().number(dataset.log().item(row))))
                .collect(Collectors.toSet());
    }

    /** How many of the recommendations repeat a play of the first half of the log. */
    private static long seenAndRecommended(FinishedRun run) {
        Dataset dataset = SyntheticFolder.read(SyntheticFolder.topics());
        Set<List<Long>> seen = IntStream.range(0, dataset.log().size() / 2)
                .mapToObj(row -> List.of(
                        dataset.users().number(dataset.log().user(row)),
                        dataset.items().number(dataset.log().item(row))))
                .collect(Collectors.toSet());
        return run.lists("recommendations.csv").entrySet().stream()
                .flatMap(list -> list.getValue().stream().map(video -> List.of(list.getKey(), video)))
                .filter(seen::contains)
                .count();
    }
}
