package dev.linger.ranker.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.InBlocks;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearTrainerTest {
    @Test
    void one_number_is_shrunk_towards_the_mean() {
        // a = 1, 3: mean 2, sd 1, so terms -1, 1; labels 0, 4: mean 2, covariance 2, variance 1.
        // weight = 2 / (1 + l2) = 1 with l2 = 1, so the prediction is 2 + (a - 2)
        LinearRanker ranker = LinearTrainer.train(new LinearConfig(1, 10), train(1, new float[] {0, 4}, 1, 3));
        FeatureRows asked = Problems.numbers(1, 1, 3, 5, Float.NaN);
        assertArrayEquals(new double[] {1, 3, 5, 2}, Problems.scores(ranker, asked), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void weights_satisfy_the_normal_equations_of_the_written_out_terms(long seed) {
        TrainingSet train = randomSet(seed);
        double l2 = 0.05;
        LinearRanker ranker = LinearTrainer.train(new LinearConfig(l2, 3), train);
        assertArrayEquals(twin(train, l2), Problems.scores(ranker, train.rows().all()), 1e-9);
    }

    @Test
    void the_size_of_blocks_changes_nothing() {
        TrainingSet train = Problems.watching("linear", 10_000);
        LinearConfig config = new LinearConfig(0.01, 50);
        assertArrayEquals(
                Problems.scores(LinearTrainer.train(config, train), train.rows().all()),
                Problems.scores(
                        LinearTrainer.train(config, InBlocks.of(train, 700)),
                        train.rows().all()));
    }

    @Test
    void columns_that_never_vary_leave_the_mean() {
        LinearRanker ranker =
                LinearTrainer.train(new LinearConfig(1, 10), train(2, new float[] {1, 2}, 5, Float.NaN, 5, Float.NaN));
        assertArrayEquals(
                new double[] {1.5, 1.5}, Problems.scores(ranker, Problems.numbers(2, 5, 1, 7, Float.NaN)), 1e-12);
    }

    @Test
    void an_infinite_cell_is_named() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> LinearTrainer.train(
                                new LinearConfig(1, 10), train(1, new float[] {1, 2}, 5, Float.POSITIVE_INFINITY)))
                .getMessage();
        assertEquals("column a must be finite but is Infinity in row 1", message);
    }

    private static TrainingSet train(int columns, float[] labels, float... cells) {
        return new TrainingSet(Problems.numbers(columns, cells), labels, new int[labels.length]);
    }

    /** Columns: a number that is sometimes missing, a category of two levels and missing, one of too many levels. */
    private static TrainingSet randomSet(long seed) {
        SplittableRandom random = new Seed(seed).stream("rows");
        List<FeatureColumn> columns = List.of(
                FeatureColumn.numeric("a", "1", "not known"),
                FeatureColumn.category("few", "not said"),
                FeatureColumn.category("many", "not said"));
        int rows = 60;
        float[] cells = new float[rows * 3];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            cells[row * 3] = random.nextInt(4) == 0 ? Float.NaN : (float) random.nextDouble(5, 9);
            cells[row * 3 + 1] = random.nextInt(3) == 0 ? Float.NaN : random.nextInt(2) * 7;
            cells[row * 3 + 2] = random.nextInt(8);
            labels[row] = (float) random.nextDouble(2);
        }
        return new TrainingSet(new FeatureRows(columns, new int[rows], new int[rows], cells), labels, new int[rows]);
    }

    /** Writes out a dense matrix [1, z(a), a missing, few = 0, few = 7, few missing], and solves by elimination. */
    private static double[] twin(TrainingSet train, double l2) {
        int rows = train.size();
        double[][] terms = new double[rows][];
        double mean = 0;
        double present = 0;
        for (int row = 0; row < rows; row++) {
            float a = train.rows().all().value(row, 0);
            mean += Float.isNaN(a) ? 0 : a;
            present += Float.isNaN(a) ? 0 : 1;
        }
        mean /= present;
        double variance = 0;
        for (int row = 0; row < rows; row++) {
            float a = train.rows().all().value(row, 0);
            variance += Float.isNaN(a) ? 0 : (a - mean) * (a - mean) / present;
        }
        for (int row = 0; row < rows; row++) {
            float a = train.rows().all().value(row, 0);
            float few = train.rows().all().value(row, 1);
            terms[row] = new double[] {
                1,
                Float.isNaN(a) ? 0 : (a - mean) / Math.sqrt(variance),
                Float.isNaN(a) ? 1 : 0,
                few == 0 ? 1 : 0,
                few == 7 ? 1 : 0,
                Float.isNaN(few) ? 1 : 0
            };
        }
        double[] weights = eliminate(normalEquations(terms, train.label(), l2));
        double[] predicted = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int at = 0; at < weights.length; at++) {
                predicted[row] += weights[at] * terms[row][at];
            }
        }
        return predicted;
    }

    private static double[][] normalEquations(double[][] terms, float[] labels, double l2) {
        int count = terms[0].length;
        double[][] equations = new double[count][count + 1];
        for (int a = 0; a < count; a++) {
            for (int row = 0; row < labels.length; row++) {
                for (int b = 0; b < count; b++) {
                    equations[a][b] += terms[row][a] * terms[row][b];
                }
                equations[a][count] += terms[row][a] * labels[row];
            }
            equations[a][a] += a == 0 ? 0 : l2 * labels.length;
        }
        return equations;
    }

    private static double[] eliminate(double[][] equations) {
        int count = equations.length;
        for (int pivot = 0; pivot < count; pivot++) {
            for (int other = 0; other < count; other++) {
                if (other != pivot) {
                    double factor = equations[other][pivot] / equations[pivot][pivot];
                    for (int at = pivot; at <= count; at++) {
                        equations[other][at] -= factor * equations[pivot][at];
                    }
                }
            }
        }
        double[] solution = new double[count];
        for (int at = 0; at < count; at++) {
            solution[at] = equations[at][count] / equations[at][at];
        }
        return solution;
    }
}
