package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrequentLevelsTest {
    private static final List<FeatureColumn> COLUMNS =
            List.of(FeatureColumn.category("author", "unknown"), FeatureColumn.numeric("age", "days", "unknown"));

    @Test
    void rarer_levels_are_missing_and_ties_keep_the_smaller_code() {
        // 7 twice, 3 twice, 5 and 4 once each: with room for three, 4 stays and 5 goes.
        FrequentLevels levels = FrequentLevels.of(new float[] {7, 3, 5, 7, 4, 3, Float.NaN, -1}, 3);
        float[] expected = {7, 3, Float.NaN, 4, Float.NaN, -1};
        float[] codes = {7, 3, 5, 4, Float.NaN, -1};
        for (int at = 0; at < codes.length; at++) {
            assertEquals(expected[at], levels.kept(codes[at]));
        }
    }

    @Test
    void few_levels_are_left_alone_and_so_are_levels_that_did_not_occur() {
        FrequentLevels levels = FrequentLevels.of(new float[] {7, 3}, 2);
        assertEquals(7, levels.kept(7));
        assertEquals(3, levels.kept(3));
        assertEquals(5, levels.kept(5));
        assertEquals(99, levels.kept(99));
    }

    @Test
    void a_category_of_thousands_of_levels_can_be_learned_from() {
        float[] cells = new float[2 * 6_000];
        float[] label = new float[6_000];
        for (int row = 0; row < label.length; row++) {
            cells[2 * row] = row % 3_000;
            cells[2 * row + 1] = row % 7;
            label[row] = row % 7;
        }
        TrainingSet set = new TrainingSet(rows(cells), label, new int[label.length]);
        LightGbmRanker ranker = new LightGbmTrainer(new Seed(1), 2, Progress.SILENT)
                .train(Problems.trees("regression_l1", 20, 0, Map.of()), TrainingSets.Rows.of(set, null))
                .stopped();
        assertTrue(Problems.meanAbsoluteError(ranker, set) < 1);
    }

    private static FeatureRows rows(float[] cells) {
        return new FeatureRows(COLUMNS, new int[cells.length / 2], new int[cells.length / 2], cells);
    }
}
