package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.Dataset;
import dev.linger.data.ItemTable;
import dev.linger.data.WatchMatrix;
import dev.linger.data.split.SplitConfig;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.report.IdValues;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.report.tables.VideosAtCut;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person finds in the folder of a run, with and without a small matrix. */
final class RunTablesTest {
    private static final List<String> RULES = List.of("ratio-gt-1-0", "debiased-p80");
    private static final List<String> METRICS =
            List.of("NDCG@10", "Recall@50", "Recall@100", "HitRate@10", "MRR@100", "MAP@10", "Coverage@10");

    /** Runs by name, each made once. */
    enum Finished {
        TOPICS,
        SMALL_DEMO;

        Path data() {
            return this == TOPICS ? SyntheticFolder.topics() : SyntheticFolder.smallDemo();
        }

        FinishedRun run() {
            return this == TOPICS ? FinishedRun.ofTopics() : OfSmallDemo.RUN;
        }

        /** Ids of the tables of this kind, of every protocol and rule. */
        Stream<String> tables(String kind) {
            return Stream.of("end-to-end", "exposed", "dense")
                    .filter(protocol -> this == SMALL_DEMO || !protocol.equals("dense"))
                    .flatMap(protocol -> RULES.stream().map(rule -> kind + "-" + protocol + "-" + rule));
        }
    }

    private static final class OfSmallDemo {
        static final FinishedRun RUN = FinishedRun.of(SyntheticFolder.smallDemo(), 2, FinishedRun.SMALL);
    }

    @Test
    void a_run_says_how_many_rows_there_were_to_learn_from_and_that_it_took_all_of_them() {
        TimeSplit split =
                TimeSplit.of(SyntheticFolder.read(SyntheticFolder.topics()).log(), new SplitConfig(0.2, 0.4, 0.3));
        JsonNode trainingSets = FinishedRun.ofTopics().table("training-sets").get("rows");
        JsonNode plays = trainingSets.get(0);
        assertEquals("plays", plays.get("training set").asText());
        assertEquals(split.fitWindow().size(), plays.get("fit window").asInt());
        assertEquals(split.validation().size(), plays.get("validation days").asInt());
        for (JsonNode kind : trainingSets) {
            assertEquals(kind.get("fit window"), kind.get("to fit"));
            assertEquals(kind.get("validation days"), kind.get("to validate"));
        }
    }

