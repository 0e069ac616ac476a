package dev.linger.pipeline.evaluation.pointwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics.Decile;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointwiseMetricsTest {
    @Test
    void four_plays_worked_by_hand() {
        // Errors .5, -.5, 1, -2: absolute .5 .5 1 2.
        PointwiseMetrics metrics = PointwiseMetrics.of(new double[] {1, 0.5, 2, 1}, new double[] {0.5, 1, 1, 3});
        assertEquals(4, metrics.rows());
        assertEquals(1.0, metrics.mae()); // 4 / 4
        assertEquals(Math.sqrt(5.5 / 4), metrics.rmse(), 1e-15); // (.25 + .25 + 1 + 4) / 4
        assertEquals(Math.sqrt((5.5 / 4 - 1) / 4), metrics.standardErrorOfMae(), 1e-15);
        assertEquals(0.75, metrics.medianAbsoluteError()); // (.5 + 1) / 2
        assertEquals(-0.25, metrics.bias()); // (.5 - .5 + 1 - 2) / 4
        // Pairs (.5, 1): 1 > .5 wrong; (.5, 1): 1 < 2 right; (.5, 3): 1 = 1 half; (1, 3): right; (1, 3): wrong: 2.5 /
        // 5.
        assertEquals(0.5, metrics.xauc());
    }

    @Test
    void the_median_of_an_odd_number_is_the_middle_one() {
        assertEquals(
                2.0, PointwiseMetrics.of(new double[3], new double[] {9, 2, 1}).medianAbsoluteError());
    }

    @Test
    void deciles_are_tenths_of_the_sorted_predictions() {
        // Predictions 1..20 in a mixed order, label twice the prediction: decile d holds 2 d - 1 and 2 d.
        double[] predictions =
                IntStream.range(0, 20).mapToDouble(row -> row * 7 % 20 + 1).toArray();
        double[] labels = Arrays.stream(predictions).map(value -> 2 * value).toArray();
        List<Decile> deciles = PointwiseMetrics.of(predictions, labels).calibration();
        assertEquals(10, deciles.size());
        assertEquals(new Decile(1, 2, 1.5, 3), deciles.get(0));
        assertEquals(new Decile(10, 2, 19.5, 39), deciles.get(9));
    }

    @Test
    void equal_predictions_stay_in_one_decile() {
        PointwiseMetrics constant = PointwiseMetrics.of(new double[] {2, 2, 2, 2}, new double[] {1, 2, 3, 5});
        assertEquals(List.of(new Decile(1, 4, 2, 2.75)), constant.calibration());
        // Sorted 1 5 5 5: 1 at position 0 is decile 1, the fives start at position 1 of 4: floor(10 / 4) + 1 = 3.
        PointwiseMetrics two = PointwiseMetrics.of(new double[] {5, 1, 5, 5}, new double[] {1, 2, 3, 5});
        assertEquals(List.of(new Decile(1, 1, 1, 2), new Decile(3, 3, 5, 3)), two.calibration());
    }

    @Test
    void deciles_hold_every_play_once_and_rise() {
        SplittableRandom random = new Seed(9).stream("calibration");
        double[] predictions =
                random.ints(997, 0, 60).mapToDouble(level -> level / 10.0).toArray();
        double[] labels = random.doubles(997).toArray();
        List<Decile> deciles = PointwiseMetrics.of(predictions, labels).calibration();
        assertEquals(997, deciles.stream().mapToInt(Decile::rows).sum());
        for (int at = 1; at < deciles.size(); at++) {
            assertTrue(deciles.get(at - 1).decile() < deciles.get(at).decile());
            assertTrue(deciles.get(at - 1).meanPrediction() < deciles.get(at).meanPrediction());
        }
    }

    @Test
    void scores_that_are_no_ratios_have_an_order_and_no_errors() {
        PointwiseMetrics metrics =
                PointwiseMetrics.ofScores(new double[] {-70, 3, 40}, Labels.of(new double[] {0, 0.5, 1}));
        assertEquals(1.0, metrics.xauc());
        assertEquals(3, metrics.rows());
        assertTrue(Double.isNaN(metrics.mae()) && Double.isNaN(metrics.bias()));
        assertTrue(metrics.calibration().isEmpty());
    }

    @Test
    void no_plays_give_no_numbers() {
        PointwiseMetrics metrics = PointwiseMetrics.of(new double[0], new double[0]);
        assertTrue(Double.isNaN(metrics.mae()) && Double.isNaN(metrics.medianAbsoluteError()));
        assertTrue(metrics.calibration().isEmpty());
    }
}
