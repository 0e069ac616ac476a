package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every parameter reaches what it is for, the data set or the training: another value makes other trees. */
class ParameterEffectTest {
    private static final TrainingSets.Rows ROWS =
            TrainingSets.Rows.of(Problems.watching("train", 3_000), Problems.watching("validation", 500));

    /** One-sided sampling begins after 1 / learning rate rounds. */
    private static final int ROUNDS = 12;

    private static final Settings PLAIN = new Settings();
    private static final String PLAIN_TREES = trees(PLAIN);

    /** What a test changes one by one. */
    private static final class Settings {
        int leaves = 15;
        double learningRate = 0.1;
        int minRowsInLeaf = 20;
        double featureFraction = 1;
        double rowFraction = 1;
        int rowFractionFrequency = 0;
        double l2 = 0;
        int maxBin = 255;
        double catSmooth = 10;
        double catL2 = 10;
        int maxCatThreshold = 32;
        int maxLevels = 1_000;
        Map<String, String> extra = new HashMap<>();

        LightGbmConfig config() {
            return new LightGbmConfig(
                    "regression",
                    leaves,
                    learningRate,
                    ROUNDS,
                    0,
                    false,
                    minRowsInLeaf,
                    featureFraction,
                    rowFraction,
                    rowFractionFrequency,
                    l2,
                    maxBin,
                    catSmooth,
                    catL2,
                    maxCatThreshold,
                    maxLevels,
                    1,
                    new Grading(0.1, 50, 10),
                    extra);
        }
    }

    static List<Settings> ownKeys() {
        List<Settings> all = new ArrayList<>();
        for (int key = 0; key < 11; key++) {
            Settings changed = new Settings();
            switch (key) {
                case 0 -> changed.leaves = 8;
                case 1 -> changed.learningRate = 0.2;
                case 2 -> changed.minRowsInLeaf = 200;
                case 3 -> changed.featureFraction = 0.5;
                case 4 -> changed.l2 = 50;
                case 5 -> changed.maxBin = 16;
                case 6 -> changed.catSmooth = 100;
                case 7 -> changed.catL2 = 1_000;
                case 8 -> changed.maxCatThreshold = 1;
                case 9 -> changed.maxLevels = 5;
                default -> {
                    changed.rowFraction = 0.5;
                    changed.rowFractionFrequency = 1;
                }
            }
            all.add(changed);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("ownKeys")
    void another_value_of_a_key_makes_other_trees(Settings changed) {
        assertNotEquals(PLAIN_TREES, trees(changed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data_sample_strategy=goss",
                "max_depth=3",
                "lambda_l1=20",
                "min_data_in_bin=200",
                "max_bin_by_feature=8,30,8,8",
                "bin_construct_sample_cnt=300",
                "zero_as_missing=true",
                "use_missing=false",
                "max_cat_to_onehot=30",
                "min_gain_to_split=5",
                "feature_fraction_bynode=0.5",
                "extra_trees=true",
                "path_smooth=10",
                "min_sum_hessian_in_leaf=300",
                "boost_from_average=false"
            })
    void an_extra_parameter_makes_other_trees(String parameter) {
        Settings changed = new Settings();
        int at = parameter.indexOf('=');
        changed.extra.put(parameter.substring(0, at), parameter.substring(at + 1));
        assertNotEquals(PLAIN_TREES, trees(changed));
    }

    @Test
    void quantized_gradients_make_other_trees_where_all_columns_are_numbers() {
        TrainingSet numbers = Problems.watching("train", 3_000);
        FeatureRows cells = numbers.rows().all();
        List<FeatureColumn> columns = cells.columns().stream()
                .map(column -> FeatureColumn.numeric(column.name(), "1", "-"))
                .toList();
        TrainingSets.Rows rows = TrainingSets.Rows.of(
                new TrainingSet(
                        new FeatureRows(columns, cells.user(), cells.item(), cells.values()),
                        numbers.label(),
                        numbers.group()),
                null);
        Settings quantized = new Settings();
        quantized.extra.put("use_quantized_grad", "true");
        assertNotEquals(trees(PLAIN, rows), trees(quantized, rows));
    }

    @Test
    void trees_are_told_apart_by_themselves_not_by_the_parameters_in_their_text() {
        Settings same = new Settings();
        same.extra.put("max_depth", "-1");
        assertEquals(PLAIN_TREES, trees(same));
    }

    /** The text of the model without the list of parameters at its end. */
    private static String trees(Settings settings) {
        return trees(settings, ROWS);
    }

    private static String trees(Settings settings, TrainingSets.Rows rows) {
        String text = new LightGbmTrainer(new Seed(3), 1, Progress.SILENT)
                .train(settings.config(), rows)
                .stopped()
                .text();
        return text.substring(text.indexOf("\nTree=0"), text.indexOf("end of trees"));
    }
}
