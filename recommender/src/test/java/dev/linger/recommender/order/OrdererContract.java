package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.Similarity;
import dev.linger.candidates.Taste;
import dev.linger.data.RankedList;
import dev.linger.data.config.FlatRecords;
import dev.linger.data.config.TypeRegistry;
import dev.linger.recommender.RecommenderTypes;
import dev.linger.recommender.SmallTables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every orderer keeps to. */
abstract class OrdererContract {
    private static final TypeRegistry TYPES = TypeRegistry.of(List.of(new RecommenderTypes()));

    /** The orderer under test. */
    abstract OrdererConfig config();

    /** By cosines of vectors at random. */
    static final Similarity SIMILARITY = new Similarity() {
        private final double[][] vectors = vectors();

        @Override
        public double between(int one, int other) {
            return IntStream.range(0, vectors[one].length)
                    .mapToDouble(x -> vectors[one][x] * vectors[other][x])
                    .sum();
        }

        @Override
        public RankedList to(int item, int count) {
            throw new UnsupportedOperationException("no orderer asks for neighbors");
        }
    };

    private static double[][] vectors() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] vectors = new double[SmallTables.ITEMS][];
        for (int item = 0; item < vectors.length; item++) {
            double[] any = random.doubles(3, -1, 1).toArray();
            double length = Math.sqrt(Arrays.stream(any).map(x -> x * x).sum());
            vectors[item] = Arrays.stream(any).map(x -> x / length).toArray();
        }
        return vectors;
    }

    /** What orderers under test are made of. */
    static OrdererParts parts() {
        return new OrdererParts(SmallTables.get(), Optional.of(SIMILARITY));
    }

    /** One who liked so many plays with each tag, and of videos of a tag as great a share, of all a quarter. */
    static OrderContext likes(double... plays) {
        return new OrderContext(() -> Optional.of(new Taste() {
            @Override
            public double likedShare(int creator, int[] tags) {
                return tags.length == 0
                        ? 0.25
                        : plays[tags[0]] / Arrays.stream(plays).sum();
            }

            @Override
            public double[] likedPlaysByTag() {
                return plays;
            }
        }));
    }

    static RankedList list(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] items = random.ints(0, SmallTables.ITEMS).distinct().limit(size).toArray();
        return RankedList.byScore(
                1,
                items,
                Arrays.stream(items).mapToDouble(item -> random.nextInt(4)).toArray());
    }

    @Test
    void it_returns_items_that_it_was_given_each_once() {
        Orderer orderer = config().create(parts());
        for (int size = 0; size <= SmallTables.ITEMS; size++) {
            RankedList given = list(size, size);
            RankedList ordered = orderer.order(given, likes(3, 0, 1, 0));
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
        Orderer orderer = config().create(parts());
        assertArrayEquals(
                orderer.order(given, likes(3, 0, 1, 0)).items(),
                orderer.order(given, likes(3, 0, 1, 0)).items());
        assertArrayEquals(
                orderer.order(given, likes(3, 0, 1, 0)).items(),
                config().create(parts()).order(given, likes(3, 0, 1, 0)).items());
    }

    @Test
    void a_saved_recommender_makes_the_same_orderer() {
        OrdererConfig read =
                FlatRecords.read(OrdererConfig.class, FlatRecords.write(OrdererConfig.class, config(), TYPES), TYPES);
        assertEquals(config(), read);
    }
}