    @Test
    void a_run_says_what_was_known_of_each_video_at_the_cut() {
        Dataset dataset = SyntheticFolder.read(SyntheticFolder.topics());
        TimeSplit split = TimeSplit.of(dataset.log(), new SplitConfig(0.2, 0.4, 0.3));
        IdValues videos = IdValues.read(FinishedRun.ofTopics().folder().resolve(VideosAtCut.FILE), VideosAtCut.KEYS);
        assertEquals(dataset.itemCount(), videos.size());
        int cutDay = (int) Math.floorDiv(split.cutMillis() + 8 * 3_600_000L, 86_400_000L);
        for (int item = 0; item < dataset.itemCount(); item++) {
            int video = item;
            assertEquals(
                    dataset.items().id(item).toString(), videos.ids().get(0).written(item));
            assertEquals(
                    (double) IntStream.range(0, split.training().size())
                            .filter(row -> split.training().item(row) == video)
                            .count(),
                    videos.column(VideosAtCut.PLAYS)[item]);
            int uploaded = dataset.itemTable().uploadDay()[item];
            assertEquals(
                    uploaded == ItemTable.UNKNOWN_DAY || uploaded > cutDay ? Double.NaN : cutDay - uploaded,
                    videos.column(VideosAtCut.AGE)[item]);
            float length = dataset.itemTable().durationMillis()[item];
            assertTrue(Float.isNaN(length) || videos.column(VideosAtCut.DURATION)[item] == length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_succeeds_in_silence(Finished finished) {
        assertEquals(0, finished.run().exitCode());
        assertEquals("", finished.run().errors());
    }

    @ParameterizedTest
    @EnumSource
    void every_protocol_has_its_tables_by_both_rules(Finished finished) {
        Stream.of("stages", "cutoffs", "comparisons", "quality")
                .flatMap(finished::tables)
                .forEach(id -> assertFalse(finished.run().table(id).get("rows").isEmpty(), id));
        RULES.forEach(rule -> finished.run().table("candidates-end-to-end-" + rule));
    }

    @ParameterizedTest
    @EnumSource
    void every_caption_counts_users(Finished finished) {
        int captions = 0;
        for (String file : finished.run().files().keySet()) {
            if (file.startsWith("tables/") && file.endsWith(".json")) {
                JsonNode caption = finished.run()
                        .table(file.substring("tables/".length(), file.length() - ".json".length()))
                        .get("caption");
                if (caption != null) {
                    assertTrue(caption.get("usersCounted").asInt() > 0, file);
                    captions++;
                }
            }
        }
        assertTrue(captions >= 12, "tables with a caption: " + captions);
    }

    @ParameterizedTest
    @EnumSource
    void every_metric_of_a_stage_is_between_0_and_1(Finished finished) {
        finished.tables("stages").forEach(id -> {
            for (JsonNode row : finished.run().table(id).get("rows")) {
                for (String metric : METRICS) {
                    double value = row.get(metric).asDouble(-1);
                    assertTrue(value >= 0 && value <= 1, () -> id + " " + metric + " in " + row);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_system_is_above_the_oracle(Finished finished) {
        finished.tables("stages").forEach(id -> {
            double oracle = finished.run().number(id, "oracle", "NDCG@10");
            for (JsonNode row : finished.run().table(id).get("rows")) {
                assertTrue(row.get("NDCG@10").asDouble() <= oracle, () -> id + " " + row);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_whole_is_above_popularity(Finished finished) {
        for (String rule : RULES) {
            String id = "stages-end-to-end-" + rule;
            double whole = 0;
            for (JsonNode row : finished.run().table(id).get("rows")) {
                if (row.get("system").asText().equals("blend")) {
                    whole = row.get("NDCG@10").asDouble();
                }
            }
            assertTrue(whole > finished.run().number(id, "popularity", "NDCG@10"), id + " " + whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_candidates_find_more(Finished finished) {
        for (String rule : RULES) {
            Map<String, Double> last = new HashMap<>();
            for (JsonNode row :
                    finished.run().table("candidates-end-to-end-" + rule).get("rows")) {
                double recall = row.get("Recall@N").asDouble();
                Double fewer = last.put(row.get("source").asText(), recall);
                assertTrue((fewer == null || recall >= fewer) && recall <= 1, () -> row.toString());
            }
            assertEquals(11, last.size()); // ten orders and the candidates
        }
    }

    @ParameterizedTest
    @EnumSource
    void averages_of_the_values_of_each_user_are_the_numbers_of_the_tables(Finished finished) {
        for (String rule : RULES) {
            String id = "end-to-end-" + rule;
            UserValues values = UserValues.read(finished.run().folder().resolve(UserValues.fileName(id)), id);
            JsonNode stages = finished.run().table("stages-" + id);
            assertEquals(
                    stages.at("/caption/usersCounted").asInt(), values.users().size());
            for (JsonNode row : stages.get("rows")) {
                for (String metric : METRICS.subList(0, METRICS.size() - 1)) { // coverage is of all lists
                    double sum = 0;
                    for (double value : values.column(row.get("system").asText() + " " + metric)) {
                        sum += value;
                    }
                    assertEquals(
                            row.get(metric).asDouble(), sum / values.users().size(), () -> id + row);
                }
            }
        }
    }

    @Test
    void the_summary_of_a_run_names_the_system_whose_order_a_user_gets() {
        String summary = FinishedRun.ofTopics().text("run.json");
        assertTrue(summary.matches("(?s).*\"system\": \"blend\",.*"), summary);
        assertTrue(summary.contains("\"candidateLimit\": 100,"), summary);
        assertTrue(summary.contains("\"metrics\": [ \"NDCG@10\", \"Recall@50\", "), summary);
        assertTrue(summary.contains("\"relevance\": \"debiased p80\","), summary);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_a_user_has_seen_is_recommended_and_nothing_twice(Finished finished) {
        Dataset dataset = SyntheticFolder.read(finished.data());
        SeenItems seen = seen(dataset);
        for (String file : FinishedRun.LISTS) {
            Map<Long, List<Long>> lists = finished.run().lists(file);
            assertTrue(lists.size() > 150, () -> file + ": " + lists.size() + " lists");
            lists.forEach((userId, videoIds) -> {
                assertEquals(new HashSet<>(videoIds).size(), videoIds.size(), () -> "user " + userId);
                int user = dataset.users().indexOf(userId);
                for (long videoId : videoIds) {
                    assertFalse(
                            seen.contains(user, dataset.items().indexOf(videoId)),
                            () -> file + ": user " + userId + " has seen video " + videoId);
                }
            });
        }
    }

    @Test
    void recommendations_are_the_candidates_in_another_order() {
        Map<Long, List<Long>> candidates = FinishedRun.ofTopics().lists("candidates.csv");
        Map<Long, List<Long>> recommendations = FinishedRun.ofTopics().lists("recommendations.csv");
        assertEquals(candidates.keySet(), recommendations.keySet());
        candidates.forEach((user, videos) ->
                assertEquals(new HashSet<>(videos), new HashSet<>(recommendations.get(user)), () -> "user " + user));
        assertFalse(candidates.equals(recommendations));
    }

    /** What was played before the cut, and the pairs of the small matrix. */
    private static SeenItems seen(Dataset dataset) {
        TimeSplit split = TimeSplit.of(dataset.log(), new SplitConfig(0.2, 0.4, 0.3));
        SeenItems played = SeenItems.of(split.training(), dataset.userCount());
        WatchMatrix small = dataset.smallMatrix();
        return small == null
                ? played
                : played.with(WithheldPairs.of(small.user(), small.item(), dataset.userCount(), dataset.itemCount())
                        .byUser());
    }
}
