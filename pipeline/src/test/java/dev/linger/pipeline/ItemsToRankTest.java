package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.Retrieval;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import org.junit.jupiter.api.Test;

final class ItemsToRankTest {
    private static final float NONE = Float.NaN;

    @Test
    void the_rank_of_a_candidate_is_its_place_in_the_list() {
        ItemsToRank list = ItemsToRank.of(new RankedList(4, new int[] {7, 2, 5}, new double[] {0.75, 0.5, 0.5}));
        assertEquals(4, list.user());
        assertArrayEquals(new int[] {7, 2, 5}, list.items());
        assertArrayEquals(new float[] {0.75f, 0.5f, 0.5f}, list.stageOneScore());
        assertArrayEquals(new float[] {1, 2, 3}, list.stageOneRank());
    }

    @Test
    void given_items_get_score_and_rank_among_all_unseen_items_even_where_they_are_seen() {
        InteractionLog history = new Scene()
                .play(0, 1, 1, 0, 8)
                .play(1, 0, 1, 0, 9)
                .play(1, 2, 1, 0, 10)
                .log();
        Retrieval stageOne =
                Scene.retrieval(history, new double[] {0.5, 0.75, 0.25, Double.NEGATIVE_INFINITY}, new double[4]);
        ItemsToRank list = ItemsToRank.of(stageOne, 0, new int[] {3, 2, 1});
        assertArrayEquals(new float[] {NONE, 0.25f, 0.75f}, list.stageOneScore());
        // Unseen: items 0 (0.5) and 2 (0.25). Item 2 stands behind item 0; the seen item 1 before both.
        assertArrayEquals(new float[] {NONE, 2, 1}, list.stageOneRank());
    }

    @Test
    void stage_one_order_puts_unknown_items_last_and_breaks_ties_by_item() {
        ItemsToRank list = new ItemsToRank(
                0, new int[] {9, 8, 3, 4}, new float[] {NONE, -0.5f, NONE, -0.5f}, new float[] {NONE, 2, NONE, 1});
        assertArrayEquals(new int[] {4, 8, 3, 9}, list.byStageOne().items());
    }

    @Test
    void scores_of_all_items_order_the_list() {
        ItemsToRank list = new ItemsToRank(2, new int[] {3, 0, 2}, new float[3], new float[3]);
        RankedList ranked = list.by(new double[] {0.1, 9, 0.1, 0.4});
        assertEquals(2, ranked.user());
        assertArrayEquals(new int[] {3, 0, 2}, ranked.items());
        assertArrayEquals(new double[] {0.4, 0.1, 0.1}, ranked.scores());
    }
}
