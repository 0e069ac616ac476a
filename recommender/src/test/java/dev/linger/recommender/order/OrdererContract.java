package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import dev.linger.data.config.FlatRecords;
import dev.linger.data.config.TypeRegistry;
import dev.linger.recommender.RecommenderTypes;
import dev.linger.recommender.SmallTables;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every orderer keeps to. */
abstract class OrdererContract {
    private static final TypeRegistry TYPES = TypeRegistry.of(List.of(new RecommenderTypes()));

    /** The orderer under test. */
    abstract OrdererConfig config();

    private static RankedList list(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] items = random.ints(0, SmallTables.ITEMS).distinct().limit(size).toArray();
        return RankedList.byScore(
                1,
                items,
                Arrays.stream(items).mapToDouble(item -> random.nextInt(4)).toArray());
    }

    @Test
    void it_returns_items_that_it_was_given_each_once() {
        Orderer orderer = config().create(SmallTables.get());
        for (int size = 0; size <= SmallTables.ITEMS; size++) {
            RankedList given = list(size, size);
            RankedList ordered = orderer.order(given);
            assertEquals(given.user(), ordered.user());
            assertEquals(
                    ordered.size(), Arrays.stream(ordered.items()).distinct().count());
            List<Integer> known = Arrays.stream(given.items()).boxed().toList();
            assertTrue(Arrays.stream(ordered.items()).allMatch(known::contains));
        }
    }

    @Test
    void it_gives_the_same_order_whenever_it_is_asked() {
        RankedList given = list(SmallTables.ITEMS, 3);
        Orderer orderer = config().create(SmallTables.get());
        assertArrayEquals(orderer.order(given).items(), orderer.order(given).items());
        assertArrayEquals(
                orderer.order(given).items(),
                config().create(SmallTables.get()).order(given).items());
    }

    @Test
    void a_saved_recommender_makes_the_same_orderer() {
        OrdererConfig read =
                FlatRecords.read(OrdererConfig.class, FlatRecords.write(OrdererConfig.class, config(), TYPES), TYPES);
        assertEquals(config(), read);
    }
}
