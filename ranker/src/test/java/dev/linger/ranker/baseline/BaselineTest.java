package dev.linger.ranker.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.baseline.ConstantConfig.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    /** User 0 saw items 2, 1; user 3 saw items 2, 2. The labels have mean 1.5 and median (1 + 1.5) / 2. */
    private static final TrainingSet TRAIN = new TrainingSet(
            new FeatureRows(List.of(), new int[] {0, 0, 3, 3}, new int[] {2, 1, 2, 2}, new float[0]),
            new float[] {0.5f, 1.5f, 1, 3},
            new int[] {1, 1, 2, 2});

    /** Users 0, 1 (no training row), 3, 4 (beyond all); items 0 (no training row), 1, 2, 9 (beyond all). */
    private static final FeatureRows ASKED =
            new FeatureRows(List.of(), new int[] {0, 1, 3, 4}, new int[] {0, 1, 2, 9}, new float[0]);

    @Test
    void the_global_mean_and_median_are_the_same_for_every_row() {
        assertArrayEquals(new double[] {1.5, 1.5, 1.5, 1.5}, predicted(Statistic.GLOBAL_MEAN), 1e-12);
        assertArrayEquals(new double[] {1.25, 1.25, 1.25, 1.25}, predicted(Statistic.GLOBAL_MEDIAN), 1e-12);
    }

    @Test
    void a_user_without_training_rows_gets_the_global_mean() {
        // user 0: (0.5 + 1.5) / 2, user 3: (1 + 3) / 2
        assertArrayEquals(new double[] {1, 1.5, 2, 1.5}, predicted(Statistic.USER_MEAN), 1e-12);
    }

    @Test
    void an_item_without_training_rows_gets_the_global_mean() {
        // item 1: 1.5, item 2: (0.5 + 1 + 3) / 3
        assertArrayEquals(new double[] {1.5, 1.5, 1.5, 1.5}, predicted(Statistic.ITEM_MEAN), 1e-12);
        TrainingSet other = new TrainingSet(TRAIN.rows(), new float[] {0, 4, 3, 3}, TRAIN.group());
        double[] scores = Problems.scores(ConstantRanker.fit(new ConstantConfig(Statistic.ITEM_MEAN), other), ASKED);
        assertArrayEquals(new double[] {2.5, 4, 2, 2.5}, scores, 1e-12);
    }

    @Test
    void constants_predict_watch_ratio_and_stage_one_does_not() {
        assertTrue(ConstantRanker.fit(new ConstantConfig(Statistic.USER_MEAN), TRAIN)
                .predictsWatchRatio());
        assertFalse(new StageOneRanker().predictsWatchRatio());
    }

    @Test
    void a_row_without_stage_one_score_gets_the_lowest_finite_one_of_its_list() {
        int[] user = {4, 4, 4, 2, 2, 9};
        FeatureRows rows = Problems.stageOne(user, 3, Float.NaN, 2, Float.NEGATIVE_INFINITY, -7, Float.NaN);
        assertArrayEquals(new double[] {3, 2, 2, -7, -7, 0}, Problems.scores(new StageOneRanker(), rows));
    }

    private static double[] predicted(Statistic statistic) {
        return Problems.scores(ConstantRanker.fit(new ConstantConfig(statistic), TRAIN), ASKED);
    }
}
