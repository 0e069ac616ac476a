package dev.linger.neural.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetTest {
    private static final float[] RATIOS = {0, 0, 0.1f, 0.2f, 0.5f, 1, 1.5f, 5};

    @ParameterizedTest
    @EnumSource
    void every_form_can_be_turned_back(TargetScale form) {
        Target target = Target.of(form, RATIOS);
        float[] targets = target.of(RATIOS);
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < RATIOS.length; row++) {
            assertEquals(RATIOS[row], target.ratio(targets[row]), 1e-5);
            sum += targets[row];
            squares += targets[row] * targets[row];
        }
        assertEquals(0, sum / RATIOS.length, 1e-5);
        assertEquals(1, squares / RATIOS.length, 1e-5);
    }

    @ParameterizedTest
    @EnumSource
    void predictions_stay_within_the_ratios_of_the_training(TargetScale form) {
        Target target = Target.of(form, RATIOS);
        assertEquals(0, target.ratio(-1e9));
        assertEquals(5, target.ratio(1e9));
        assertTrue(Double.isNaN(target.ratio(Double.NaN)));
    }

    @Test
    void standard_deviations_by_hand() {
        Target target = Target.of(TargetScale.RATIO, new float[] {1, 3});
        assertEquals(2, target.mean());
        assertEquals(1, target.scale());
    }
}
