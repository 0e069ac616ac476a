package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.baseline.ConstantRanker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that are grown again on training and validation rows once it is known how many. */
class RefitTest {
    private static final LightGbmTrainer TRAINER = new LightGbmTrainer(new Seed(3), 1, Progress.SILENT);
    private static final TrainingSet TRAIN = Problems.watching("train", 2000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 1000);
    private static final TrainingSets.Rows ROWS = TrainingSets.Rows.of(TRAIN, VALIDATION);

    @ParameterizedTest
    @ValueSource(strings = {"regression_l1", "lambdarank"})
    void as_many_trees_as_were_best_are_grown_on_all_rows(String objective) {
        LightGbmRanker plain =
                TRAINER.train(Problems.trees(objective, 300, 5, Map.of()), ROWS).stopped();
        TrainedTrees trained = TRAINER.train(Problems.refittedTrees(objective, 300, 5), ROWS);
        int best = plain.trace().orElseThrow().bestRound();
        assertTrue(best > 5 && best < 295, "best round " + best);
        assertEquals(plain.text(), trained.stopped().text());
        assertEquals(best, trained.refitted().treeCount());
        assertNotEquals(plain.text(), trained.refitted().text());
        double better = Problems.meanAbsoluteError(plain, VALIDATION)
                - Problems.meanAbsoluteError(trained.refitted(), VALIDATION);
        assertTrue(!plain.predictsWatchRatio() || better > 0, "learned from the validation rows: " + better);
    }

    @Test
    void trained_again_it_has_as_many_trees_without_looking_at_validation_rows() {
        LightGbmConfig config = Problems.refittedTrees("regression_l1", 300, 5);
        LightGbmRanker earlier = TRAINER.train(config, ROWS).refitted();
        TrainingContext context = new TrainingContext(new Seed(3), 1, Progress.SILENT, List.of());
        LightGbmRanker again =
                (LightGbmRanker) config.retrain(earlier, context, TrainingSets.ofPlays(TRAIN, VALIDATION));
        assertEquals(earlier.treeCount(), again.treeCount());
        assertEquals(
                TRAINER.train(config.withRounds(earlier.treeCount()), TrainingSets.Rows.of(TRAIN.and(VALIDATION), null))
                        .refitted()
                        .text(),
                again.text());
        Ranker other = ConstantRanker.fit(new ConstantConfig(ConstantConfig.Statistic.GLOBAL_MEDIAN), TRAIN);
        assertThrows(
                IllegalArgumentException.class,
                () -> config.retrain(other, context, TrainingSets.ofPlays(TRAIN, VALIDATION)));
    }

    @Test
    void its_trace_is_that_of_the_training_which_was_stopped() {
        TrainedTrees trained = TRAINER.train(Problems.refittedTrees("regression", 300, 5), ROWS);
        assertEquals(trained.stopped().trace(), trained.refitted().trace());
    }

    /** Where the fit rows say the same of the bins as all rows do, here by levels, it is the training on all rows. */
    @Test
    void without_early_stopping_all_trees_are_grown_on_all_rows() {
        TrainingSet levels = new TrainingSet(
                Problems.numbers(1, 1, 2, 3, 1, 2, 3, 1, 2, 3),
                new float[] {1, 2, 4, 1, 2, 4, 1, 2, 4},
                new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2});
        LightGbmConfig config = Problems.treesOfFewRows("regression", 3);
        TrainedTrees trained = TRAINER.train(config, new TrainingSets.Rows(levels, 6));
        assertEquals(
                TRAINER.train(config, TrainingSets.Rows.of(levels, null))
                        .stopped()
                        .text(),
                trained.refitted().text());
    }

    @Test
    void where_nobody_chooses_and_nothing_stops_early_the_same_trees_are_grown_at_once() {
        LightGbmConfig config = Problems.treesOfFewRows("regression", 30);
        assertTrue(config.fitsForOthersOnly());
        TrainingContext context = new TrainingContext(new Seed(3), 1, Progress.SILENT, List.of());
        LightGbmRanker atOnce =
                (LightGbmRanker) config.trainOnAllRows(context, TrainingSets.ofPlays(TRAIN, VALIDATION));
        assertEquals(TRAINER.train(config, ROWS).refitted().text(), atOnce.text());
        assertEquals(30, atOnce.treeCount());
        assertTrue(atOnce.trace().orElseThrow().lines().stream().allMatch(line -> Double.isNaN(line.validation())));
    }

    @Test
    void the_number_of_rounds_is_chosen_even_where_nobody_else_chooses() {
        LightGbmConfig config = Problems.refittedTrees("regression_l1", 300, 5);
        assertFalse(config.fitsForOthersOnly());
        TrainingContext context = new TrainingContext(new Seed(3), 1, Progress.SILENT, List.of());
        LightGbmRanker ranker =
                (LightGbmRanker) config.trainOnAllRows(context, TrainingSets.ofPlays(TRAIN, VALIDATION));
        assertEquals(TRAINER.train(config, ROWS).refitted().text(), ranker.text());
    }

    @Test
    void where_no_refit_is_asked_for_the_trees_stay() {
        TrainedTrees trained = TRAINER.train(Problems.trees("regression_l1", 12, 0, Map.of()), ROWS);
        assertSame(trained.stopped(), trained.refitted());
    }
}
