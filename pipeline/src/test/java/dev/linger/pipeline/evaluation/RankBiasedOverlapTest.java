package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RankBiasedOverlapTest {
    @Test
    void the_same_order_is_one_and_nothing_in_common_is_zero() {
        assertEquals(1, RankBiasedOverlap.of(List.of(3L, 1L, 2L), List.of(3L, 1L, 2L)), 1e-12);
        assertEquals(0, RankBiasedOverlap.of(List.of(1L, 2L), List.of(3L, 4L)));
        assertEquals(1, RankBiasedOverlap.of(List.of(), List.of()));
    }

    @Test
    void what_differs_high_up_counts_more() {
        // Agreement at 1, 2, 3: 0, 1, 1 against 1, .5, 1; weights 1, .9, .81, sum 2.71.
        assertEquals((0.9 + 0.81) / 2.71, RankBiasedOverlap.of(List.of(1L, 2L, 3L), List.of(2L, 1L, 3L)), 1e-12);
        assertEquals((1 + 0.45 + 0.81) / 2.71, RankBiasedOverlap.of(List.of(1L, 2L, 3L), List.of(1L, 3L, 2L)), 1e-12);
    }

    @Test
    void a_shorter_list_has_nothing_further_down() {
        // 1, then half, then a third of three.
        assertEquals((1 + 0.9 / 2 + 0.81 / 3) / 2.71, RankBiasedOverlap.of(List.of(1L), List.of(1L, 2L, 3L)), 1e-12);
    }
}
