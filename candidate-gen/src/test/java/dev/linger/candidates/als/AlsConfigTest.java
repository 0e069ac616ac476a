package dev.linger.candidates.als;

import static dev.linger.candidates.als.AlsConfig.Solver.CHOLESKY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.RepeatRule;
import org.junit.jupiter.api.Test;

class AlsConfigTest {
    @Test
    void the_weight_of_a_rows_length_grows_with_its_pairs_to_the_power() {
        assertEquals(3, config(1, 1, 3, 0, 1).ridge(16));
        assertEquals(12, config(1, 1, 3, 0.5, 1).ridge(16), 1e-12); // 3 * sqrt(16)
        assertEquals(48, config(1, 1, 3, 1, 1).ridge(16));
    }

    @Test
    void a_setting_out_of_range_is_refused_by_name_and_value() {
        assertEquals("factorCount must be >= 1 but was 0", refusal(0, 1, 1, 1, 1));
        assertEquals("unobservedWeight must be >= 0 but was -1.0", refusal(1, -1, 1, 1, 1));
        assertEquals("regularization must be >= 0 but was NaN", refusal(1, 1, Double.NaN, 1, 1));
        assertEquals("regularizationPower must be finite but was Infinity", refusal(1, 1, 1, 1.0 / 0, 1));
        assertEquals("iterations must be >= 1 but was 0", refusal(1, 1, 1, 1, 0));
    }

    private static String refusal(int factors, double unobserved, double regularization, double power, int iterations) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> config(factors, unobserved, regularization, power, iterations))
                .getMessage();
    }

    private static AlsConfig config(
            int factors, double unobserved, double regularization, double power, int iterations) {
        return new AlsConfig(
                factors,
                AlsCases.WATCH_RATIO,
                RepeatRule.SUM,
                unobserved,
                regularization,
                power,
                iterations,
                CHOLESKY,
                1);
    }
}
