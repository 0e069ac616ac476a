package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.RankedList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreatorSupportTest extends OrdererContract {
    @Override
    OrdererConfig config() {
        return new CreatorSupportConfig(4, 0.5);
    }

    @Test
    void a_creator_whom_nobody_watches_passes_one_who_is_watched_by_the_weight() {
        // Creator of an item: item % 3. Standings of 3, 2 and 1: 1.22, 0 and -1.22.
        RankedList scored = RankedList.byScore(1, new int[] {0, 1, 2}, new double[] {3, 2, 1});
        Reach reach = creator -> new double[] {2, 1, 0}[creator];
        assertArrayEquals(
                new int[] {0, 1, 2},
                new CreatorSupportConfig(3, 1.2)
                        .create(parts())
                        .order(scored, new OrderContext(Optional::empty, reach))
                        .items());
        assertArrayEquals(
                new int[] {0, 2, 1},
                new CreatorSupportConfig(3, 1.3)
                        .create(parts())
                        .order(scored, new OrderContext(Optional::empty, reach))
                        .items());
    }

    @Test
    void where_nothing_is_known_of_creators_the_order_stays() {
        RankedList given = list(9, 2);
        assertArrayEquals(
                given.items(),
                config().create(parts()).order(given, OrderContext.UNKNOWN).items());
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new CreatorSupportConfig(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new CreatorSupportConfig(1, -1));
    }
}
