package dev.linger.ranker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviationQualityTest {
    /**
     * Two rows of each variance, one of an even list and one of an odd one, whose errors are a constant and a slope times the
     * variance; the lists of one row each.
     */
    private static Optional<DeviationQuality> planted(int rows, double floor, double slope) {
        double[] variance = new double[rows];
        double[] prediction = new double[rows];
        float[] label = new float[rows];
        int[] group = new int[rows];
        for (int row = 0; row < rows; row++) {
            variance[row] = 1 + row / 2;
            prediction[row] = 5;
            label[row] = (float) (5 + (row % 4 < 2 ? 1 : -1) * Math.sqrt(floor + slope * variance[row]));
            group[row] = row;
        }
        return DeviationQuality.of(variance, prediction, label, group);
    }

    @Test
    void a_planted_line_is_found_and_calibrates() {
        DeviationQuality quality = planted(200, 3, 2).orElseThrow();
        assertEquals(3, quality.floor(), 1e-3);
        assertEquals(2, quality.slope(), 1e-4);
        assertEquals(10, quality.bins().size());
        assertEquals(0, quality.errorOfCalibrated(), 1e-4);
        for (DeviationQuality.Bin bin : quality.bins()) {
            assertEquals(10, bin.rows());
            assertEquals(bin.observed(), bin.calibrated(), 1e-4);
        }
        // The first bin: variances 1 to 10, mean 5.5; the mean squared error 3 + 2 * 5.5.
        assertEquals(Math.sqrt(5.5), quality.bins().get(0).members(), 1e-12);
        assertEquals(Math.sqrt(14), quality.bins().get(0).observed(), 1e-5);
    }

    @Test
    void the_expected_error_is_the_mean_distance_of_deviations_in_shares_of_them() {
        DeviationQuality quality = planted(200, 0, 4).orElseThrow();
        // errors are twice the members' deviations in each bin
        assertEquals(1, quality.errorOfMembers(), 1e-5);
    }

    @Test
    void a_line_that_falls_is_flat_and_one_below_zero_begins_there() {
        DeviationQuality falling = planted(200, 300, -2).orElseThrow();
        assertEquals(0, falling.slope());
        assertEquals(300 - 2 * 50.5, falling.floor(), 1e-3);
        DeviationQuality below = planted(200, -1.5, 2).orElseThrow();
        assertEquals(0, below.floor());
        assertEquals((2 * 50.5 - 1.5) / 50.5, below.slope(), 1e-4);
    }

    @Test
    void a_few_rows_tell_nothing() {
        assertTrue(planted(18, 1, 1).isEmpty());
        assertTrue(planted(20, 1, 1).isPresent());
    }
}
