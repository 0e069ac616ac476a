package dev.linger.ranker.mean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.ranker.TrainingTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightChoiceTest {
    private static final float[] LABELS = {1, 2, 3, 4};

    @Test
    void errors_that_cancel_out_are_weighed_until_they_do() {
        // 3 above and 1 below: at weights 1/4 and 3/4 nothing is left.
        WeightChoice choice = WeightChoice.of(new double[][] {{4, 5, 6, 7}, {0, 1, 2, 3}}, LABELS, 6);
        assertArrayEquals(new double[] {0.25, 0.75}, choice.weights());
        assertEquals(0, choice.trace().bestMetric());
        assertEquals(4, choice.trace().bestRound());
        // Below alone 1, twice 1, then (3 - 2 * 1) / 3 = 1/3 above, and none.
        assertEquals(
                List.of(1.0, 1.0, 1 / 3.0, 0.0),
                choice.trace().lines().stream()
                        .limit(4)
                        .map(TrainingTrace.Line::validation)
                        .toList());
    }

    @Test
    void a_member_that_helps_nothing_has_no_weight() {
        WeightChoice choice = WeightChoice.of(new double[][] {{9, 9, 9, 9}, {1, 2, 3, 4}}, LABELS, 5);
        assertArrayEquals(new double[] {0, 1}, choice.weights());
        assertEquals(1, choice.trace().bestRound());
    }

    @Test
    void of_equally_good_members_the_first_is_drawn() {
        assertArrayEquals(
                new double[] {1, 0},
                WeightChoice.of(new double[][] {exact(), exact()}, LABELS, 1).weights());
    }

    private static double[] exact() {
        return new double[] {1, 2, 3, 4};
    }

    @Test
    void weights_are_shares() {
        TrainingTrace trace = WeightChoice.equal(2).trace();
        assertThrows(IllegalArgumentException.class, () -> new WeightChoice(new double[] {0.5, 0.6}, trace));
        assertThrows(IllegalArgumentException.class, () -> new WeightChoice(new double[] {1.5, -0.5}, trace));
        assertThrows(IllegalArgumentException.class, () -> new WeightChoice(new double[] {Double.NaN, 1}, trace));
    }
}
