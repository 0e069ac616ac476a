package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.AttributeColumn;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.recommender.order.Orderer;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ListDiversityTest {
    /** Five videos: two by ann and two by bob, of the tags 0, 0, 1 and 1; of the last nothing is known. */
    private static final ItemTable ITEMS = new ItemTable(
            new int[5],
            new float[5],
            new int[][] {{0}, {0}, {1}, {1}, {}},
            IdIndex.of("tag", LongStream.range(0, 2)),
            List.of(new AttributeColumn.Category("who", new int[] {0, 0, 1, 1, -1}, List.of("ann", "bob", "carl"))),
            new ItemTable.Roles(Optional.of("who"), List.of()));

    private static final ItemUniverse ALL = ItemUniverse.ofPlayed(new int[] {1, 1, 1, 1, 1});

    private static RankedList list(int user, int... items) {
        return Orderer.inOrder(user, items);
    }

    @Test
    void creators_and_tags_are_counted_over_the_first_places_of_each_list() {
        ListDiversity diversity = ListDiversity.of(List.of(list(0, 0, 2, 1), list(1, 0, 1, 3)), ITEMS, ALL, 2);
        assertEquals((1.0 + 0.5) / 2, diversity.creators(), 1e-12);
        assertEquals((2.0 + 1.0) / 2, diversity.tags(), 1e-12);
        assertEquals(1, diversity.fewestTags(), 1e-12);
        // Of four slots three are ann's and one is bob's; carl has no video that could be shown: (2 * 2 - 3) * 2 / (2 *
        // 4).
        assertEquals(0.25, diversity.creatorGini(), 1e-12);
    }

    @Test
    void a_video_of_which_nothing_is_known_counts_for_none_of_it() {
        ListDiversity diversity = ListDiversity.of(List.of(list(0, 4, 0)), ITEMS, ALL, 2);
        assertEquals(1, diversity.creators(), 1e-12);
        assertEquals(1, diversity.tags(), 1e-12);
    }

    @Test
    void over_nothing_there_is_no_quality() {
        ListDiversity diversity = ListDiversity.of(List.of(), ITEMS, ALL, 2);
        assertTrue(Double.isNaN(diversity.creators()));
        assertTrue(Double.isNaN(diversity.tags()));
        assertTrue(Double.isNaN(diversity.fewestTags()));
    }
}
