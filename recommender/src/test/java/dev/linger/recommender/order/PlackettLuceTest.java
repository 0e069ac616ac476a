package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.recommender.SmallTables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlackettLuceTest extends OrdererContract {
    /** Standings 1, 1 and -1, -1: one of the first two is exp(2) times as likely as one of the others. */
    private static final RankedList TWO_AND_TWO =
            RankedList.byScore(1, new int[] {2, 5, 7, 9}, new double[] {4, 4, 2, 2});

    @Override
    OrdererConfig config() {
        return new PlackettLuceConfig(4, 6, 0.5);
    }

    private static Orderer orderer(int places, int among, double temperature) {
        return new PlackettLuceConfig(places, among, temperature).create(parts());
    }

    private static double[] propensities(Orderer orderer, RankedList scored, int... shown) {
        return orderer.propensities(scored, OrderContext.UNKNOWN, shown);
    }

    @Test
    void the_chance_of_each_place_is_the_share_of_its_item_of_what_is_left() {
        double e2 = Math.exp(2);
        double e4 = Math.exp(4);
        assertArrayEquals(
                new double[] {e2 / (2 * e2 + 2), 1 / (e2 + 2), e2 / (e2 + 1), 1},
                propensities(orderer(4, 4, 1), TWO_AND_TWO, 2, 7, 5, 9),
                1e-12);
        assertArrayEquals(
                new double[] {1 / (2 * e4 + 2)}, propensities(orderer(4, 4, 0.5), TWO_AND_TWO, 9), 1e-12, "colder");
    }

    @Test
    void places_that_are_not_drawn_follow_as_they_were_for_sure() {
        double e2 = Math.exp(2);
        Orderer first = orderer(1, 4, 1);
        assertArrayEquals(
                new double[] {1 / (2 * e2 + 2), 1, 1, 1}, propensities(first, TWO_AND_TWO, 9, 2, 5, 7), 1e-12);
        assertArrayEquals(
                new double[] {1 / (2 * e2 + 2), 0, 0}, propensities(first, TWO_AND_TWO, 9, 5, 2), 1e-12, "not so");
        assertArrayEquals(
                new double[] {0.5, 1, 1, 1}, propensities(orderer(4, 2, 1), TWO_AND_TWO, 5, 2, 7, 9), 1e-12, "two");
    }

    @Test
    void what_cannot_be_and_all_below_it_has_no_chance() {
        Orderer orderer = orderer(4, 2, 1);
        assertArrayEquals(new double[] {0.5, 0, 0}, propensities(orderer, TWO_AND_TWO, 5, 7, 2));
        assertArrayEquals(new double[] {0.5, 0, 0}, propensities(orderer, TWO_AND_TWO, 5, 5, 2), "twice");
        assertArrayEquals(new double[] {0.5, 0, 0}, propensities(orderer, TWO_AND_TWO, 5, -1, 2), "not known");
        assertArrayEquals(new double[] {0.5, 1, 1, 1, 0}, propensities(orderer, TWO_AND_TWO, 5, 2, 7, 9, 3), "longer");
    }

    @Test
    void lists_are_as_frequent_as_their_chances_say() {
        RankedList scored = list(6, 4);
        Orderer orderer = orderer(3, 5, 0.7);
        int draws = 20_000;
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < draws; seed++) {
            int[] drawn = orderer.order(scored, OrderContext.UNKNOWN.with(new Seed(seed)))
                    .items();
            counts.merge(Arrays.stream(drawn).limit(3).boxed().toList(), 1, Integer::sum);
        }
        double sum = 0;
        for (Map.Entry<List<Integer>, Integer> of : counts.entrySet()) {
            double chance = Arrays.stream(propensities(
                            orderer,
                            scored,
                            of.getKey().stream().mapToInt(Integer::intValue).toArray()))
                    .reduce(1, (one, other) -> one * other);
            assertEquals(chance, of.getValue() / (double) draws, 5 * Math.sqrt(chance / draws) + 1e-4);
            sum += chance;
        }
        assertEquals(1, sum, 0.01, "nearly all 60 lists come up");
    }

    @Test
    void at_a_low_temperature_the_order_stays_and_is_certain() {
        RankedList given = RankedList.byScore(1, new int[] {3, 4, 8}, new double[] {9, 5, 1});
        Orderer cold = orderer(3, 3, 1e-6);
        assertArrayEquals(
                given.items(),
                cold.order(given, OrderContext.UNKNOWN.with(new Seed(7))).items());
        assertArrayEquals(new double[] {1, 1, 1}, propensities(cold, given, 3, 4, 8));
    }

    @Test
    void an_order_that_is_not_drawn_is_certain_down_to_the_first_other_item() {
        Orderer same = (scored, context) -> scored;
        assertArrayEquals(new double[] {1, 0, 0}, propensities(same, TWO_AND_TWO, 2, 7, 5));
        assertArrayEquals(new double[] {1, 1, 1, 1, 0}, propensities(same, TWO_AND_TWO, 2, 5, 7, 9, 3));
    }

    @Test
    void a_chain_says_chances_where_its_last_orderer_draws() {
        OrdererConfig reversing = parts -> (scored, context) -> Orderer.inOrder(
                scored.user(),
                IntStream.range(0, scored.size())
                        .map(at -> scored.items()[scored.size() - 1 - at])
                        .toArray());
        OrdererChain plain = new OrdererChain(List.of(reversing), parts());
        assertEquals(0, plain.order(TWO_AND_TWO, OrderContext.UNKNOWN).propensities().length);
        assertArrayEquals(new double[] {1, 0}, plain.propensities(TWO_AND_TWO, OrderContext.UNKNOWN, new int[] {9, 2}));
        OrdererChain drawing = new OrdererChain(List.of(reversing, config()), parts());
        OrdererChain.Ordered drawn = drawing.order(TWO_AND_TWO, OrderContext.UNKNOWN);
        assertArrayEquals(
                drawn.propensities(),
                drawing.propensities(
                        TWO_AND_TWO, OrderContext.UNKNOWN, drawn.list().items()));
        assertArrayEquals(
                new double[] {1, 0},
                new OrdererChain(List.of(), parts()).propensities(TWO_AND_TWO, OrderContext.UNKNOWN, new int[] {2, 9}));
    }

    @Test
    void settings_out_of_range_and_an_orderer_behind_it_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new PlackettLuceConfig(0, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new PlackettLuceConfig(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PlackettLuceConfig(1, 5, 0));
        OrdererConfig other = new MmrConfig(SmallTables.ITEMS, 0, SimilarityBy.ATTRIBUTES);
        OrdererChain.requireDrawnLast(List.of(other, config()));
        assertThrows(IllegalArgumentException.class, () -> OrdererChain.requireDrawnLast(List.of(config(), other)));
    }
}
