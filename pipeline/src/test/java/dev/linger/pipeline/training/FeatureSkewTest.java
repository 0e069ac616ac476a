package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FeatureSkewTest {
    private static final float NONE = Float.NaN;
    private static final List<FeatureColumn> COLUMNS =
            List.of(FeatureColumn.numeric("number", "1", "-"), FeatureColumn.category("level", "-"));

    /** Columns number and level. */
    private static final FeatureRows PLAYS = rows(1, 0, 2, 0, 3, 0, NONE, 1);

    private static final FeatureRows TEST = rows(1, 0, 2, 1, 3, 1, NONE, 1);
    private static final FeatureRows CANDIDATES = rows(1, 0, 2, 1, 3, 1, 3, 1);

    @Test
    void columns_stand_in_the_order_of_their_index_with_what_is_missing() {
        // level: .75 .25 against .25 .75: (.5 + .5) ln 3; number: alike.
        assertEquals(
                List.of(
                        new FeatureSkew.OfColumn(
                                "level",
                                0.5 * StrictMath.log(3) - 0.5 * StrictMath.log(1 / 3.0),
                                Double.NaN,
                                0,
                                Double.NaN,
                                0),
                        new FeatureSkew.OfColumn("number", 0, Double.NaN, 0.25, Double.NaN, 0.25)),
                skew(Map.of(TrainingSetKind.PLAYS, kind(PLAYS))).columns());
    }

    @Test
    void the_rows_of_candidates_decide_the_order_where_there_are_some() {
        FeatureSkew skew =
                skew(Map.of(TrainingSetKind.PLAYS, kind(PLAYS), TrainingSetKind.CANDIDATES, kind(CANDIDATES)));
        FeatureSkew.OfColumn worst = skew.columns().get(0);
        assertEquals("number", worst.column());
        assertEquals(0, worst.plays());
        // 3 in .5 against .25: .25 ln 2; missing in none against .25: (.0001 - .25) ln(.0001 / .25). .173287 + 1.955229
        assertEquals(2.128516, worst.candidates(), 1e-5);
        assertEquals(0, worst.missingOfCandidates());
        assertEquals(0.25, worst.missingOfTest());
        assertEquals(0, skew.columns().get(1).candidates());
    }

    @Test
    void the_table_names_the_worst_column_and_the_usual_reading() {
        String text = new ConsoleFormat(1_000)
                .format(skew(Map.of(TrainingSetKind.PLAYS, kind(PLAYS))).table());
        assertTrue(text.startsWith(
                "Features: skew between the rows learned from and the test candidates, worst level 1.099"));
        assertTrue(text.contains("stable below 0.1 and as shifted above 0.25 (Siddiqi"), text);
        assertTrue(text.contains("level       1.099               -             0.000"), text);
    }

    @Test
    void of_many_candidates_every_so_many_lists_are_looked_at() {
        // 250 lists of 1,000 rows are five times 50,000: every fifth.
        List<CandidateList> lists =
                IntStream.range(0, 250).mapToObj(user -> list(user, 1_000)).toList();
        List<CandidateList> sample = FeatureSkew.sample(lists);
        assertEquals(
                IntStream.range(0, 50).map(at -> 5 * at).boxed().toList(),
                sample.stream().map(CandidateList::user).toList());
        assertEquals(lists.subList(0, 40), FeatureSkew.sample(lists.subList(0, 40)));
        assertEquals(List.of(), FeatureSkew.sample(List.of()));
    }

    @Test
    void a_run_compares_every_column_it_learned_from() {
        JsonNode columns = FinishedRun.ofTopics().table("features").get("rows");
        JsonNode skew = FinishedRun.ofTopics().table("feature-skew").get("rows");
        assertEquals(columns.size(), skew.size());
        double last = Double.POSITIVE_INFINITY;
        for (JsonNode row : skew) {
            double index = row.get("PSI candidates").asDouble(-1);
            assertTrue(index >= 0 && index <= last, row::toString);
            assertTrue(row.get("PSI plays").asDouble(-1) >= 0, row::toString);
            last = index;
        }
    }

    private static FeatureSkew skew(Map<TrainingSetKind, TrainingSets.Rows> trainingSets) {
        try (Workers workers = new Workers(2)) {
            return FeatureSkew.of(LearnedColumns.of(new TrainingSets(trainingSets), workers), TEST, workers);
        }
    }

    private static TrainingSets.Rows kind(FeatureRows rows) {
        return TrainingSets.Rows.of(new TrainingSet(rows, new float[rows.size()], new int[rows.size()]), null);
    }

    private static FeatureRows rows(float... cells) {
        int rows = cells.length / 2;
        return new FeatureRows(COLUMNS, new int[rows], new int[rows], cells);
    }

    private static CandidateList list(int user, int size) {
        return new CandidateList(
                user, IntStream.range(0, size).toArray(), StageOneCells.unknown(StageOneCells.SCORE_AND_RANK, size));
    }
}
