package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.RankedList;
import dev.linger.recommender.SmallTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibratedTest extends OrdererContract {
    private static final int PLACES = 6;
    private static final double WEIGHT = 0.6;

    @Override
    OrdererConfig config() {
        return new CalibratedConfig(PLACES, WEIGHT);
    }

    @Test
    void with_all_the_weight_the_first_places_have_the_tags_that_were_liked_in_their_shares() {
        // Tag of an item: item % 4. Two thirds of what was liked have tag 0, a third has tag 2.
        RankedList scored = Orderer.inOrder(1, new int[] {1, 5, 9, 2, 6, 0, 4, 8});
        int[] ordered = new CalibratedConfig(3, 1)
                .create(parts())
                .order(scored, likes(4, 0, 2, 0))
                .items();
        assertArrayEquals(new int[] {0, 2, 4, 1, 5, 9, 6, 8}, ordered);
    }

    @Test
    void who_liked_nothing_with_a_tag_keeps_the_list() {
        RankedList given = list(SmallTables.ITEMS, 3);
        assertSame(given, config().create(parts()).order(given, likes(0, 0, 0, 0)));
        assertSame(given, config().create(parts()).order(given, OrderContext.UNKNOWN));
    }

    @Test
    void each_place_has_the_item_that_a_slow_sum_over_all_tags_says() {
        double[] wanted = {0.5, 0.1, 0.4, 0};
        for (int seed = 0; seed < 20; seed++) {
            RankedList given = list(SmallTables.ITEMS, seed);
            assertArrayEquals(
                    slowly(given, wanted),
                    config().create(parts()).order(given, likes(wanted)).items());
        }
    }

    private static int[] slowly(RankedList given, double[] wanted) {
        double[] standings = GreedySelection.standings(given);
        List<Integer> ordered = new ArrayList<>();
        double sum = 0;
        while (ordered.size() < PLACES) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int at = 0; at < given.size(); at++) {
                List<Integer> with = new ArrayList<>(ordered);
                with.add(given.items()[at]);
                double worth = (1 - WEIGHT) * (sum + standings[at]) / with.size() - WEIGHT * divergence(wanted, with);
                if (!ordered.contains(given.items()[at]) && worth > most + 1e-12) {
                    best = at;
                    most = worth;
                }
            }
            ordered.add(given.items()[best]);
            sum += standings[best];
        }
        Arrays.stream(given.items()).filter(item -> !ordered.contains(item)).forEach(ordered::add);
        return ordered.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double divergence(double[] wanted, List<Integer> items) {
        double[] shares = new TagMix(SmallTables.get().itemTable())
                .of(items.stream().mapToInt(Integer::intValue).toArray());
        double sum = 0;
        for (int tag = 0; tag < wanted.length; tag++) {
            sum += wanted[tag] == 0
                    ? 0
                    : wanted[tag] * Math.log(wanted[tag] / (0.99 * shares[tag] + 0.01 * wanted[tag]));
        }
        return sum;
    }

    @Test
    void the_effective_number_of_tags_is_their_number_where_all_have_the_same_share() {
        assertEquals(1, TagMix.effectiveTags(new double[] {0, 1, 0}));
        assertEquals(4, TagMix.effectiveTags(new double[] {0.25, 0.25, 0.25, 0.25}), 1e-12);
        assertEquals(1, TagMix.effectiveTags(new double[3]));
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new CalibratedConfig(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new CalibratedConfig(1, -0.1));
    }
}
