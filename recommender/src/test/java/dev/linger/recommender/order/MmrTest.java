package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.RankedList;
import dev.linger.recommender.SmallTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MmrTest extends OrdererContract {
    @Override
    OrdererConfig config() {
        return new MmrConfig(5, 0.4, SimilarityBy.SOURCE);
    }

    @Test
    void what_has_the_attributes_of_one_before_it_waits_for_what_has_not() {
        // Items 0 and 3 are by one creator; 0, 4 and 8 have one tag, 3 another; 1 has neither of theirs.
        RankedList scored = RankedList.byScore(1, new int[] {0, 3, 1}, new double[] {3, 2, 1.9});
        assertArrayEquals(
                new int[] {0, 1, 3},
                new MmrConfig(3, 0.5, SimilarityBy.ATTRIBUTES)
                        .create(parts())
                        .order(scored, OrderContext.UNKNOWN)
                        .items());
    }

    @Test
    void items_that_nothing_is_known_of_count_as_the_last_that_is_known() {
        RankedList scored =
                RankedList.byScore(1, new int[] {0, 3, 1, 11}, new double[] {3, 2, 1.9, Double.NEGATIVE_INFINITY});
        assertArrayEquals(
                new int[] {0, 1, 11, 3},
                new MmrConfig(4, 0.5, SimilarityBy.ATTRIBUTES)
                        .create(parts())
                        .order(scored, OrderContext.UNKNOWN)
                        .items());
    }

    @Test
    void without_a_weight_the_order_stays() {
        RankedList given = list(SmallTables.ITEMS, 7);
        assertArrayEquals(
                given.items(),
                new MmrConfig(SmallTables.ITEMS, 0, SimilarityBy.SOURCE)
                        .create(parts())
                        .order(given, OrderContext.UNKNOWN)
                        .items());
    }

    @Test
    void each_place_has_the_item_of_the_largest_margin_worked_out_slowly() {
        for (int seed = 0; seed < 20; seed++) {
            RankedList given = list(SmallTables.ITEMS, seed);
            assertArrayEquals(
                    slowly(given, 5, 0.4),
                    config().create(parts()).order(given, OrderContext.UNKNOWN).items());
        }
    }

    private static int[] slowly(RankedList given, int places, double weight) {
        double mean = Arrays.stream(given.scores()).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(given.scores())
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElseThrow());
        List<Integer> ordered = new ArrayList<>();
        while (ordered.size() < places) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int at = 0; at < given.size(); at++) {
                int item = given.items()[at];
                double nearest = ordered.stream()
                        .mapToDouble(before -> SIMILARITY.between(before, item))
                        .max()
                        .orElse(0);
                double margin = (1 - weight) * (given.scores()[at] - mean) / spread - weight * nearest;
                if (!ordered.contains(item) && margin > most + 1e-12) {
                    best = item;
                    most = margin;
                }
            }
            ordered.add(best);
        }
        Arrays.stream(given.items()).filter(item -> !ordered.contains(item)).forEach(ordered::add);
        return ordered.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new MmrConfig(0, 0.5, SimilarityBy.SOURCE));
        assertThrows(IllegalArgumentException.class, () -> new MmrConfig(1, 1.5, SimilarityBy.SOURCE));
    }
}
