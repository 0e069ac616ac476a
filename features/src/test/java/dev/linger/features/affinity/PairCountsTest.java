package dev.linger.features.affinity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairCountsTest {
    private static final int USERS = 5;

    /** Gives one column of {@link #USERS} users. */
    private record ColumnOfPairs(int[] kept) implements StateColumns {
        @Override
        public int users(int own) {
            return USERS;
        }

        @Override
        public void ints(int[] column) {
            System.arraycopy(kept, 0, column, 0, kept.length);
        }

        @Override
        public void longs(long[] column) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void floats(float[] column) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void doubles(double[] column) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long number(long value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double number(double value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int[] anyLength(int[] column) {
            throw new UnsupportedOperationException();
        }
    }

    /** Against a map of every pair; the last user never meets anything. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 10, 0",
        "2, 3, 40, 0",
        "3, 40, 400, 0",
        "4, 1000, 20000, 0",
        "5, 2000000000, 30000, 1000",
        "6, 6000, 60000, 0",
        "7, 40, 400, 200",
        "8, 6000, 60000, 30000"
    })
    void every_pair_met_has_counts_of_its_own_and_no_other_pair_has_any(long seed, int values, int times, int few) {
        SplittableRandom random = new SplittableRandom(seed);
        PairCounts pairs = new PairCounts(USERS, values, 2, few);
        Map<Long, int[]> expected = new HashMap<>();
        int batch;
        for (int time = 0; time < times; time += batch) {
            batch = Math.min(times - time, 1 + random.nextInt(PairCounts.BATCH));
            int[] user = random.ints(batch, 0, USERS - 1).toArray();
            int[] value = random.ints(batch, 0, values).toArray();
            int[] found = new int[batch];
            pairs.meet(batch, user, value, found);
            for (int at = 0; at < batch; at++) {
                pairs.of(user[at])[found[at] + 1] += time + at;
                int[] counts = expected.computeIfAbsent((long) user[at] << 32 | value[at], none -> new int[2]);
                counts[0]++;
                counts[1] += time + at;
            }
        }
        expected.forEach((pair, counts) -> {
            int user = (int) (pair >>> 32);
            int at = pairs.find(user, pair.intValue());
            assertEquals(counts[0], pairs.of(user)[at]);
            assertEquals(counts[1], pairs.of(user)[at + 1]);
        });
        for (int look = 0; look < 1000; look++) {
            int user = random.nextInt(USERS);
            int value = random.nextInt(values);
            boolean met = expected.containsKey((long) user << 32 | value);
            assertEquals(met, pairs.find(user, value) != PairCounts.NONE);
        }
    }

    /** Room for 4 more users: 9 times 40 pairs are more than 300. */
    @Test
    void pairs_that_were_few_among_the_users_of_then_are_read_where_they_are_many() throws IOException {
        PairCounts few = new PairCounts(USERS, 40, 2, 300);
        int[] user = {0, 3, 3, 4};
        int[] value = {39, 0, 7, 20};
        few.meet(4, user, value, new int[4]);
        few.meet(1, user, value, new int[1]);
        int[] kept = few.of(0).clone();
        PairCounts many = new PairCounts(USERS + 4, 40, 2, 300);
        many.state(new ColumnOfPairs(kept));
        int met = 0;
        for (int of = 0; of < USERS + 4; of++) {
            for (int look = 0; look < 40; look++) {
                met += many.find(of, look) == PairCounts.NONE ? 0 : 1;
            }
        }
        assertEquals(4, met);
        assertEquals(2, many.of(0)[many.find(0, 39)]);
        assertEquals(1, many.of(3)[many.find(3, 7)]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 50})
    void pairs_that_are_taken_over_are_found_others_are_not_and_more_are_met(int count) {
        int[] met = IntStream.range(0, count)
                .flatMap(value -> IntStream.of(3 * value + 1, value + 7))
                .toArray();
        GrowingPairs pairs = new GrowingPairs(2, 1);
        pairs.add(1, met);
        int[] found = new int[1];
        for (int value = 0; value < 3 * count + 100; value++) {
            boolean known = value % 3 == 0 && value < 3 * count;
            assertEquals(known, pairs.find(1, value) != PairCounts.NONE);
            pairs.meet(1, new int[] {1}, new int[] {value}, found);
            assertEquals(known ? value / 3 + 8 : 1, pairs.of(1)[found[0]]);
        }
        assertEquals(3 * count + 100, pairs.sizes()[1]);
        assertEquals(0, pairs.sizes()[0]);
    }
}
