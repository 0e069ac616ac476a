package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import dev.linger.recommender.SmallTables;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TagFloorTest extends OrdererContract {
    @Override
    OrdererConfig config() {
        return new TagFloorConfig(4, 2.5);
    }

    private static double effectiveTags(RankedList list, int places) {
        return TagMix.effectiveTags(
                new TagMix(SmallTables.get().itemTable()).of(list.top(places).items()));
    }

    @Test
    void a_list_that_has_enough_stays_as_it_is() {
        RankedList mixed = Orderer.inOrder(1, new int[] {0, 1, 2, 4, 8});
        assertSame(mixed, config().create(parts()).order(mixed, likes(1, 0, 0, 0)));
    }

    @Test
    void a_narrow_list_gets_as_many_tags_as_are_asked_for_though_the_user_likes_one_alone() {
        RankedList narrow = Orderer.inOrder(1, new int[] {0, 4, 8, 1, 5, 2, 3});
        for (OrderContext context : new OrderContext[] {likes(9, 0, 0, 0), likes(5, 4, 0, 0), OrderContext.UNKNOWN}) {
            RankedList ordered = config().create(parts()).order(narrow, context);
            assertTrue(effectiveTags(ordered, 4) >= 2.5, Arrays.toString(ordered.items()));
        }
    }

    @Test
    void where_no_order_has_enough_all_is_still_there() {
        RankedList ofOneTag = Orderer.inOrder(1, new int[] {8, 0, 4});
        int[] ordered =
                config().create(parts()).order(ofOneTag, likes(1, 1, 1, 1)).items();
        Arrays.sort(ordered);
        assertArrayEquals(new int[] {0, 4, 8}, ordered);
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new TagFloorConfig(0, 2));
        assertThrows(IllegalArgumentException.class, () -> new TagFloorConfig(1, 1));
    }
}
