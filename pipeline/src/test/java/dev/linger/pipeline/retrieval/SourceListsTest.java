package dev.linger.pipeline.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.CandidateSources;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Scenes;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.tables.Protocol;
import dev.linger.pipeline.report.tables.SourcesTable;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceListsTest {
    private static final Workers WORKERS = new Workers(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** User 0 liked 2 and 3, user 1 liked 4, which nobody had played before the cut. */
    private static final Judgments JUDGMENTS = Scenes.judge(
            Scenes.log(new int[] {0, 2, 2_000, 1_000}, new int[] {0, 3, 2_000, 1_000}, new int[] {1, 4, 2_000, 1_000}));

    private static final Protocol PROTOCOL =
            new Protocol("end-to-end", "all", "now", JUDGMENTS, ItemUniverse.ofPlayed(new int[] {9, 5, 3, 1, 0}));

    private static final NamedLists A = new NamedLists("a", List.of(Scenes.list(0, 2, 0, 3), Scenes.list(1, 0, 1, 2)));
    private static final NamedLists B = new NamedLists("b", List.of(Scenes.list(0, 3, 1, 2), Scenes.list(1, 4, 0, 2)));

    @Test
    void without_a_source_the_others_fill_its_quota() {
        NamedLists c = new NamedLists("c", List.of(Scenes.list(0, 7, 8), Scenes.list(1, 9)));
        SourceLists lists = new SourceLists(List.of(A, B, c), new int[] {2, 1, 1}, 4);
        // 2 0 of a, 7 of c; then in turn 3 of a
        assertArrayEquals(
                new int[] {2, 0, 7, 3}, lists.without(1, WORKERS).get(0).items());
        // 0 1 of a, 9 of c; then 2 of a, and c has ended
        assertArrayEquals(
                new int[] {0, 1, 9, 2}, lists.without(1, WORKERS).get(1).items());
    }

    @Test
    void the_table_shows_what_a_source_finds_and_what_the_union_would_lack() {
        // Union of one each: user 0 {2, 3}, user 1 {0, 4}: recall 1 of all kinds; warm counts user 0, cold user 1.
        // a alone: {2, 0} .5, {0, 1} 0: .25, warm .5, cold 0. b alone: {3, 1} .5, {4, 0} 1: .75, warm .5, cold 1.
        // Without a, b's two stay: 1 - .75, 1 - .5, 1 - 1. Without b: 1 - .25, 1 - .5, 1 - 0.
        List<RankedList> union = List.of(Scenes.list(0, 2, 3), Scenes.list(1, 0, 4));
        CandidateSources sources = new SourceLists(List.of(A, B), new int[] {1, 1}, 2)
                .measured(JUDGMENTS, PROTOCOL.items(), union, WORKERS);
        assertEquals(
                List.of(
                        "source  quota  Recall@2    warm    cold  marginal  marginal warm  marginal cold",
                        "------  -----  --------  ------  ------  --------  -------------  -------------",
                        "a           1    0.2500  0.5000  0.0000    0.2500         0.5000         0.0000",
                        "b           1    0.7500  0.5000  1.0000    0.7500         0.5000         1.0000",
                        "union       2    1.0000  1.0000  1.0000         -              -              -"),
                new ConsoleFormat(1_000)
                        .format(SourcesTable.of(PROTOCOL, 2, sources))
                        .lines()
                        .skip(3)
                        .limit(5)
                        .toList());
    }

    @Test
    void without_the_only_source_nothing_is_found() {
        SourceLists alone = new SourceLists(List.of(B), new int[] {2}, 2);
        assertEquals(List.of(), alone.without(0, WORKERS));
        CandidateSources sources = alone.measured(JUDGMENTS, PROTOCOL.items(), B.lists(), WORKERS);
        // The union is b itself, so its marginal recall is all of it.
        String row = new ConsoleFormat(1_000)
                .format(SourcesTable.of(PROTOCOL, 2, sources))
                .lines()
                .toList()
                .get(5);
        assertEquals("b           2    0.7500  0.5000  1.0000    0.7500         0.5000         1.0000", row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio-gt-1-0", "debiased-p80"})
    void a_run_shows_what_its_sources_find_and_the_union_finds_what_the_candidates_hold(String rule) {
        JsonNode rows =
                FinishedRun.ofTopics().table("sources-end-to-end-" + rule).get("rows");
        JsonNode ceilings =
                FinishedRun.ofTopics().table("candidates-end-to-end-" + rule).get("rows");
        assertEquals(5, rows.size(), "four sources and the union");
        for (JsonNode row : rows) {
            String source = row.get("source").asText().replace("union", "candidates");
            for (JsonNode ceiling : ceilings) {
                if (ceiling.get("source").asText().equals(source)
                        && ceiling.get("N").asInt() == 100) {
                    assertEquals(ceiling.get("Recall@N"), row.get("Recall@100"), source);
                    assertEquals(ceiling.get("warm"), row.get("warm"), source);
                    assertEquals(ceiling.get("cold"), row.get("cold"), source);
                }
            }
        }
    }
}
