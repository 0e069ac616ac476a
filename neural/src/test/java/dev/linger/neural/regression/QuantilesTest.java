package dev.linger.neural.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
    /** Half are 0, and the tail is long. */
    private static final Quantiles SKEWED = Quantiles.of(new float[] {0, 0, 0, 0, 1, 3, 7, 1000, -0f}, 4);

    @Test
    void equal_numbers_are_one_knot() {
        // sorted: -0 0 0 0 0 1 3 7 1000, at 0, 2, 4, 6 and 8
        assertArrayEquals(new float[] {0, 3, 1000}, SKEWED.knots());
        assertEquals(2, SKEWED.steps());
    }

    @ParameterizedTest
    @CsvSource({"-5,0", "0,0", "1.5,0.5", "3,1", "501.5,1.5", "1000,2", "1e9,2"})
    void places_are_linear_between_knots_and_end_with_them(float number, float place) {
        assertEquals(place, SKEWED.place(number));
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "0,0", "0.5,1.5", "1,3", "1.5,501.5", "2,1000", "7,1000"})
    void a_place_has_a_number_again(double place, double number) {
        assertEquals(number, SKEWED.number(place));
    }

    @Test
    void numbers_that_are_all_the_same_have_one_place() {
        Quantiles one = Quantiles.of(new float[] {4, 4, 4}, 8);
        assertEquals(0, one.steps());
        assertEquals(0, one.place(3));
        assertEquals(0, one.place(5));
        assertEquals(4, one.number(0.7));
    }

    @Test
    void the_whole_range_of_floats_has_places() {
        Quantiles wide = Quantiles.of(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE}, 1);
        assertEquals(0.5f, wide.place(0));
    }

    @Test
    void knots_rise() {
        assertThrows(IllegalArgumentException.class, () -> new Quantiles(new float[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Quantiles(new float[] {1, Float.NaN}));
    }
}
