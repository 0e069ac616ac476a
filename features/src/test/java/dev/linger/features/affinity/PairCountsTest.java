package dev.linger.features.affinity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairCountsTest {
    private static final int USERS = 5;

    /** Against a map of every pair; the last user never meets anything. */
    @ParameterizedTest
    @CsvSource({"1, 1, 10", "2, 3, 40", "3, 40, 400", "4, 1000, 20000", "5, 2000000000, 30000", "6, 6000, 60000"})
    void every_pair_met_has_counts_of_its_own_and_no_other_pair_has_any(long seed, int values, int times) {
        SplittableRandom random = new SplittableRandom(seed);
        PairCounts pairs = new PairCounts(USERS, 2);
        Map<Long, int[]> expected = new HashMap<>();
        for (int time = 0; time < times; time++) {
            int user = random.nextInt(USERS - 1);
            int value = random.nextInt(values);
            pairs.touch(user, value);
            int at = pairs.meet(user, value);
            pairs.of(user)[at]++;
            pairs.of(user)[at + 1] += time;
            int[] counts = expected.computeIfAbsent((long) user << 32 | value, none -> new int[2]);
            counts[0]++;
            counts[1] += time;
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
}
