package dev.linger.ranker.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {
    @Test
    void two_points_are_a_half_less_and_more_a_twelfths_root() {
        double away = Math.sqrt(1 / 12.0);
        assertArrayEquals(
                new double[] {0.5 - away, 0.5 + away}, Quadrature.of(2).point(), 1e-15);
        assertArrayEquals(new double[] {0.5, 0.5}, Quadrature.of(2).weight(), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 40, 200})
    void powers_below_twice_the_points_are_integrated_exactly(int points) {
        Quadrature rule = Quadrature.of(points);
        for (int power = 0; power < 2 * points; power++) {
            double sum = 0;
            for (int at = 0; at < points; at++) {
                assertTrue(rule.point()[at] > 0 && rule.point()[at] < 1 && rule.weight()[at] > 0);
                sum += rule.weight()[at] * Math.pow(rule.point()[at], power);
            }
            assertEquals(1.0 / (power + 1), sum, 1e-13);
        }
    }
}
