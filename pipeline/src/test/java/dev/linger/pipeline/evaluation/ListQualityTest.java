package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListQualityTest {
    private static final Judgments NOTHING = Scenes.judge(Scenes.log());

    @Test
    void lists_worked_by_hand() {
        // Top 2 of three lists over items 0..3: {0, 1}, {0, 2}, {0}: slots 3, 1, 1, 0 of 5.
        List<RankedList> lists = List.of(Scenes.list(0, 0, 1, 3), Scenes.list(1, 2, 0), Scenes.list(2, 0));
        ItemUniverse universe = ItemUniverse.ofPlayed(new int[] {40, 30, 20, 10});
        ListQuality quality = ListQuality.of(lists, universe, NOTHING, 2);
        assertEquals(3, quality.lists());
        assertEquals(0.75, quality.coverage());
        // Ascending 0, 1, 1, 3, n = 4: (-3 * 0 - 1 * 1 + 1 * 1 + 3 * 3) / (4 * 5) = 9 / 20.
        assertEquals(0.45, quality.gini(), 1e-15);
        // Percentiles .875, .625, .375, .125: (3 * .875 + .625 + .375) / 5 = .725.
        assertEquals(0.725, quality.popularityPercentile(), 1e-15);
        assertEquals(0.0, quality.coldShare());
        assertTrue(Double.isNaN(quality.skippedShare()), "nobody was shown anything");
    }

    @Test
    void skips_are_counted_over_slots_of_users_shown_anything() {
        Judgments judgments = Scenes.judge(Scenes.log(
                new int[] {0, 1, 10, 1_000}, // skipped
                new int[] {0, 2, 900, 1_000},
                new int[] {1, 3, 10, 1_000})); // skipped, but not in the list
        // User 0: 1, 2; user 1: 1, 2; user 2 was shown nothing. One skip in four slots.
        List<RankedList> lists = List.of(Scenes.list(0, 1, 2), Scenes.list(1, 1, 2), Scenes.list(2, 1, 2));
        ItemUniverse universe = ItemUniverse.ofPlayed(new int[] {1, 1, 1, 1});
        assertEquals(0.25, ListQuality.of(lists, universe, judgments, 10).skippedShare());
        assertEquals(0.5, ListQuality.of(lists, universe, judgments, 1).skippedShare());
    }

    @Test
    void items_without_an_earlier_play_are_told_apart() {
        ItemUniverse universe = ItemUniverse.ofPlayed(new int[] {1, 1, 0});
        ListQuality quality = ListQuality.of(List.of(Scenes.list(0, 0, 2)), universe, NOTHING, 10);
        assertEquals(0.5, quality.coverage());
        assertEquals(0.5, quality.coldShare());
    }

    @Test
    void exposure_shared_alike_has_no_inequality_and_one_item_for_all_the_most() {
        ItemUniverse universe = ItemUniverse.ofPlayed(new int[] {1, 1, 1, 1});
        List<RankedList> alike = List.of(Scenes.list(0, 0, 1), Scenes.list(1, 2, 3));
        assertEquals(0.0, ListQuality.of(alike, universe, NOTHING, 2).gini());
        List<RankedList> one = List.of(Scenes.list(0, 3), Scenes.list(1, 3));
        assertEquals(0.75, ListQuality.of(one, universe, NOTHING, 2).gini()); // (n - 1) / n
    }

    @Test
    void no_list_covers_nothing_and_has_no_other_quality() {
        ListQuality quality = ListQuality.of(List.of(), ItemUniverse.ofPlayed(new int[] {1, 1}), NOTHING, 10);
        assertEquals(0.0, quality.coverage());
        assertTrue(Double.isNaN(quality.gini()));
        assertTrue(Double.isNaN(quality.popularityPercentile()));
        assertTrue(Double.isNaN(quality.coldShare()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void gini_agrees_with_the_mean_of_all_differences(long seed) {
        List<RankedList> lists = Scenes.randomLists(seed, 20, 15);
        int[] plays = new int[15];
        int[] slots = new int[15];
        Arrays.fill(plays, 1);
        for (RankedList list : lists) {
            for (int item : list.top(5).items()) {
                slots[item]++;
            }
        }
        // G = sum over i, j of |x_i - x_j| / (2 n sum of x)
        double differences = 0;
        double sum = 0;
        for (int a : slots) {
            sum += a;
            for (int b : slots) {
                differences += Math.abs(a - b);
            }
        }
        assertEquals(
                differences / (2 * 15 * sum),
                ListQuality.of(lists, ItemUniverse.ofPlayed(plays), NOTHING, 5).gini(),
                1e-12);
    }
}
