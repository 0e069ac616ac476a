package dev.linger.pipeline.evaluation.pointwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaucTest {
    @Test
    void users_weigh_by_their_plays_and_those_of_one_class_are_left_out() {
        // User 4: three plays, relevant .9 over .5 and .1: AUC 1. User 2: two plays, relevant .2 under .6: AUC 0.
        // User 3: all relevant, left out. (3 * 1 + 2 * 0) / 5.
        Gauc gauc = Gauc.of(new int[] {4, 2, 4, 3, 2, 4}, new double[] {0.5, 0.2, 0.9, 0.7, 0.6, 0.1}, new boolean[] {
            false, true, true, true, false, false
        });
        assertEquals(0.6, gauc.value(), 1e-15);
        assertEquals(2, gauc.users());
    }

    @Test
    void without_a_user_of_both_classes_there_is_none() {
        Gauc gauc = Gauc.of(new int[] {0, 1}, new double[] {1, 2}, new boolean[] {true, false});
        assertTrue(Double.isNaN(gauc.value()));
        assertEquals(0, gauc.users());
    }

    @Test
    void columns_of_different_length_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Gauc.of(new int[2], new double[2], new boolean[3]));
    }
}
