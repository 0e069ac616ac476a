package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NearDuplicatesTest extends OrdererContract {
    @Override
    OrdererConfig config() {
        return new NearDuplicatesConfig(0.5, 1, SimilarityBy.ATTRIBUTES);
    }

    @Test
    void what_shares_half_of_its_attributes_with_the_one_before_it_waits_one_place() {
        // 0, 3, 6 and 9 are by one creator; 0, 4 and 8 have one tag; of 11 nothing is known.
        int[] best = {0, 3, 6, 4, 11};
        assertArrayEquals(
                new int[] {0, 11, 3, 4, 6},
                new NearDuplicatesConfig(0.5, 1, SimilarityBy.ATTRIBUTES)
                        .create(parts())
                        .order(Orderer.inOrder(1, best), OrderContext.UNKNOWN)
                        .items());
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new NearDuplicatesConfig(0, 1, SimilarityBy.SOURCE));
        assertThrows(IllegalArgumentException.class, () -> new NearDuplicatesConfig(0.5, 0, SimilarityBy.SOURCE));
    }
}
