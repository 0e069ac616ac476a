package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
    @Test
    void numbers_round_half_up_and_no_zero_has_a_sign() {
        assertEquals("0.13", Cell.of(0.125).shown(2));
        assertEquals("-0.13", Cell.of(-0.125).shown(2));
        assertEquals("0.00", Cell.of(-0.001).shown(2));
        assertEquals("1234.5", Cell.of(1234.5).shown(1));
        assertEquals("1.0050", Cell.of(1.005).shown(4));
        assertEquals("12345", Cell.of(12_345).shown(0));
        assertEquals("[-0.01, 0.50]", Cell.of(-0.0123, 0.5).shown(2));
    }

    @Test
    void what_does_not_apply_is_a_dash_for_the_eye_and_null_in_a_file() {
        assertEquals("-", Cell.notApplicable().shown(4));
        assertEquals("-", Cell.of(Double.NaN, Double.NaN).shown(4));
        assertEquals(Arrays.asList((Object) null), Cell.notApplicable().values());
        assertEquals(Arrays.asList(null, null), Cell.of(Double.NaN, Double.NaN).values());
    }

    @Test
    void values_keep_full_precision() {
        assertEquals(List.of(1.0 / 3), Cell.of(1.0 / 3).values());
        assertEquals(List.of(-0.1, 0.2), Cell.of(-0.1, 0.2).values());
        assertEquals(List.of(7L), Cell.of(7).values());
    }
}
