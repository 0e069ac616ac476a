package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.LightGbmConfig;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that are grown anew on training and validation rows once it is known how many. */
class RefitTest {
    private static final LightGbmTrainer TRAINER = new LightGbmTrainer(new Seed(3), 1, Progress.SILENT);
    private static final TrainingSet TRAIN = Problems.watching("train", 2000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 1000);

    @ParameterizedTest
    @ValueSource(strings = {"regression_l1", "lambdarank"})
    void as_many_trees_as_were_best_are_grown_on_all_rows(String objective) {
        LightGbmRanker stopped = TRAINER.train(Problems.trees(objective, 300, 5, Map.of()), TRAIN, VALIDATION);
        LightGbmRanker refitted = refitted(Problems.refittedTrees(objective, 300, 5));
        int best = stopped.log().bestRound();
        LightGbmRanker direct =
                TRAINER.train(Problems.trees(objective, best, 0, Map.of()), TRAIN.and(VALIDATION), null);
        assertTrue(best > 5 && best < 295, "best round " + best);
        assertEquals(best, refitted.treeCount());
        assertEquals(direct.text(), refitted.text());
        assertNotEquals(stopped.text(), refitted.text());
    }

    @Test
    void its_log_is_that_of_the_training_which_was_stopped() {
        LightGbmRanker stopped = TRAINER.train(Problems.trees("regression", 300, 5, Map.of()), TRAIN, VALIDATION);
        LightGbmRanker refitted = refitted(Problems.refittedTrees("regression", 300, 5));
        assertEquals(stopped.log(), refitted.log());
    }

    @Test
    void without_early_stopping_all_trees_are_grown_on_all_rows() {
        assertEquals(
                TRAINER.train(Problems.trees("regression_l1", 12, 0, Map.of()), TRAIN.and(VALIDATION), null)
                        .text(),
                refitted(Problems.refittedTrees("regression_l1", 12, 0)).text());
    }

    @Test
    void where_no_refit_is_asked_for_the_trees_stay() {
        LightGbmConfig config = Problems.trees("regression_l1", 12, 0, Map.of());
        LightGbmRanker stopped = TRAINER.train(config, TRAIN, VALIDATION);
        assertSame(stopped, TRAINER.refit(config, stopped, TRAIN, VALIDATION));
    }

    private static LightGbmRanker refitted(LightGbmConfig config) {
        return TRAINER.refit(config, TRAINER.train(config, TRAIN, VALIDATION), TRAIN, VALIDATION);
    }
}
