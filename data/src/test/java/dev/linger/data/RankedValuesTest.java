package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedValuesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 500, 20_000})
    void every_rank_holds_what_sorting_all_puts_there(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[] values = random.doubles(size, -3, 3)
                .map(value -> Math.rint(value * 100) * Math.pow(10, random.nextInt(-4, 5)))
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranks = IntStream.range(0, size).toArray();
        assertArrayEquals(sorted, RankedValues.byCounting(values, ranks));
        assertArrayEquals(sorted, RankedValues.of(values, ranks));
    }

    @Test
    void zero_infinity_and_equal_values_have_their_places() {
        double[] values = {0, Double.POSITIVE_INFINITY, -0.0, 5, 5, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
        // sorted: -inf, -0.0, 0, the least above 0, 5, 5, inf
        assertArrayEquals(
                new double[] {Double.NEGATIVE_INFINITY, -0.0, 0, Double.MIN_VALUE, 5, 5, Double.POSITIVE_INFINITY},
                RankedValues.byCounting(values, 0, 1, 2, 3, 4, 5, 6));
    }
}
