package dev.linger.simulation.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import org.junit.jupiter.api.Test;

final class QuantileCurveTest {
    @Test
    void a_quantile_curve_is_linear_between_its_points() {
        QuantileCurve curve = new QuantileCurve(new double[] {0, 0.5, 1}, new double[] {10, 20, 40});

        assertEquals(10, curve.at(0), 1e-12);
        assertEquals(15, curve.at(0.25), 1e-12);
        assertEquals(20, curve.at(0.5), 1e-12);
        assertEquals(30, curve.at(0.75), 1e-12);
        assertTrue(curve.draw(new Draws(new Seed(1).stream("curve"))) >= 10);
        assertThrows(
                IllegalArgumentException.class, () -> new QuantileCurve(new double[] {0, 0.5}, new double[] {1, 2}));
    }
}
