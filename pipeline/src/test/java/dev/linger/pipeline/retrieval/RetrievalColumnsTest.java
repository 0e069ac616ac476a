package dev.linger.pipeline.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.FactorMatrix;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.RetrievalColumns;
import dev.linger.recommender.retrieval.Retriever;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stage one tells of pairs, against a twin that scores every item again for each cell. */
final class RetrievalColumnsTest {
    private static final int USERS = 14;
    private static final int ITEMS = 25;
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;

    /** The last user plays nothing and the last item is never played. */
    private static final InteractionLog LOG = Scene.randomLog(9, USERS - 1, ITEMS - 1, 120, 4);

    private final Dataset dataset = Scene.dataset(USERS, ITEMS, LOG, null);
    private final TrainingWindow before = new TrainingWindow(LOG, Scene.millis(4, 0));

    @ParameterizedTest
    @MethodSource("firstSources")
    void every_cell_equals_that_of_a_slow_twin(SourceConfig first) {
        DatedRetriever stageOne = fit(first, Scene.RECENT_LIKED, Scene.AFFINITY, Scene.EASE);
        int[] items = IntStream.range(0, ITEMS).map(at -> at * 7 % ITEMS).toArray();
        int known = 0;
        for (int user = 0; user < USERS; user++) {
            StageOneCells cells = stageOne.columns().of(user, items);
            for (int at = 0; at < items.length; at++) {
                float[] expected = slowCells(stageOne, user, items[at]);
                float[] found = cells.slice(at, at + 1).values();
                assertArrayEquals(expected, found, 1e-6f, "user " + user + ", item " + items[at]);
                known += Float.isNaN(found[0]) ? 0 : 1;
            }
        }
        assertTrue(known > 200, "known scores: " + known);
    }

    @Test
    void the_columns_are_score_rank_standing_lengths_and_the_other_sources() {
        assertEquals(
                List.of(
                        FeatureColumn.STAGE_ONE_SCORE,
                        FeatureColumn.STAGE_ONE_RANK,
                        "als_standing",
                        "als_user_norm",
                        "als_item_norm",
                        "recent_liked_score",
                        "item_knn_score",
                        "item_knn_standing"),
                fit(Scene.ALS, Scene.RECENT_LIKED, Scene.ITEM_KNN).columns().columns().stream()
                        .map(FeatureColumn::name)
                        .toList());
    }

    @Test
    void what_als_and_the_others_do_not_know_is_missing() {
        StageOneCells ofNewcomer = fit(Scene.ALS, Scene.ITEM_KNN).columns().of(USERS - 1, new int[] {0, ITEMS - 1});
        // The fallback's score, ALS's length of the item alone, and nothing of item-kNN.
        assertTrue(!Float.isNaN(ofNewcomer.score(0)) && !Float.isNaN(ofNewcomer.rank(0)));
        assertTrue(Float.isNaN(ofNewcomer.values()[2]), "standing");
        assertTrue(
                Float.isNaN(ofNewcomer.values()[3]) && !Float.isNaN(ofNewcomer.values()[4]));
        assertTrue(Float.isNaN(ofNewcomer.values()[5]) && Float.isNaN(ofNewcomer.values()[6]));
        assertTrue(Float.isNaN(ofNewcomer.values()[7 + 4]), "length of a video that nobody played");
    }

    @Test
    void the_rows_of_a_user_go_to_their_places_and_no_others_are_filled() {
        RetrievalColumns columns = fit(Scene.ALS, Scene.POPULARITY).columns();
        int[] items = {3, 1, 4, 1, 5};
        StageOneCells cells = StageOneCells.unknown(columns.columns(), 5);
        Progress.Task task = Progress.SILENT.start("fill", "users", 1);
        columns.fill(
                new int[] {2}, items, new int[] {1, 4}, new int[] {4, 3, 0, 2, 1}, cells, Workers.ofCaller(), task);
        assertArrayEquals(
                columns.of(2, new int[] {1, 4, 1}).values(),
                cells.rows(new int[] {3, 0, 2}).values());
        for (int row : new int[] {1, 4}) {
            for (float cell : cells.slice(row, row + 1).values()) {
                assertTrue(Float.isNaN(cell));
            }
        }
    }

    private static List<SourceConfig> firstSources() {
        return List.of(Scene.ALS, Scene.ITEM_KNN, Scene.POPULARITY);
    }

    private DatedRetriever fit(SourceConfig... sources) {
        return Scene.fit(dataset, before, Scene.candidates(sources), Scene.ONE_THREAD);
    }

    private float[] slowCells(DatedRetriever dated, int user, int item) {
        Retriever retriever = dated.retriever();
        Universe universe = retriever.eligibility().universe();
        SeenItems seen = retriever.eligibility().seen();
        ItemScorer first = retriever.sources().get(0).scorer();
        double[] order = scores(first, user);
        boolean anyKnown = false;
        for (int other = 0; other < ITEMS; other++) {
            anyKnown |= universe.contains(other) && !seen.contains(user, other) && order[other] != UNKNOWN;
        }
        if (!anyKnown) {
            order = plays();
        }
        List<Float> cells = new ArrayList<>();
        cells.add(missing(order[item]));
        float rank = 1;
        for (int other = 0; other < ITEMS; other++) {
            boolean before = order[other] > order[item] || (order[other] == order[item] && other < item);
            rank += before && universe.contains(other) && !seen.contains(user, other) ? 1 : 0;
        }
        cells.add(Float.isNaN(cells.get(0)) ? Float.NaN : rank);
        if (!retriever.sources().get(0).config().isSameForAll()) {
            cells.add(standing(scores(first, user), item));
        }
        if (first instanceof AlsModel als) {
            cells.add(length(als.userFactors(), user));
            cells.add(length(als.itemFactors(), item));
        }
        for (FittedSource other :
                retriever.sources().subList(1, retriever.sources().size())) {
            cells.add(missing(scores(other.scorer(), user)[item]));
            if (!other.config().isSameForAll()) {
                cells.add(standing(scores(other.scorer(), user), item));
            }
        }
        float[] row = new float[cells.size()];
        for (int at = 0; at < row.length; at++) {
            row[at] = cells.get(at);
        }
        return row;
    }

    /** The fallback. */
    private static double[] plays() {
        double[] plays = new double[ITEMS];
        for (int row = 0; row < LOG.size(); row++) {
            plays[LOG.item(row)]++;
        }
        return Arrays.stream(plays).map(count -> count == 0 ? UNKNOWN : count).toArray();
    }

    private static double[] scores(ItemScorer scorer, int user) {
        double[] scores = new double[ITEMS];
        scorer.score(user, scores);
        return scores;
    }

    private static float standing(double[] scores, int item) {
        double[] known = Arrays.stream(scores).filter(score -> score != UNKNOWN).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double variance = Arrays.stream(known)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElse(0);
        return scores[item] == UNKNOWN
                ? Float.NaN
                : variance == 0 ? 0 : (float) ((scores[item] - mean) / Math.sqrt(variance));
    }

    private static float missing(double score) {
        return score == UNKNOWN ? Float.NaN : (float) score;
    }

    private static float length(FactorMatrix factors, int row) {
        double[] values = new double[factors.factorCount()];
        factors.read(row, values, 0);
        double length =
                Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
        return length == 0 ? Float.NaN : (float) length;
    }
}
