package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RankedListTest {
    @Test
    void items_are_ordered_by_score_then_index() {
        int[] items = {4, 1, 3, 2};
        RankedList list = RankedList.byScore(7, items, new double[] {0.5, 0.9, 0.5, -1});
        assertArrayEquals(new int[] {1, 3, 4, 2}, list.items());
        assertArrayEquals(new double[] {0.9, 0.5, 0.5, -1}, list.scores());
        assertArrayEquals(new int[] {4, 1, 3, 2}, items);
    }

    @Test
    void both_zeros_are_one_score() {
        assertArrayEquals(
                new int[] {1, 2},
                RankedList.byScore(0, new int[] {2, 1}, new double[] {0.0, -0.0})
                        .items());
    }

    @Test
    void the_top_is_the_beginning_of_the_list() {
        RankedList list = RankedList.byScore(0, new int[] {1, 2, 3}, new double[] {3, 2, 1});
        assertArrayEquals(new int[] {1, 2}, list.top(2).items());
        assertSame(list, list.top(3));
        assertEquals(0, list.top(0).size());
    }

    @Test
    void an_order_alone_has_the_same_items_and_no_scores() {
        RankedList order = RankedList.byScore(7, new int[] {1, 2, 3}, new double[] {2, 3, 1})
                .orderAlone();
        assertArrayEquals(new int[] {2, 1, 3}, order.items());
        assertEquals(0, order.scores().length);
        assertArrayEquals(new int[] {2, 1}, order.top(2).items());
        assertArrayEquals(new int[] {2, 3}, order.only(item -> item != 1).items());
        assertEquals(0, order.only(item -> item != 1).scores().length);
    }

    @Test
    void a_list_that_is_none_is_refused() {
        assertRefused("is NaN", new int[] {1}, Double.NaN);
        assertRefused("is not ordered", new int[] {1, 2}, 1, 2);
        assertRefused("is not ordered", new int[] {2, 1}, 1, 1);
        assertRefused("stands twice", new int[] {1, 2, 1}, 3, 2, 1);
        assertRefused("2 items but 1 scores", new int[] {1, 2}, 3);
    }

    private static void assertRefused(String reason, int[] items, double... scores) {
        String message = assertThrows(IllegalArgumentException.class, () -> new RankedList(0, items, scores))
                .getMessage();
        assertEquals(true, message.contains(reason), message);
    }
}
