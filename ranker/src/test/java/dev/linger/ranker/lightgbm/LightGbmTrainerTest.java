package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnImportance;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.TrainingTrace;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.baseline.ConstantRanker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightGbmTrainerTest {
    private static final TrainingSet TRAIN = Problems.watching("train", 4000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 1000);
    private static final TrainingSet TEST = Problems.watching("test", 1000);

    @Test
    void trees_beat_every_constant() {
        LightGbmRanker ranker = train(Problems.trees("regression_l1", 60, 0, Map.of()));
        double error = Problems.meanAbsoluteError(ranker, TEST);
        for (ConstantConfig.Statistic statistic : ConstantConfig.Statistic.values()) {
            ConstantRanker constant = ConstantRanker.fit(new ConstantConfig(statistic), TRAIN);
            double ofConstant = Problems.meanAbsoluteError(constant, TEST);
            assertTrue(error < 0.6 * ofConstant, error + " is not far below " + ofConstant + " of " + constant.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression_l1", "regression", "huber", "quantile", "poisson", "tweedie", "fair", "mape"})
    void scoring_in_java_equals_lightgbm(String objective, @TempDir Path directory) throws IOException {
        LightGbmRanker ranker = train(Problems.trees(objective, 20, 0, Map.of("path_smooth", "0.5")));
        FeatureRows rows = strange(TEST.rows().all());
        assertTrue(ranker.predictsWatchRatio());
        assertArrayEquals(NativePredictions.of(ranker.text(), directory, rows), Problems.scores(ranker, rows), 1e-12);
    }

    @Test
    void zeros_may_be_missing_columns_monotone_and_labels_square_rooted(@TempDir Path directory) throws IOException {
        Map<String, String> extra =
                Map.of("zero_as_missing", "true", "reg_sqrt", "true", "monotone_constraints", "-1,0,1,0");
        LightGbmRanker ranker = train(Problems.trees("regression", 20, 0, extra));
        FeatureRows rows = strange(TEST.rows().all());
        assertArrayEquals(NativePredictions.of(ranker.text(), directory, rows), Problems.scores(ranker, rows), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "cross_entropy", "cross_entropy_lambda", "lambdarank", "rank_xendcg"})
    void other_objectives_order_rows_but_predict_no_ratio(String objective) {
        LightGbmRanker ranker = train(Problems.trees(objective, 20, 5, Map.of()));
        assertFalse(ranker.predictsWatchRatio());
        assertTrue(concordance(ranker, TEST) > 0.75, "concordance " + concordance(ranker, TEST));
    }

    @Test
    void ratios_above_grade_31_do_not_overflow_the_gain() {
        float[] high = new float[TRAIN.size()];
        for (int row = 0; row < high.length; row++) {
            high[row] = TRAIN.label()[row] * 2.5f; // grades up to 50
        }
        TrainingSet train = new TrainingSet(TRAIN.rows(), high, TRAIN.group());
        LightGbmRanker ranker = trainer(1)
                .train(Problems.trees("lambdarank", 20, 0, Map.of()), TrainingSets.Rows.of(train, VALIDATION))
                .stopped();
        assertTrue(concordance(ranker, TEST) > 0.75, "concordance " + concordance(ranker, TEST));
        assertEquals("ndcg", trace(ranker).metric());
        for (TrainingTrace.Line line : trace(ranker).lines()) {
            assertTrue(line.validation() > 0.5 && line.validation() <= 1, line.toString());
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        LightGbmConfig config = Problems.trees("regression_l1", 10, 0, Map.of());
        assertEquals(
                trainer(1)
                        .train(config, TrainingSets.Rows.of(TRAIN, VALIDATION))
                        .stopped()
                        .text(),
                trainer(2)
                        .train(config, TrainingSets.Rows.of(TRAIN, VALIDATION))
                        .stopped()
                        .text());
    }

    @Test
    void training_stops_early_and_keeps_the_trees_up_to_the_best() {
        LightGbmRanker ranker = train(Problems.trees("regression_l1", 2000, 7, Map.of()));
        TrainingTrace trace = trace(ranker);
        int last = trace.lines().get(trace.lines().size() - 1).round();
        assertEquals(trace.bestRound() + 7, last);
        assertTrue(last < 2000);
        assertEquals(trace.bestRound(), ranker.treeCount());
        assertEquals(trace.bestMetric(), Problems.meanAbsoluteError(ranker, VALIDATION), 1e-6);
        for (TrainingTrace.Line line : trace.lines()) {
            assertTrue(line.validation() >= trace.bestMetric(), line.toString());
        }
    }

    @Test
    void without_early_stopping_every_round_is_kept_and_logged_by_tens() {
        LightGbmRanker ranker = trainer(1)
                .train(Problems.trees("regression", 25, 0, Map.of()), TrainingSets.Rows.of(TRAIN, null))
                .stopped();
        assertEquals(25, ranker.treeCount());
        assertEquals(
                List.of(10, 20, 25),
                trace(ranker).lines().stream().map(TrainingTrace.Line::round).toList());
        assertTrue(trace(ranker).lines().stream().allMatch(line -> Double.isNaN(line.validation())));
    }

    @Test
    void early_stopping_without_validation_rows_is_refused() {
        LightGbmConfig config = Problems.trees("regression", 25, 3, Map.of());
        assertThrows(IllegalArgumentException.class, () -> trainer(1)
                .train(config, TrainingSets.Rows.of(TRAIN, null))
                .stopped());
    }

    @Test
    void max_bin_reaches_the_data_set() {
        assertNotEquals(
                train(Problems.trees("regression_l1", 5, 0, 255, Map.of())).text(),
                train(Problems.trees("regression_l1", 5, 0, 4, Map.of())).text());
    }

    @Test
    void rows_without_a_split_leave_the_median() {
        TrainingSet same = new TrainingSet(Problems.numbers(1, 3, 3, 3), new float[] {1, 2, 9}, new int[3]);
        LightGbmRanker ranker = trainer(1)
                .train(Problems.trees("regression_l1", 5, 0, Map.of()), TrainingSets.Rows.of(same, null))
                .stopped();
        assertArrayEquals(new double[] {2, 2}, Problems.scores(ranker, Problems.numbers(1, 0, Float.NaN)));
        assertEquals(1, ranker.treeCount());
    }

    @Test
    void importance_counts_every_split_and_ranks_noise_last() {
        LightGbmRanker ranker = train(Problems.trees("regression_l1", 20, 0, Map.of()));
        List<ColumnImportance> importances = ranker.importances();
        long splits = ranker.text()
                .lines()
                .filter(line -> line.startsWith("num_leaves="))
                .mapToLong(line -> Long.parseLong(line.substring(11)) - 1)
                .sum();
        assertEquals(
                splits, importances.stream().mapToLong(ColumnImportance::splits).sum());
        assertEquals("noise", importances.get(3).column());
        for (ColumnImportance importance : importances) {
            assertTrue(
                    importance.splits() == 0
                            || ranker.text().contains("\n" + importance.column() + "=" + importance.splits() + "\n"),
                    importance.toString());
        }
    }

    @Test
    void labels_an_objective_cannot_learn_are_an_error_of_the_input() {
        TrainingSet negative = new TrainingSet(Problems.numbers(1, 1, 2, 3), new float[] {-1, 2, 3}, new int[3]);
        LightGbmConfig config = Problems.trees("poisson", 5, 0, Map.of());
        String message = assertThrows(InputException.class, () -> trainer(1)
                        .train(config, TrainingSets.Rows.of(negative, null))
                        .stopped())
                .getMessage();
        assertTrue(message.startsWith("LightGBM refused the parameters: "), message);
    }

    private static TrainingTrace trace(LightGbmRanker ranker) {
        return ranker.trace().orElseThrow();
    }

    private static LightGbmRanker train(LightGbmConfig config) {
        return trainer(1).train(config, TrainingSets.Rows.of(TRAIN, VALIDATION)).stopped();
    }

    private static LightGbmTrainer trainer(int threads) {
        return new LightGbmTrainer(new Seed(3), threads, Progress.SILENT);
    }

    /** Some cells become what training never saw: unseen and negative levels, infinities, tiny numbers, minus zero. */
    private static FeatureRows strange(FeatureRows rows) {
        float[] values = rows.values().clone();
        float[] cells = {Float.NaN, 0, -0.0f, 1e-36f, -1e-36f, 1e-34f, -1, 99, 31, 32, 1e20f, 0.3f, -0.5f, 7.5f};
        SplittableRandom random = new Seed(8).stream("strange");
        for (int at = 0; at < values.length; at++) {
            values[at] = random.nextInt(3) == 0 ? cells[random.nextInt(cells.length)] : values[at];
        }
        return new FeatureRows(rows.columns(), rows.user(), rows.item(), values);
    }

    /** Share of pairs of neighbouring rows of a user that are ordered as their labels are. */
    private static double concordance(LightGbmRanker ranker, TrainingSet set) {
        double[] scores = Problems.scores(ranker, set.rows().all());
        int right = 0;
        int pairs = 0;
        for (int row = 1; row < scores.length; row++) {
            if (set.rows().user()[row] == set.rows().user()[row - 1]) {
                right += (scores[row] > scores[row - 1]) == (set.label()[row] > set.label()[row - 1]) ? 1 : 0;
                pairs++;
            }
        }
        return (double) right / pairs;
    }
}
