package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnContributions;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightGbmContributionsTest {
    private static final TrainingSet TRAIN = Problems.watching("train", 4000);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"regression_l1, 15", "regression, 63", "binary, 31", "lambdarank, 15", "regression_l1, 300"})
    void they_are_those_of_lightgbm(String objective, int leaves) throws IOException {
        requireEqual(train(objective, leaves, 1, Map.of()), DoubleUnaryOperator.identity());
    }

    @Test
    void they_are_those_of_lightgbm_where_zeros_are_missing_and_rows_are_drawn() throws IOException {
        Map<String, String> extra = Map.of("zero_as_missing", "true", "path_smooth", "0.5");
        requireEqual(train("regression", 31, 0.5, extra), DoubleUnaryOperator.identity());
    }

    @Test
    void under_a_log_link_and_a_root_it_is_the_sum_of_the_trees_that_they_split() throws IOException {
        requireEqual(train("poisson", 15, 1, Map.of()), Math::exp);
        requireEqual(train("regression", 15, 1, Map.of("reg_sqrt", "true")), sum -> sum * Math.abs(sum));
    }

    /** Contributions are LightGBM's to 1e-9, and add up to the score behind its transform. */
    private void requireEqual(LightGbmRanker ranker, DoubleUnaryOperator transform) throws IOException {
        FeatureRows rows = holes(Problems.watching("test", 400).rows().all());
        double[] expected = NativePredictions.contributions(ranker.text(), directory, rows);
        double[] scores = Problems.scores(ranker, rows);
        ColumnContributions contributions = ranker.contributions(rows).orElseThrow();
        int columns = rows.columns().size();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                assertEquals(expected[row * (columns + 1) + column], contributions.of(row, column), 1e-9);
            }
            assertEquals(expected[row * (columns + 1) + columns], contributions.base(), 1e-9);
            assertEquals(scores[row], transform.applyAsDouble(contributions.sum(row)), 1e-9);
        }
    }

    private static FeatureRows holes(FeatureRows rows) {
        float[] cells = {Float.NaN, 0, -1, 99, 31, 32, 1e20f, 0.3f};
        float[] values = rows.values().clone();
        SplittableRandom random = new Seed(9).stream("holes");
        for (int at = 0; at < values.length; at++) {
            values[at] = random.nextInt(4) == 0 ? cells[random.nextInt(cells.length)] : values[at];
        }
        return new FeatureRows(rows.columns(), rows.user(), rows.item(), values);
    }

    private static LightGbmRanker train(String objective, int leaves, double rowFraction, Map<String, String> extra) {
        LightGbmConfig config = new LightGbmConfig(
                objective,
                leaves,
                0.1,
                40,
                0,
                false,
                5,
                0.8,
                rowFraction,
                1,
                1,
                255,
                10,
                10,
                32,
                1_000,
                1,
                new Grading(0.1, 50, 10),
                extra);
        return new LightGbmTrainer(new Seed(1), 1, Progress.SILENT)
                .train(config, TrainingSets.Rows.of(TRAIN, null))
                .refitted();
    }
}
