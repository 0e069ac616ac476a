package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    private static final PairedBootstrap BOOTSTRAP = new PairedBootstrap(1_000, new Seed(7));

    @Test
    void the_win_rate_counts_equal_values_one_half() {
        // Differences .5, 0, -.1, 0: one win and two ties of four: (1 + 2 / 2) / 4.
        PairedBootstrap.Difference difference =
                BOOTSTRAP.compare(new double[] {1, 0.3, 0.1, 0}, new double[] {0.5, 0.3, 0.2, 0});
        assertEquals(0.5, difference.winRate());
        assertEquals(0.1, difference.mean(), 1e-12); // .4 / 4
        assertEquals(4, difference.users());
    }

    @Test
    void the_same_advantage_for_everybody_is_certain() {
        PairedBootstrap.Difference difference =
                BOOTSTRAP.compare(new double[] {1, 0.75, 0.5}, new double[] {0.75, 0.5, 0.25});
        assertEquals(0.25, difference.low());
        assertEquals(0.25, difference.high());
        assertEquals(1.0, difference.winRate());
    }

    @Test
    void users_whose_values_are_swapped_tie_in_resamples_that_draw_both_as_often() {
        // In these their difference is 0 whatever the order of the sum, so neither side has more than it should.
        double[] values = new double[50];
        for (int user = 0; user < 50; user++) {
            values[user] = 1.0 / (3 + user);
        }
        double[] swapped = values.clone();
        swapped[0] = values[49];
        swapped[49] = values[0];
        PairedBootstrap.Difference forth = BOOTSTRAP.compare(values, swapped);
        PairedBootstrap.Difference back = BOOTSTRAP.compare(swapped, values);
        assertEquals(forth.pValue(), back.pValue());
        assertEquals(forth.low(), -back.high());
        assertTrue(forth.pValue() > 0.9, () -> "p " + forth.pValue());
    }

    @Test
    void the_interval_is_that_of_the_normal_distribution_where_it_applies() {
        // 400 differences of -1 or 1, half each: mean 0, standard error 1 / sqrt(400) = .05, so about +- .098.
        double[] values = new double[400];
        double[] reference = new double[400];
        for (int user = 0; user < 400; user++) {
            values[user] = user % 2;
            reference[user] = 1 - user % 2;
        }
        PairedBootstrap.Difference difference = BOOTSTRAP.compare(values, reference);
        assertEquals(0.0, difference.mean());
        assertEquals(-0.098, difference.low(), 0.012);
        assertEquals(0.098, difference.high(), 0.012);
    }

    @Test
    void about_nineteen_intervals_in_twenty_hold_the_truth() {
        SplittableRandom random = new Seed(3).stream("truth");
        int held = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] values = new double[60];
            double[] reference = new double[60];
            for (int user = 0; user < 60; user++) {
                values[user] = random.nextDouble() + 0.1;
                reference[user] = random.nextDouble();
            }
            PairedBootstrap.Difference difference = BOOTSTRAP.compare(values, reference);
            held += difference.low() <= 0.1 && 0.1 <= difference.high() ? 1 : 0;
        }
        assertTrue(held >= 178 && held <= 198, held + " of 200");
    }

    @Test
    void the_seed_decides_the_interval_and_nothing_else_does() {
        double[] values = {0.1, 0.9, 0.4, 0.3, 0.8, 0.2};
        double[] reference = {0.3, 0.2, 0.5, 0.1, 0.6, 0.25};
        PairedBootstrap.Difference difference = BOOTSTRAP.compare(values, reference);
        assertEquals(difference, BOOTSTRAP.compare(values, reference));
        PairedBootstrap.Difference other = new PairedBootstrap(1_000, new Seed(8)).compare(values, reference);
        assertEquals(difference.mean(), other.mean());
        assertNotEquals(
                new PairedBootstrap(40, new Seed(7)).compare(values, reference).low(),
                new PairedBootstrap(40, new Seed(8)).compare(values, reference).low());
    }

    @Test
    void swapping_the_systems_mirrors_the_result() {
        double[] values = {0.1, 0.9, 0.4, 0.3, 0.8};
        double[] reference = {0.3, 0.2, 0.5, 0.1, 0.8};
        PairedBootstrap.Difference there = BOOTSTRAP.compare(values, reference);
        PairedBootstrap.Difference back = BOOTSTRAP.compare(reference, values);
        assertEquals(there.mean(), -back.mean(), 1e-15);
        assertEquals(there.low(), -back.high(), 1e-15);
        assertEquals(there.winRate(), 1 - back.winRate(), 1e-15);
    }

    @Test
    void nobody_to_compare_gives_nothing() {
        PairedBootstrap.Difference difference = BOOTSTRAP.compare(new double[0], new double[0]);
        assertEquals(0, difference.users());
        assertTrue(Double.isNaN(difference.mean()) && Double.isNaN(difference.winRate()));
    }

    @Test
    void different_users_and_too_few_resamples_are_errors() {
        assertThrows(IllegalArgumentException.class, () -> BOOTSTRAP.compare(new double[2], new double[3]));
        assertThrows(IllegalArgumentException.class, () -> new PairedBootstrap(39, new Seed(1)));
    }

    @Test
    void a_difference_that_no_resample_turns_has_the_smallest_p_value_and_none_has_one() {
        double[] zeros = new double[20];
        double[] ones = new double[20];
        Arrays.fill(ones, 1);
        assertEquals(2.0 / 1_001, BOOTSTRAP.compare(ones, zeros).pValue());
        assertEquals(2.0 / 1_001, BOOTSTRAP.compare(zeros, ones).pValue());
        assertEquals(1, BOOTSTRAP.compare(ones, ones).pValue());
    }
}
