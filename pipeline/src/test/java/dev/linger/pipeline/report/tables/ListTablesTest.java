package dev.linger.pipeline.report.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.FirstPlays;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.OracleOrder;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.Scenes;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.listwise.AveragePrecision;
import dev.linger.pipeline.evaluation.listwise.HitRate;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.listwise.ReciprocalRank;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.CsvFormat;
import dev.linger.pipeline.report.JsonFormat;
import dev.linger.pipeline.report.ResultTable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ListTablesTest {
    private static final Workers WORKERS = new Workers(2);
    private static final int DEPTH = 500;

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** User 0 liked 2 and 3, user 1 liked 4, which nobody knew before the cut; user 1 skipped 0. */
    private static final Judgments JUDGMENTS = Scenes.judge(Scenes.log(
            new int[] {0, 2, 2_000, 1_000}, new int[] {0, 3, 2_000, 1_000}, new int[] {1, 4, 2_000, 1_000}, new int[] {
                1, 0, 50, 1_000
            }));

    private static final Protocol PROTOCOL = new Protocol(
            "end-to-end",
            "every video known before the cut",
            "2020-08-29 (80 % of rows)",
            JUDGMENTS,
            ItemUniverse.ofPlayed(new int[] {9, 5, 3, 1, 0}));

    private static final List<RankedList> ALS = List.of(Scenes.list(0, 0, 1, 2), Scenes.list(1, 0, 1, 2));
    private static final List<RankedList> RANKED = List.of(Scenes.list(0, 0, 2, 1), Scenes.list(1, 0, 1, 2));
    private static final NamedLists STAGE_ONE = new NamedLists("als", ALS, List.of(false, true));
    private static final List<MeasuredLists> SYSTEMS = measured(
            PROTOCOL,
            STAGE_ONE,
            new NamedLists("als + ranker", RANKED),
            new NamedLists("oracle", OracleOrder.of(ALS, JUDGMENTS)));
    private static final Measures MEASURES = new Measures(
            List.of(
                    new Ndcg(10),
                    new Recall(50),
                    new Recall(100),
                    new HitRate(10),
                    new ReciprocalRank(100),
                    new AveragePrecision(10)),
            List.of(5, 10, 20, 50, 100, 250),
            new PairedBootstrap(1_000, new Seed(1)));

    @Test
    void the_stage_table_shows_every_stage_its_difference_and_the_headroom_captured() {
        // The ideal of user 0 is 1 + 1/log2(3) = 1.63093. als hits at rank 3: .5 / 1.63093 = .30657; the ranker at rank
        // 2: .63093 / 1.63093 = .38685; the oracle at rank 1: .61315. Halves, for user 1 has none: .1533 .1934 .3066.
        // Headroom captured: (.38685 - .30657) / (.61315 - .30657) = .262.
        StageTable.Roles roles = new StageTable.Roles("als", "als", "oracle", List.of("als + ranker"));
        assertEquals(
                """
                Stages: end-to-end, ratio > 1.0
                end-to-end: every video known before the cut
                relevant: ratio > 1.0; users: 2; ties: score descending, item id ascending; cut: 2020-08-29 (80 % of rows)
                system        NDCG@10  Recall@50  Recall@100  HitRate@10  MRR@100  MAP@10  Coverage@10  fallback  difference      95% interval  headroom captured
                ------------  -------  ---------  ----------  ----------  -------  ------  -----------  --------  ----------  ----------------  -----------------
                als            0.1533     0.2500      0.2500      0.5000   0.1667  0.0833       0.7500     0.500           -                 -                  -
                als + ranker   0.1934     0.2500      0.2500      0.5000   0.2500  0.1250       0.7500         -      0.0401  [0.0000, 0.0803]              0.262
                oracle         0.3066     0.2500      0.2500      0.5000   0.5000  0.2500       0.7500         -      0.1533  [0.0000, 0.3066]                  -
                * fallback: share of lists that are really the fallback's, because the source does not know the user, or of a merged list none of the sources that are not the same for all; - where that is not kept
                * difference: NDCG@10 less that of als, paired by user; interval from 1000 resamples of users
                * headroom captured: (NDCG@10 - als) / (oracle - als)
                """,
                text(StageTable.of(PROTOCOL, SYSTEMS, roles, MEASURES)));
    }

    @Test
    void a_role_that_no_system_plays_is_named() {
        StageTable.Roles roles = new StageTable.Roles("popularity", "als", "oracle", List.of());
        assertEquals(
                "no system is named popularity, only [als, als + ranker, oracle]",
                assertThrows(IllegalArgumentException.class, () -> StageTable.of(PROTOCOL, SYSTEMS, roles, MEASURES))
                        .getMessage());
    }

    @Test
    void two_systems_of_one_name_are_refused() {
        List<MeasuredLists> twice = List.of(SYSTEMS.get(0), SYSTEMS.get(0));
        assertThrows(IllegalArgumentException.class, () -> CutoffTable.of(PROTOCOL, twice, MEASURES));
    }

    @Test
    void the_cutoff_table_has_a_row_for_each_system_and_metric() {
        // als finds one of user 0's two at rank 3: P@5 = (1/5 + 0) / 2, R = (1/2 + 0) / 2, NDCG as above.
        assertEquals(
                List.of(
                        "system  metric         @5     @10     @20     @50    @100    @250",
                        "------  ---------  ------  ------  ------  ------  ------  ------",
                        "als     Precision  0.1000  0.0500  0.0250  0.0100  0.0050  0.0020",
                        "als     Recall     0.2500  0.2500  0.2500  0.2500  0.2500  0.2500",
                        "als     NDCG       0.1533  0.1533  0.1533  0.1533  0.1533  0.1533"),
                body(CutoffTable.of(PROTOCOL, SYSTEMS.subList(0, 1), MEASURES)));
    }

    @Test
    void the_ceiling_table_splits_warm_from_cold() {
        // Warm: user 0 alone, 1 of 2. Cold: user 1's item 4, 1 of 3 relevant pairs.
        assertEquals(
                List.of(
                        "source    N  Recall@N    warm    cold  cold share",
                        "------  ---  --------  ------  ------  ----------",
                        "als      50    0.2500  0.5000  0.0000      0.3333",
                        "als     100    0.2500  0.5000  0.0000      0.3333",
                        "als     200    0.2500  0.5000  0.0000      0.3333",
                        "als     300    0.2500  0.5000  0.0000      0.3333",
                        "als     500    0.2500  0.5000  0.0000      0.3333"),
                body(CeilingTable.of(PROTOCOL, SYSTEMS.subList(0, 1), WORKERS)).subList(0, 7));
    }

    @Test
    void the_comparison_table_has_a_row_for_each_pair_and_metric() {
        List<ComparisonTable.Pair> pairs = List.of(new ComparisonTable.Pair("als + ranker", "als"));
        assertEquals(
                List.of(
                        "system        against  metric      difference      95% interval  win rate  95% users and videos",
                        "------------  -------  ----------  ----------  ----------------  --------  --------------------",
                        "als + ranker  als      NDCG@10         0.0401  [0.0000, 0.0803]     0.750      [0.0000, 0.1606]",
                        "als + ranker  als      Recall@50       0.0000  [0.0000, 0.0000]     0.500      [0.0000, 0.0000]",
                        "als + ranker  als      Recall@100      0.0000  [0.0000, 0.0000]     0.500                     -",
                        "als + ranker  als      HitRate@10      0.0000  [0.0000, 0.0000]     0.500                     -",
                        "als + ranker  als      MRR@100         0.0833  [0.0000, 0.1667]     0.750                     -",
                        "als + ranker  als      MAP@10          0.0417  [0.0000, 0.0833]     0.750                     -"),
                body(ComparisonTable.of(PROTOCOL, SYSTEMS, pairs, MEASURES, WORKERS))
                        .subList(0, 8));
    }

    /** A metric that no code but this test has heard of. */
    private record FirstIsRelevant(int k) implements ListMetric {
        @Override
        public String name() {
            return "First@" + k;
        }

        @Override
        public int cutoff() {
            return k;
        }

        @Override
        public double of(boolean[] hits, int relevantCount) {
            return hits.length > 0 && hits[0] ? 1 : 0;
        }
    }

    @Test
    void another_metric_stands_in_every_table_and_in_the_values_of_each_user() {
        Measures measures = new Measures(
                List.of(new Ndcg(10), new Recall(50), new FirstIsRelevant(1)), List.of(5), MEASURES.bootstrap());
        StageTable.Roles roles = new StageTable.Roles("als", "als", "oracle", List.of("als + ranker"));
        ResultTable stages = StageTable.of(PROTOCOL, SYSTEMS, roles, measures);
        assertEquals(Column.decimal("First@1", 4), stages.columns().get(3));
        assertEquals(Cell.of(0.5), stages.rows().get(2).get(3), "of the oracle");
        List<ComparisonTable.Pair> pairs = List.of(new ComparisonTable.Pair("oracle", "als"));
        assertEquals(
                "oracle  als      First@1        0.5000  [0.0000, 1.0000]     0.750                     -",
                body(ComparisonTable.of(PROTOCOL, SYSTEMS, pairs, measures, WORKERS))
                        .get(4));
        IdIndex ids = IdIndex.of("user", LongStream.of(10, 20));
        assertArrayEquals(
                new double[] {1, 0},
                ListValues.of(PROTOCOL, SYSTEMS, measures, 3, ids).column("oracle First@1"));
    }

    @Test
    void the_quality_table_has_a_row_for_each_system() {
        // Slots 2 2 2 0: Gini (-3 * 0 - 2 + 2 + 6) / (4 * 6) = .25; percentiles .875 .625 .375; 1 skip in 6.
        assertEquals(
                List.of(
                        "system  lists  coverage    Gini  popularity  skipped    cold",
                        "------  -----  --------  ------  ----------  -------  ------",
                        "als         2    0.7500  0.2500      0.6250   0.1667  0.0000"),
                body(QualityTable.of(PROTOCOL, SYSTEMS.subList(0, 1))).subList(0, 3));
    }

    @Test
    void warm_and_new_users_have_rows_of_their_own() {
        assertEquals(
                List.of(
                        "users  counted  system  NDCG@10  Recall@50  Recall@100  HitRate@10  MRR@100  MAP@10  fallback",
                        "-----  -------  ------  -------  ---------  ----------  ----------  -------  ------  --------",
                        "warm         1  als      0.3066     0.5000      0.5000      1.0000   0.3333  0.1667     0.000",
                        "warm         1  oracle   0.6131     0.5000      0.5000      1.0000   1.0000  0.5000         -",
                        "new          1  als      0.0000     0.0000      0.0000      0.0000   0.0000  0.0000     1.000",
                        "new          1  oracle   0.0000     0.0000      0.0000      0.0000   0.0000  0.0000         -"),
                body(UsersTable.of(PROTOCOL, List.of(SYSTEMS.get(0), SYSTEMS.get(2)), user -> user == 0, MEASURES))
                        .subList(0, 6));
    }

    @Test
    void videos_of_the_last_day_and_those_not_played_yet_have_rows_of_their_own() {
        long day = 86_400_000;
        // Played: 2 a day before the cut to the millisecond, 3 one earlier, 4 never; 2 and 3 are liked by user 0, 4 by
        // user 1.
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneOffset.UTC, 3);
        log.add(0, 3, 1_000, 1_000, 9 * day - 1);
        log.add(1, 2, 1_000, 1_000, 9 * day);
        log.add(1, 3, 1_000, 1_000, 10 * day - 1);
        ResultTable table =
                NewVideosTable.of(PROTOCOL, SYSTEMS.subList(0, 1), FirstPlays.in(log.build(), 5), 10 * day, MEASURES);
        assertEquals(
                List.of(
                        "videos           relevant  users  system  NDCG@10  Recall@50  Recall@100  HitRate@10  MRR@100  MAP@10  fallback",
                        "---------------  --------  -----  ------  -------  ---------  ----------  ----------  -------  ------  --------",
                        "of the last day         1      1  als      0.5000     1.0000      1.0000      1.0000   0.3333  0.3333     0.000",
                        "not played yet          1      1  als      0.0000     0.0000      0.0000      0.0000   0.0000  0.0000     1.000",
                        "played earlier          1      1  als      0.0000     0.0000      0.0000      0.0000   0.0000  0.0000     0.000"),
                body(table).subList(0, 5));
        assertEquals("new-videos-end-to-end-ratio-gt-1-0", table.id());
    }

    @Test
    void lists_of_users_who_are_not_counted_change_no_table() {
        NamedLists others = new NamedLists(
                "als", List.of(ALS.get(0), ALS.get(1), Scenes.list(2, 3, 4)), List.of(false, true, true));
        Systems reranked = new Systems(List.of(new NamedLists("ranked", RANKED)));
        List<ResultTable> few = tables(STAGE_ONE, reranked);
        List<ResultTable> many = tables(others, reranked);
        for (int table = 0; table < few.size(); table++) {
            assertEquals(new JsonFormat().format(few.get(table)), new JsonFormat().format(many.get(table)));
        }
    }

    @Test
    void what_no_list_can_hold_stands_below_the_table() {
        Judgments within = JUDGMENTS.within(item -> item < 4, (user, item) -> false);
        Protocol protocol =
                new Protocol(PROTOCOL.name(), PROTOCOL.universe(), PROTOCOL.cut(), within, PROTOCOL.items());
        String said =
                "left out, since no list can hold them: 1 of 3 relevant pairs (0 seen by the user before the cut, 1 of"
                        + " videos not known then), and with them 1 of 2 users";
        ResultTable quality = QualityTable.of(protocol, measured(protocol, STAGE_ONE));
        assertTrue(text(quality).contains("\n" + said + "\n"), text(quality));
        assertTrue(new JsonFormat().format(quality).contains("\"leftOut\" : \"" + said), "as JSON");
        assertTrue(new CsvFormat().format(quality).contains("\"" + said + "\""), "as CSV");
        assertEquals("ratio > 1.0, " + said, Protocol.notes(List.of(protocol)).get(2));
    }

    @Test
    void ids_name_the_table_the_protocol_and_the_rule() {
        assertEquals(
                "cutoffs-end-to-end-ratio-gt-1-0",
                CutoffTable.of(PROTOCOL, SYSTEMS, MEASURES).id());
        assertEquals("quality-dense-ratio-ge-0-8", TableId.of("quality", "dense", "ratio >= 0.8"));
        assertEquals("i-iii", TableId.of("I", "III"), "in any locale");
    }

    private static List<MeasuredLists> measured(Protocol protocol, NamedLists... systems) {
        return Stream.of(systems)
                .map(system -> MeasuredLists.of(system, protocol.judgments(), protocol.items(), DEPTH))
                .toList();
    }

    private static List<ResultTable> tables(NamedLists stageOne, Systems reranked) {
        MeasuredRetrieval retrieval = MeasuredRetrieval.of(List.of(), stageOne, PROTOCOL, DEPTH, WORKERS);
        return ListTables.of(PROTOCOL, retrieval, reranked, DEPTH, WORKERS).tables(MEASURES, WORKERS);
    }

    private static String text(ResultTable table) {
        return new ConsoleFormat(1_000).format(table);
    }

    /** The lines below the caption. */
    private static List<String> body(ResultTable table) {
        return text(table).lines().skip(3).toList();
    }
}
