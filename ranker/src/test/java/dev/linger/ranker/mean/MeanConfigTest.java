package dev.linger.ranker.mean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.linear.LinearConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeanConfigTest {
    private static final LinearConfig LINEAR = new LinearConfig(0.01, 30);
    private static final ConstantConfig ITEM_MEAN = new ConstantConfig(ConstantConfig.Statistic.ITEM_MEAN);
    private static final TrainingSets SETS =
            TrainingSets.ofPlays(Problems.watching("train", 400), Problems.watching("validation", 200));

    @Test
    void members_are_two_at_least_which_differ() {
        assertEquals("members must be at least two but are 1", messageOf(List.of(LINEAR)));
        assertEquals("members must differ in their kind but are [linear, linear]", messageOf(List.of(LINEAR, LINEAR)));
    }

    private static String messageOf(List<RankerConfig> members) {
        return assertThrows(IllegalArgumentException.class, () -> new MeanConfig(members, 20))
                .getMessage();
    }

    @Test
    void a_member_that_predicts_no_ratio_is_named() {
        MeanConfig config = new MeanConfig(List.of(LINEAR, Problems.trees("binary", 5, 0, Map.of())), 20);
        String message = assertThrows(InputException.class, () -> config.train(context(), SETS))
                .getMessage();
        assertTrue(message.startsWith("ranker mean: its member lightgbm binary predicts no watch ratio"), message);
    }

    @Test
    void a_retrained_mean_has_the_weights_of_the_earlier() {
        MeanConfig config = new MeanConfig(List.of(ITEM_MEAN, LINEAR), 20);
        Trained trained = config.train(context(), SETS);
        Ranker again = config.retrain(trained.refitted(), context(), SETS);
        assertEquals(trained.fitted().trace(), again.trace());
        assertArrayEquals(
                ((MeanRanker) trained.fitted()).choice().weights(),
                ((MeanRanker) again).choice().weights());
    }

    @Test
    void without_validation_rows_all_weigh_the_same() {
        MeanConfig config = new MeanConfig(List.of(ITEM_MEAN, LINEAR), 20);
        Ranker mean = config.train(context(), SETS.withoutValidation()).fitted();
        assertArrayEquals(new double[] {0.5, 0.5}, ((MeanRanker) mean).choice().weights());
    }

    private static TrainingContext context() {
        return new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of());
    }
}
