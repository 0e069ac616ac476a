package dev.linger.recommender.creators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final int COLUMNS = CreatorCounts.columns().size();

    /** Of each column the first two say something, the others are noise. */
    private static UploadExamples examples(int size) {
        SplittableRandom random = new SplittableRandom(7);
        List<double[]> rows = new ArrayList<>();
        boolean[] labels = new boolean[size];
        for (int at = 0; at < size; at++) {
            double[] row = random.doubles(COLUMNS, 0, 4).toArray();
            rows.add(row);
            labels[at] = random.nextDouble() < 1 / (1 + Math.exp(-(row[0] - 2 * row[1] + 1)));
        }
        return new UploadExamples(rows, labels, new int[size]);
    }

    @Test
    void one_column_of_two_values_has_the_log_odds_of_each() {
        List<double[]> rows = new ArrayList<>();
        boolean[] labels = new boolean[100];
        for (int at = 0; at < 100; at++) {
            double[] row = new double[COLUMNS];
            row[3] = at < 40 ? 2 : 0;
            labels[at] = at < 40 ? at < 30 : at < 52; // 30 of 40, and 12 of 60
            rows.add(row);
        }
        UploadModel model = LogisticRegression.fit(new UploadExamples(rows, labels, new int[100]), new int[] {3}, 1e-9);
        assertEquals(.75, model.chance(rows.get(0)), 1e-6);
        assertEquals(.2, model.chance(rows.get(99)), 1e-6);
        assertEquals(0, model.weights()[4]);
    }

    @Test
    void no_small_change_of_a_weight_lowers_the_penalized_loss() {
        UploadExamples examples = examples(500);
        int[] all = IntStream.range(0, COLUMNS).toArray();
        UploadModel model = LogisticRegression.fit(examples, all, 10);
        double[] deviations = new double[COLUMNS];
        for (int column : all) {
            double mean = examples.rows().stream()
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            deviations[column] = Math.sqrt(examples.rows().stream()
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElseThrow());
        }
        for (int column : all) {
            double slope = 10 * model.weights()[column] * deviations[column] * deviations[column];
            for (int at = 0; at < examples.size(); at++) {
                double chance = model.chance(examples.rows().get(at));
                slope += (chance - (examples.uploads()[at] ? 1 : 0))
                        * examples.rows().get(at)[column];
            }
            assertEquals(0, slope, 1e-6, "column " + column);
        }
    }

    @Test
    void what_made_the_labels_is_found_again() {
        UploadModel model = LogisticRegression.fit(
                examples(20_000), IntStream.range(0, COLUMNS).toArray(), 1);
        assertEquals(1, model.weights()[0], .1);
        assertEquals(-2, model.weights()[1], .1);
        assertEquals(0, model.weights()[5], .1);
    }
}
