package dev.linger.ranker.objectives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.PlayFlags;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.objectives.HeadConfig.Objective;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectivesConfigTest {
    private static final HeadConfig RATIO = new HeadConfig(Objective.RATIO, 1, 18, "is_like");
    private static final HeadConfig THROUGH = new HeadConfig(Objective.WATCHED_THROUGH, 2, 18, "is_like");
    private static final HeadConfig LONG = new HeadConfig(Objective.LONG_VIEW, 1, 18, "is_like");
    private static final TrainingSets SETS =
            TrainingSets.ofPlays(Problems.watching("train", 2_000), Problems.watching("validation", 800));

    private static ObjectivesConfig config(HeadConfig... heads) {
        return new ObjectivesConfig(List.of(heads), Problems.trees("regression_l1", 30, 5, Map.of()));
    }

    private static TrainingContext context() {
        return new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of());
    }

    @Test
    void labels_say_what_is_reached() {
        FeatureRows rows = new FeatureRows(
                List.of(FeatureColumn.numeric("duration_millis", "ms", "never")), new int[5], new int[5], new float[] {
                    10_000, 10_000, 20_000, 36_000, Float.NaN
                });
        TrainingSet set = new TrainingSet(rows, new float[] {1, 1.8f, .95f, .5f, 9}, new int[5]);
        assertArrayEquals(new float[] {1, 1, 0, 0, 1}, THROUGH.labels(set));
        assertArrayEquals(new float[] {0, 0, 1, 1, 0}, LONG.labels(set), "18 s; 1.8f is a little less");
        assertArrayEquals(set.label(), RATIO.labels(set));
    }

    @Test
    void the_score_is_the_weighted_sum_of_what_heads_predict() {
        FeatureRows rows = Problems.watching("validation", 800).rows().all();
        Ranker both = config(RATIO, THROUGH).train(context(), SETS).refitted();
        double[] scores = Problems.scores(both, rows);
        double[] ratio = Problems.scores(config(RATIO).train(context(), SETS).refitted(), rows);
        double[] chance = Problems.scores(config(THROUGH).train(context(), SETS).refitted(), rows);
        for (int row = 0; row < scores.length; row++) {
            assertEquals(ratio[row] + chance[row], scores[row], 1e-12);
            assertTrue(chance[row] > 0 && chance[row] < 2, "2 P");
        }
    }

    @Test
    void each_chance_is_measured_and_calibrated_on_the_validation_rows() {
        Ranker ranker = config(RATIO, THROUGH).train(context(), SETS).fitted();
        assertEquals(1, ranker.headQualities().size());
        HeadQuality quality = ranker.headQualities().get(0);
        assertEquals("watched-through", quality.head());
        assertEquals(800, quality.rows());
        assertTrue(quality.auc() > .7, quality::toString);
        assertTrue(quality.calibrated() <= quality.logLoss(), quality::toString);
        FeatureRows rows = Problems.watching("validation", 800).rows().all();
        double mean = 0;
        for (double of : Problems.scores(config(THROUGH).train(context(), SETS).fitted(), rows)) {
            mean += of / 2 / 800;
        }
        assertEquals(quality.share(), mean, 1e-6, "the mean of calibrated chances is the share");
    }

    @Test
    void a_flag_of_the_plays_is_an_objective() {
        FeatureRows rows = Problems.numbers(1, 1, 2, 3);
        PlayFlags flags = new PlayFlags(List.of("is_like", "is_follow"), new byte[] {1, 2, 3});
        TrainingSet set = new TrainingSet(rows, new float[] {1, 2, 3}, new int[3], flags);
        HeadConfig follow = new HeadConfig(Objective.FLAG, 1, 18, "is_follow");
        assertEquals("flag-is-follow", follow.name());
        assertArrayEquals(new float[] {0, 1, 1}, follow.labels(set));
        assertArrayEquals(new float[] {1, 1}, follow.labels(set.range(1, 3)));
        assertArrayEquals(new float[] {0, 1, 1, 0, 1, 1}, follow.labels(set.and(set)));
        HeadConfig forward = new HeadConfig(Objective.FLAG, 1, 18, "is_forward");
        assertEquals(
                "heads: one asks for the flag is_forward, but the plays have is_like, is_follow; name"
                        + " another one, or leave the head out",
                assertThrows(InputException.class, () -> forward.labels(set)).getMessage());
        TrainingSet none = new TrainingSet(rows, new float[] {1, 2, 3}, new int[3]);
        assertTrue(assertThrows(InputException.class, () -> forward.labels(none))
                .getMessage()
                .contains("but the rows have none"));
    }

    @Test
    void heads_of_several_flags_learn_beside_each_other() {
        TrainingSet fit = Problems.watching("train", 2_000);
        TrainingSet validation = Problems.watching("validation", 800);
        HeadConfig like = new HeadConfig(Objective.FLAG, 1, 18, "is_like");
        HeadConfig follow = new HeadConfig(Objective.FLAG, 1, 18, "is_follow");
        Ranker ranker = config(like, follow)
                .train(context(), TrainingSets.ofPlays(flagged(fit), flagged(validation)))
                .fitted();
        assertEquals(
                List.of("flag-is-like", "flag-is-follow"),
                ranker.headQualities().stream().map(HeadQuality::head).toList());
        assertTrue(ranker.headQualities().get(0).auc() > .7, ranker.headQualities()::toString);
    }

    /** Users like what they watch to the end, and follow where they watch it again. */
    private static TrainingSet flagged(TrainingSet set) {
        byte[] bits = new byte[set.size()];
        for (int row = 0; row < bits.length; row++) {
            bits[row] = (byte) ((set.label()[row] >= 1 ? 1 : 0) + (set.label()[row] > 1.1 ? 2 : 0));
        }
        return new TrainingSet(
                set.rows(), set.label(), set.group(), new PlayFlags(List.of("is_like", "is_follow"), bits));
    }

    @Test
    void a_column_that_lengths_are_read_from_is_asked_for() {
        String message = assertThrows(InputException.class, () -> config(LONG).train(context(), SETS))
                .getMessage();
        assertTrue(message.contains("needs the column duration_millis"), message);
    }

    @Test
    void heads_differ() {
        assertThrows(IllegalArgumentException.class, ObjectivesConfigTest::config);
        assertThrows(IllegalArgumentException.class, () -> config(RATIO, RATIO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ObjectivesConfig(List.of(RATIO), Problems.trees("huber", 30, 5, Map.of())));
        assertThrows(IllegalArgumentException.class, () -> new HeadConfig(Objective.RATIO, 0, 18, "is_like"));
        assertThrows(IllegalArgumentException.class, () -> new HeadConfig(Objective.LONG_VIEW, 1, 0, "is_like"));
    }
}
