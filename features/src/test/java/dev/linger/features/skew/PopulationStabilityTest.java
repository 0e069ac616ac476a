package dev.linger.features.skew;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationStabilityTest {
    private static final float NONE = Float.NaN;
    private static final float[] ONE_TO_TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void numbers_are_binned_by_the_deciles_of_what_was_learned() {
        ValueBins bins = ValueBins.ofNumbers(ONE_TO_TEN);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, bins.bounds());
        assertEquals(11, bins.count());
        assertEquals(0, bins.of(-5));
        assertEquals(0, bins.of(1));
        assertEquals(1, bins.of(1.5f));
        assertEquals(9, bins.of(100));
        assertEquals(10, bins.of(NONE));
    }

    @Test
    void a_value_that_is_several_deciles_has_a_bin_of_its_own() {
        // Of 20 values 19 are 1: every decile is 1, and the 0 below it is still told apart from it.
        float[] flags = new float[20];
        Arrays.fill(flags, 1, 20, 1);
        ValueBins bins = ValueBins.ofNumbers(flags);
        assertArrayEquals(new float[] {Math.nextDown(1f), 1}, bins.bounds());
        assertEquals(0, bins.of(0));
        assertEquals(1, bins.of(1));
        assertEquals(2, bins.of(1.5f));
        assertEquals(bins.of(0f), bins.of(-0f));
    }

    @Test
    void bins_of_equal_values_are_few_and_ascending() {
        SplittableRandom random = new Seed(1).stream("bins");
        for (int round = 0; round < 200; round++) {
            int levels = 1 + random.nextInt(15);
            float[] values = new float[1 + random.nextInt(60)];
            for (int at = 0; at < values.length; at++) {
                values[at] = random.nextInt(5) == 0 ? NONE : random.nextInt(levels) - 3;
            }
            float[] bounds = ValueBins.ofNumbers(values).bounds();
            assertTrue(bounds.length <= 9, "at most ten bins: " + bounds.length);
            for (int at = 1; at < bounds.length; at++) {
                assertTrue(bounds[at] > bounds[at - 1]);
            }
        }
    }

    @Test
    void levels_beyond_the_twenty_most_frequent_share_a_bin() {
        // Codes 0..29; 3 * 20 of the even ones and of 27: with 15 even ones and 27 frequent, 1 3 5 7 are the next.
        float[] codes = new float[200];
        int at = 0;
        for (int code = 0; code < 30; code++) {
            for (int times = 0; times < (code % 2 == 0 || code == 27 ? 3 : 1); times++) {
                codes[at++] = code;
            }
        }
        ValueBins bins = ValueBins.ofLevels(Arrays.copyOf(codes, at));
        assertEquals(22, bins.count());
        int rest = bins.of(29);
        assertEquals(20, rest);
        assertEquals(rest, bins.of(9));
        assertEquals(rest, bins.of(1_000));
        assertFalse(bins.of(7) == rest);
        assertFalse(bins.of(27) == bins.of(28));
        assertEquals(21, bins.of(NONE));
    }

    @Test
    void the_index_is_the_sum_of_share_differences_times_log_ratios() {
        // Each of ten bins holds .1 of what was learned; all scored are 1. Bin of 1: (.1 - 1) ln(.1 / 1) = 2.072327;
        // each
        // of the nine others (.1 - .0001) ln(.1 / .0001) = .690085; missing: 0. Sum 2.072327 + 9 * .690085 = 8.283089.
        assertEquals(8.283089, index(ValueBins.ofNumbers(ONE_TO_TEN), ONE_TO_TEN, new float[] {1, 1, 1}), 1e-5);
        // Levels .75 .25 against .25 .75: .5 ln 3 - .5 ln(1 / 3) = ln 3 = 1.098612.
        float[] learned = {0, 0, 0, 1};
        assertEquals(1.098612, index(ValueBins.ofLevels(learned), learned, new float[] {0, 1, 1, 1}), 1e-6);
    }

    private static double index(ValueBins bins, float[] learned, float[] scored) {
        return PopulationStability.of(bins.counts(learned), bins.counts(scored));
    }

    @Test
    void what_is_missing_is_a_bin() {
        // Level 0 in all against .5, missing in none against .5: .5 ln 2 + (.0001 - .5) ln(.0001 / .5) = .346574 +
        // 4.257745.
        float[] learned = {0, 0};
        assertEquals(4.604319, index(ValueBins.ofLevels(learned), learned, new float[] {0, NONE}), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void alike_columns_have_the_index_0_and_no_column_one_below(long seed) {
        SplittableRandom random = new Seed(seed).stream("psi");
        float[] learned = new float[100];
        float[] scored = new float[70];
        for (int at = 0; at < learned.length; at++) {
            learned[at] = random.nextInt(40);
            scored[at % 70] = random.nextInt(60);
        }
        for (ValueBins bins : new ValueBins[] {ValueBins.ofNumbers(learned), ValueBins.ofLevels(learned)}) {
            assertEquals(0, index(bins, learned, learned));
            assertTrue(index(bins, learned, scored) > 0);
        }
    }

    @Test
    void without_rows_there_is_no_index() {
        float[] none = {};
        assertTrue(Double.isNaN(index(ValueBins.ofNumbers(ONE_TO_TEN), ONE_TO_TEN, none)));
        assertTrue(Double.isNaN(index(ValueBins.ofNumbers(none), none, ONE_TO_TEN)));
        float[] missing = {NONE, NONE};
        assertEquals(0, index(ValueBins.ofNumbers(missing), missing, missing));
    }
}
