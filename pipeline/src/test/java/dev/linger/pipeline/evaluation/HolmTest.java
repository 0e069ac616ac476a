package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

final class HolmTest {
    @Test
    void each_value_counts_as_often_as_there_are_values_not_below_it_and_none_falls_below_a_smaller_one() {
        // Sorted .01 .02 .03 .04: 4 x .01, 3 x .02, max(.06, 2 x .03), max(.06, .04).
        assertArrayEquals(
                new double[] {0.06, 0.04, 0.06, 0.06}, Holm.corrected(new double[] {0.04, 0.01, 0.03, 0.02}), 1e-15);
    }

    @Test
    void nothing_is_above_one_and_what_was_not_compared_does_not_count() {
        assertArrayEquals(new double[] {1, Double.NaN, 1}, Holm.corrected(new double[] {0.8, Double.NaN, 0.7}), 1e-15);
    }
}
