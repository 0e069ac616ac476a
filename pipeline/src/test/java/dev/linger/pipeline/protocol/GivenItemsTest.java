package dev.linger.pipeline.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.experiment.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GivenItemsTest {
    /** Pairs of users 0 and 2 alone. */
    private static final GivenItems MATRIX = GivenItems.of(new WatchMatrix(
            new int[] {0, 0, 0, 2, 2},
            new int[] {0, 1, 3, 1, 2},
            new int[] {10_000, 10_000, 10_000, 10_000, 10_000},
            new double[] {0.1, 0.2, 0.3, 0.4, 0.5}));

    @Test
    void each_user_of_a_matrix_has_a_list_of_exactly_their_pairs() {
        assertArrayEquals(new int[] {0, 2}, MATRIX.users());
        assertArrayEquals(new int[][] {{0, 1, 3}, {1, 2}}, MATRIX.items());
    }

    @Test
    void some_users_can_be_taken_alone() {
        GivenItems second = MATRIX.where(user -> user == 2);
        assertArrayEquals(new int[] {2}, second.users());
        assertArrayEquals(new int[][] {{1, 2}}, second.items());
    }

    @Test
    void what_users_were_shown_is_a_list_of_distinct_items_for_each_of_them() {
        InteractionLog shown = new Scene()
                .play(2, 3, 1, 0, 8)
                .play(0, 2, 1, 0, 9)
                .play(2, 0, 1, 0, 10)
                .play(2, 3, 1, 1, 10)
                .log();
        GivenItems given = GivenItems.shownIn(shown);
        assertArrayEquals(new int[] {0, 2}, given.users());
        assertArrayEquals(new int[][] {{2}, {0, 3}}, given.items());
    }

    @Test
    void a_scorer_orders_the_lists_as_deep_as_asked() {
        ItemScorer scorer =
                new Scene.TableScorer("first", new double[] {1, 2, 3, 4}, new double[4], new double[] {4, 3, 5, 1});
        NamedLists lists = MATRIX.by("order", scorer, scorer, 2, Scene.TWO_THREADS.workers());
        assertEquals("order", lists.name());
        assertArrayEquals(new int[] {3, 1}, lists.lists().get(0).items());
        assertArrayEquals(new int[] {2, 1}, lists.lists().get(1).items());
    }

    @Test
    void where_a_scorer_knows_none_of_the_items_they_are_in_the_order_of_the_fallback_and_counted_as_its() {
        double no = Double.NEGATIVE_INFINITY;
        ItemScorer some = new Scene.TableScorer(
                "some", new double[] {no, no, 7, no}, new double[4], new double[] {no, no, 1, no});
        ItemScorer fallback =
                new Scene.TableScorer("fallback", new double[] {1, 3, 9, 2}, new double[4], new double[] {1, 3, 2, 1});
        NamedLists lists = MATRIX.by("some", some, fallback, 3, Scene.ONE_THREAD.workers());
        // Of the items 0, 1, 3 of user 0 it knows none; of 1 and 2 of user 2 it knows 2.
        assertArrayEquals(new int[] {1, 3, 0}, lists.lists().get(0).items());
        assertArrayEquals(new int[] {2, 1}, lists.lists().get(1).items());
        assertEquals(List.of(true, false), lists.isFallback());
        assertEquals(0.5, lists.fallbackShare().orElseThrow());
    }

    @Test
    void no_pairs_give_no_lists() {
        assertEquals(
                0,
                GivenItems.of(new WatchMatrix(new int[0], new int[0], new int[0], new double[0]))
                        .size());
    }
}
