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
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
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

    private static final TrainingSets LESSONS = new TrainingSets(Map.of(
            TrainingSetKind.PLAYS, TrainingSets.Rows.of(TRAIN, VALIDATION),
            TrainingSetKind.CANDIDATES, TrainingSets.Rows.of(VALIDATION, TRAIN)));

    private static final BlendQuality BY_FIRST_WEIGHT = parts -> weights -> weights[0];

    static Stream<RankerConfig> everyKind() {
        RankerConfig trees = Problems.trees("regression_l1", 20, 5, Map.of());
        return Stream.of(
                trees,
                new LinearConfig(0.01, 30),
                new StageOneConfig(),
                new ConstantConfig(ConstantConfig.Statistic.ITEM_MEAN),
                new BlendConfig(
                        List.of(
                                plays(trees),
                                new BlendConfig.Member(
                                        TrainingSetKind.CANDIDATES, Problems.trees("binary", 20, 5, Map.of()))),
                        List.of(0.0, 0.3, 1.0),
                        10));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void scores_are_finite_and_leave_the_rows_as_they_were(RankerConfig config) {
        float[] before = VALIDATION.rows().all().values().clone();
        double[] scores = Problems.scores(train(config), VALIDATION.rows().all());
        assertTrue(DoubleStream.of(scores).allMatch(Double::isFinite));
        assertArrayEquals(before, VALIDATION.rows().all().values());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void a_list_scores_the_same_alone_and_among_others(RankerConfig config) {
        Ranker ranker = train(config);
        double[] together = Problems.scores(ranker, VALIDATION.rows().all());
        UserLists.forEach(
                VALIDATION.rows().all(),
                (from, to) -> assertArrayEquals(
                        Arrays.copyOfRange(together, from, to),
                        Problems.scores(ranker, part(VALIDATION.rows().all(), from, to))));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void several_threads_may_score_at_once(RankerConfig config) {
        Ranker ranker = train(config);
        double[] expected = Problems.scores(ranker, VALIDATION.rows().all());
        double[][] results = new double[8][];
        try (Workers workers = new Workers(4)) {
            workers.forBlocks(
                    8,
                    1,
                    (from, to) -> results[from] =
                            Problems.scores(ranker, VALIDATION.rows().all()));
        }
        for (double[] result : results) {
            assertArrayEquals(expected, result);
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void training_twice_gives_the_same_scores(RankerConfig config) {
        assertArrayEquals(
                Problems.scores(train(config), VALIDATION.rows().all()),
                Problems.scores(train(config), VALIDATION.rows().all()));
    }

    @Test
    void each_member_of_a_blend_learns_from_its_own_rows_and_binary_ones_of_candidates_give_a_chance() {
        TrainingSet others = withStageOne(Problems.watching("others", 800));
        LightGbmConfig binary = Problems.trees("binary", 10, 0, Map.of());
        LightGbmConfig l1 = Problems.trees("regression_l1", 10, 0, Map.of());
        BlendConfig config = new BlendConfig(
                List.of(
                        plays(l1),
                        plays(binary),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, binary),
                        new BlendConfig.Member(TrainingSetKind.DEBIASED_PLAYS, l1)),
                List.of(0.0, 1.0),
                10);
        TrainingSets trainingSets = new TrainingSets(Map.of(
                TrainingSetKind.PLAYS, TrainingSets.Rows.of(TRAIN, VALIDATION),
                TrainingSetKind.CANDIDATES, TrainingSets.Rows.of(others, VALIDATION),
                TrainingSetKind.DEBIASED_PLAYS, TrainingSets.Rows.of(VALIDATION, others)));
        List<BlendParts.Member> members = ((BlendRanker)
                        trainer(BY_FIRST_WEIGHT).train(config, trainingSets))
                .parts()
                .members();
        assertEquals(
                List.of(false, false, true, false),
                members.stream().map(BlendParts.Member::givesChance).toList());
        List<LightGbmConfig> configs = List.of(l1, binary, binary, l1);
        List<TrainingSet> rows = List.of(TRAIN, TRAIN, others, VALIDATION);
        for (int at = 0; at < 4; at++) {
            assertEquals(
                    new LightGbmTrainer(new Seed(1), 1, Progress.SILENT)
                            .train(configs.get(at), TrainingSets.Rows.of(rows.get(at), null))
                            .stopped()
                            .text(),
                    ((LightGbmRanker) members.get(at).ranker()).text());
        }
    }

    @Test
    void the_weights_of_a_blend_are_chosen_before_its_members_learn_from_the_validation_rows() {
        List<String> looked = new ArrayList<>();
        BlendQuality quality = parts -> {
            looked.add(((LightGbmRanker) parts.members().get(0).ranker()).text());
            return weights -> weights[1] == 0.3 ? 1 : 0;
        };
        LightGbmConfig trees = Problems.refittedTrees("regression_l1", 100, 3);
        BlendConfig config = new BlendConfig(List.of(plays(trees)), List.of(0.0, 0.3), 10);
        BlendRanker blend = (BlendRanker) trainer(quality).train(config, LESSONS);
        LightGbmRanker unseen = new LightGbmTrainer(new Seed(1), 1, Progress.SILENT)
                .train(trees, TrainingSets.Rows.of(TRAIN, VALIDATION))
                .stopped();
        String refitted = ((LightGbmRanker) blend.parts().members().get(0).ranker()).text();
        assertEquals(List.of(unseen.text()), looked);
        assertNotEquals(unseen.text(), refitted);
        assertEquals(
                ((LightGbmRanker) trainer(quality).train(trees, LESSONS)).text(),
                refitted,
                "a member is what the same ranker by itself is");
        assertArrayEquals(new double[] {1, 0.3}, blend.weights());
    }

    @Test
    void rows_that_a_member_needs_and_nobody_made_are_named() {
        BlendConfig config = new BlendConfig(
                List.of(
                        plays(new LinearConfig(1, 10)),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, new LinearConfig(1, 10))),
                List.of(1.0),
                10);
        assertEquals(
                "there are no rows of candidates to learn from",
                assertThrows(IllegalArgumentException.class, () -> trainer(BY_FIRST_WEIGHT)
                                .train(config, TrainingSets.ofPlays(TRAIN, VALIDATION)))
                        .getMessage());
    }

    @Test
    void there_must_be_a_thread() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RankerTrainer(new Seed(1), 0, Progress.SILENT, BY_FIRST_WEIGHT));
    }

    private static BlendConfig.Member plays(RankerConfig model) {
        return new BlendConfig.Member(TrainingSetKind.PLAYS, model);
    }

    /** The quality of a blend is its score of the first validation row. */
    private static Ranker train(RankerConfig config) {
        BlendQuality quality = parts -> {
            double[][] scores = parts.scores(VALIDATION.rows().all());
            return weights -> {
                double[] mixed = new double[VALIDATION.size()];
                new BlendRanker(parts, weights, List.of()).mix(scores, 0, 20, mixed);
                return mixed[0];
            };
        };
        return trainer(quality).train(config, LESSONS);
    }

    private static RankerTrainer trainer(BlendQuality quality) {
        return new RankerTrainer(new Seed(1), 1, Progress.SILENT, quality);
    }

    /** The same rows with a stage-one score: the label of the row before, missing in every seventh row. */
    private static TrainingSet withStageOne(TrainingSet set) {
        FeatureRows rows = set.rows().all();
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
