package dev.linger.pipeline.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource({"0, 0.0708, 0 0.02 0.04 0.06 0.08", "-3, 9, -5 0 5 10", "0, 0, 0 0.5 1", "2, 2, 2.00"})
    void an_axis_has_ticks_at_round_values_and_holds_all(double low, double high, String ticks) {
        Axis axis = Axis.of(low, high, false);
        assertTrue(axis.low() <= low && axis.high() >= high, axis::toString);
        for (String tick : ticks.split(" ", -1)) {
            assertTrue(
                    axis.ticks().stream().anyMatch(found -> Math.abs(found - Double.parseDouble(tick)) < 1e-9),
                    () -> tick + " in " + axis);
        }
        assertEquals(0, axis.share(axis.low()));
        assertEquals(1, axis.share(axis.high()));
    }
}
