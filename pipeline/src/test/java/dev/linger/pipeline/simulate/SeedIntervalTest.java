package dev.linger.pipeline.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SeedIntervalTest {
    @Test
    void it_is_students_interval_of_the_mean() {
        // Of 1, 2 and 6 the mean is 3 and the standard deviation sqrt(7); 4.303 sqrt(7 / 3) = 6.573.
        SeedInterval interval = SeedInterval.of(new double[] {1, 2, 6});
        assertEquals(3, interval.mean(), 1e-12);
        assertEquals(3 - 6.573, interval.low(), 1e-3);
        assertEquals(3 + 6.573, interval.high(), 1e-3);
    }

    @Test
    void one_seed_has_a_mean_and_no_interval() {
        SeedInterval interval = SeedInterval.of(new double[] {5});
        assertEquals(5, interval.mean());
        assertTrue(Double.isNaN(interval.low()));
        assertTrue(Double.isNaN(interval.high()));
    }
}
