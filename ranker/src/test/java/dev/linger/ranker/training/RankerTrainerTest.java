package dev.linger.ranker.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.BlendConfig;
import dev.linger.ranker.ConstantConfig;
import dev.linger.ranker.LightGbmConfig;
import dev.linger.ranker.LinearConfig;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.StageOneConfig;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.UserLists;
import dev.linger.ranker.lightgbm.LightGbmRanker;
import dev.linger.ranker.lightgbm.LightGbmTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every ranker keeps to, whatever its configuration. */
class RankerTrainerTest {
    private static final TrainingSet TRAIN = withStageOne(Problems.watching("train", 2000));
    private static final TrainingSet VALIDATION = withStageOne(Problems.watching("validation", 600));

    static Stream<RankerConfig> everyKind() {
        RankerConfig trees = Problems.trees("regression_l1", 20, 5, Map.of());
        return Stream.of(
                trees,
                new LinearConfig(0.01, 30),
                new StageOneConfig(),
                new ConstantConfig(ConstantConfig.Statistic.ITEM_MEAN),
                new BlendConfig(trees, List.of(0.0, 0.3)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void scores_are_finite_and_leave_the_rows_as_they_were(RankerConfig config) {
        float[] before = VALIDATION.rows().values().clone();
        double[] scores = Problems.scores(train(config), VALIDATION.rows());
        assertTrue(DoubleStream.of(scores).allMatch(Double::isFinite));
        assertArrayEquals(before, VALIDATION.rows().values());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void a_list_scores_the_same_alone_and_among_others(RankerConfig config) {
        Ranker ranker = train(config);
        double[] together = Problems.scores(ranker, VALIDATION.rows());
        UserLists.forEach(
                VALIDATION.rows(),
                (from, to) -> assertArrayEquals(
                        Arrays.copyOfRange(together, from, to),
                        Problems.scores(ranker, part(VALIDATION.rows(), from, to))));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void several_threads_may_score_at_once(RankerConfig config) {
        Ranker ranker = train(config);
        double[] expected = Problems.scores(ranker, VALIDATION.rows());
        double[][] results = new double[8][];
        try (Workers workers = new Workers(4)) {
            workers.forBlocks(8, 1, (from, to) -> results[from] = Problems.scores(ranker, VALIDATION.rows()));
        }
        for (double[] result : results) {
            assertArrayEquals(expected, result);
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void training_twice_gives_the_same_scores(RankerConfig config) {
        assertArrayEquals(
                Problems.scores(train(config), VALIDATION.rows()), Problems.scores(train(config), VALIDATION.rows()));
    }

    @Test
    void a_blend_asks_for_the_quality_of_every_weight_and_keeps_the_best() {
        RankerTrainer trainer = new RankerTrainer(new Seed(1), 1, Progress.SILENT, (base, weights) -> weights.stream()
                .mapToDouble(weight -> -Math.abs(weight - 0.25))
                .toArray());
        RankerConfig base = new ConstantConfig(ConstantConfig.Statistic.USER_MEAN);
        BlendRanker blend =
                (BlendRanker) trainer.train(new BlendConfig(base, List.of(0.0, 0.3, 1.0)), TRAIN, VALIDATION);
        assertEquals(0.3, blend.weight());
        assertEquals(3, blend.trials().size());
        assertEquals("user mean", blend.base().name());
    }

    @Test
    void the_weight_of_a_blend_is_chosen_before_its_base_learns_from_the_validation_rows() {
        List<String> looked = new ArrayList<>();
        RankerTrainer trainer = new RankerTrainer(new Seed(1), 1, Progress.SILENT, (base, weights) -> {
            looked.add(((LightGbmRanker) base).text());
            return new double[weights.size()];
        });
        LightGbmConfig trees = Problems.refittedTrees("regression_l1", 100, 3);
        BlendRanker blend = (BlendRanker) trainer.train(new BlendConfig(trees, List.of(0.0, 1.0)), TRAIN, VALIDATION);
        LightGbmRanker unseen = new LightGbmTrainer(new Seed(1), 1, Progress.SILENT).train(trees, TRAIN, VALIDATION);
        assertEquals(List.of(unseen.text()), looked);
        assertNotEquals(unseen.text(), ((LightGbmRanker) blend.base()).text());
    }

    @Test
    void there_must_be_a_thread() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RankerTrainer(new Seed(1), 0, Progress.SILENT, (base, weights) -> new double[0]));
    }

    private static Ranker train(RankerConfig config) {
        RankerTrainer trainer = new RankerTrainer(new Seed(1), 1, Progress.SILENT, (base, weights) -> weights.stream()
                .mapToDouble(weight ->
                        BlendRanker.blend(VALIDATION.rows(), Problems.scores(base, VALIDATION.rows()), weight)[0])
                .toArray());
        return trainer.train(config, TRAIN, VALIDATION);
    }

    /** The same rows with a stage-one score: the label of the row before, missing in every seventh row. */
    private static TrainingSet withStageOne(TrainingSet set) {
        FeatureRows rows = set.rows();
        int width = rows.columns().size();
        List<FeatureColumn> columns = Stream.concat(
                        rows.columns().stream(),
                        Stream.of(FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "not a candidate")))
                .toList();
        float[] values = new float[set.size() * columns.size()];
        for (int row = 0; row < set.size(); row++) {
            System.arraycopy(rows.values(), row * width, values, row * columns.size(), width);
            values[row * columns.size() + width] = row % 7 == 0 ? Float.NaN : set.label()[row - 1];
        }
        return new TrainingSet(new FeatureRows(columns, rows.user(), rows.item(), values), set.label(), set.group());
    }

    private static FeatureRows part(FeatureRows rows, int from, int to) {
        int width = rows.columns().size();
        return new FeatureRows(
                rows.columns(),
                Arrays.copyOfRange(rows.user(), from, to),
                Arrays.copyOfRange(rows.item(), from, to),
                Arrays.copyOfRange(rows.values(), from * width, to * width));
    }
}
