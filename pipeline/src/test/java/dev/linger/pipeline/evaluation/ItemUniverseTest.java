package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ItemUniverseTest {
    @Test
    void items_without_a_play_before_the_cut_are_cold() {
        ItemUniverse universe = ItemUniverse.ofPlayed(new int[] {4, 0, 1});
        assertEquals(2, universe.size());
        assertTrue(universe.knows(0));
        assertFalse(universe.knows(1));
    }

    @Test
    void the_popularity_percentile_counts_items_below_and_half_of_the_ties() {
        // Plays 1, 5, 5, 9 of four known items: (0 + 1/2) / 4, (1 + 2/2) / 4, the same, (3 + 1/2) / 4.
        ItemUniverse universe = ItemUniverse.ofPlayed(new int[] {5, 1, 9, 5, 0});
        assertEquals(0.5, universe.popularityPercentile(0));
        assertEquals(0.125, universe.popularityPercentile(1));
        assertEquals(0.875, universe.popularityPercentile(2));
        assertEquals(0.5, universe.popularityPercentile(3));
        assertEquals(0.0, universe.popularityPercentile(4), "outside, below all");
    }

    @Test
    void a_known_item_may_have_no_play() {
        ItemUniverse universe = ItemUniverse.of(item -> true, new int[] {0, 3});
        assertEquals(2, universe.size());
        assertEquals(0.25, universe.popularityPercentile(0));
        assertFalse(universe.isWarm(0));
        assertTrue(universe.isWarm(1));
    }
}
