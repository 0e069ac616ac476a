package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CreatorCapTest extends OrdererContract {
    @Override
    OrdererConfig config() {
        return new CreatorCapConfig(1, 3);
    }

    @Test
    void a_creator_has_its_share_of_each_stretch_as_long_as_there_are_others() {
        // Items 0, 3, 6 and 9 are by one creator, 1 and 4 by another, 11 by nobody known.
        int[] best = {0, 3, 6, 1, 9, 4, 11};
        assertArrayEquals(
                new int[] {0, 1, 11, 3, 4, 6, 9},
                config().create(parts())
                        .order(Orderer.inOrder(1, best), OrderContext.UNKNOWN)
                        .items());
    }

    @Test
    void a_share_and_a_stretch_are_at_least_one() {
        assertThrows(IllegalArgumentException.class, () -> new CreatorCapConfig(0, 3));
        assertThrows(IllegalArgumentException.class, () -> new CreatorCapConfig(1, 0));
    }
}
