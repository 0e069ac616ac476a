package dev.linger.candidates.als;

import static dev.linger.candidates.als.AlsConfig.Solver.CHOLESKY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SparseRows;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
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
        assertEquals("factorCount must be in 1..46340 but was 0", refusal(0, 1, 1, 1, 1));
        assertEquals("unobservedWeight must be >= 0 but was -1.0", refusal(1, -1, 1, 1, 1));
        assertEquals("regularization must be >= 0 but was NaN", refusal(1, 1, Double.NaN, 1, 1));
        assertEquals("regularizationPower must be finite but was Infinity", refusal(1, 1, 1, 1.0 / 0, 1));
        assertEquals("iterations must be in 1..10000 but was 0", refusal(1, 1, 1, 1, 0));
    }

    @Test
    void decay_is_refused_where_it_would_turn_an_old_like_into_a_dislike() {
        assertEquals(2, decaying(AlsCases.WATCH_RATIO, 2).halfLifeDays());
        assertEquals(0, decaying(AlsCases.SKIP_AWARE, 0).halfLifeDays());
        assertThrows(IllegalArgumentException.class, () -> decaying(AlsCases.SKIP_AWARE, 2));
        assertThrows(IllegalArgumentException.class, () -> decaying(AlsCases.DEBIASED, 2));
        assertThrows(IllegalArgumentException.class, () -> decaying(AlsCases.WATCH_RATIO, -1));
        assertThrows(IllegalArgumentException.class, () -> decaying(AlsCases.WATCH_RATIO, Double.NaN));
    }

    @Test
    void the_age_of_a_play_counts_from_the_last_play_of_the_log() {
        long day = 86_400_000;
        InteractionLog log = new Plays()
                .addAt(0, 0, 1, day)
                .addAt(0, 0, 4, 3 * day) // cut down to 2
                .addAt(1, 1, 1, 5 * day)
                .log();
        AlsConfig config = decaying(AlsCases.WATCH_RATIO, 2);

        SparseRows pairs = config.pairs(PairPlays.of(log, 2, Workers.ofCaller()), 2, Workers.ofCaller())
                .byUser();

        assertEquals(1 * 0.25f + 2 * 0.5f, pairs.value(0)); // 4 and 2 days old, summed
        assertEquals(1, pairs.value(1));
    }

    @Test
    void less_effort_is_fewer_iterations_of_the_same_fit() {
        AlsConfig config = new AlsConfig(4, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 1, 1, 0, 15, CHOLESKY, 1);
        assertEquals(
                new AlsConfig(4, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 1, 1, 0, 5, CHOLESKY, 1),
                config.withEffort(1 / 3.0));
        assertEquals(2, ((AlsConfig) config.withEffort(0.001)).iterations());
        assertEquals(config, config.withEffort(1));
    }

    private static AlsConfig decaying(Weighting weighting, double halfLifeDays) {
        return new AlsConfig(2, weighting, RepeatRule.SUM, halfLifeDays, 1, 1, 0, 1, CHOLESKY, 1);
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
                0,
                unobserved,
                regularization,
                power,
                iterations,
                CHOLESKY,
                1);
    }
}
