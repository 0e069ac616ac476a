package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.RankedList;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopItemsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 600, 5_000})
    void theBestAreThoseOfASort(int limit) {
        SplittableRandom random = new SplittableRandom(limit);
        for (int round = 0; round < 40; round++) {
            int count = random.nextInt(3_000);
            int[] items = shuffled(count, random);
            int levels = 1 + random.nextInt(round % 2 == 0 ? 5 : 100_000); // many ties, or few
            double[] scoreOf = random.ints(count, 0, levels)
                    .mapToDouble(level -> level - levels / 2.0)
                    .toArray();
            assertSortedAlike(limit, items, scoreOf);
        }
    }

    @Test
    void risingAndFallingScoresAreNoSpecialCase() {
        int[] items = IntStream.range(0, 2_000).toArray();
        assertSortedAlike(30, items, IntStream.of(items).asDoubleStream().toArray());
        assertSortedAlike(
                30, items, IntStream.of(items).mapToDouble(item -> -item).toArray());
    }

    @Test
    void infinitelyLowScoresAreKeptAsLongAsThereIsRoom() {
        TopItems top = new TopItems(2);
        for (int item = 5; item > 0; item--) {
            top.offer(item, Double.NEGATIVE_INFINITY);
        }
        assertArrayEquals(new int[] {1, 2}, top.drain(0).items());
    }

    @Test
    void bothZerosTie() {
        TopItems top = new TopItems(2);
        top.offer(2, 0.0);
        top.offer(1, -0.0);
        assertArrayEquals(new int[] {1, 2}, top.drain(0).items());
    }

    @Test
    void itServesTheNextUserAfterDraining() {
        TopItems top = new TopItems(1);
        IntStream.range(0, 5).forEach(item -> top.offer(item, item));
        assertEquals(1, top.size());
        assertArrayEquals(new int[] {4}, top.drain(0).items());
        top.offer(7, -1);
        assertArrayEquals(new int[] {7}, top.drain(1).items());
        assertEquals(0, top.drain(2).size());
    }

    @Test
    void aScoreThatIsNoNumberIsAnError() {
        TopItems top = new TopItems(1);
        IntStream.range(0, 5).forEach(item -> top.offer(item, item));
        assertThrows(IllegalArgumentException.class, () -> top.offer(9, Double.NaN));
    }

    private static void assertSortedAlike(int limit, int[] items, double[] scoreOf) {
        TopItems top = new TopItems(limit);
        for (int item : items) {
            top.offer(item, scoreOf[item]);
        }
        int[] sorted = IntStream.of(items)
                .boxed()
                .sorted(Comparator.comparing((Integer item) -> -scoreOf[item]).thenComparing(item -> item))
                .mapToInt(Integer::intValue)
                .limit(limit)
                .toArray();
        assertEquals(sorted.length, top.size());
        RankedList best = top.drain(3);
        assertArrayEquals(sorted, best.items());
        assertEquals(3, best.user());
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] items = IntStream.range(0, count).toArray();
        for (int at = count - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int item = items[at];
            items[at] = items[other];
            items[other] = item;
        }
        return items;
    }
}
