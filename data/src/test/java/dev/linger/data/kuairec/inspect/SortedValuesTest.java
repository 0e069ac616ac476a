package dev.linger.data.kuairec.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedValuesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 1_000})
    void runs_are_the_counts_of_the_distinct_keys(int size) {
        SplittableRandom random = new Seed(size).stream("keys");
        long[] keys = random.longs(size, -5, 5).toArray();
        int[] counted =
                LongStream.of(keys)
                        .boxed()
                        .collect(Collectors.groupingBy(key -> key, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .mapToInt(entry -> entry.getValue().intValue())
                        .toArray();

        assertArrayEquals(counted, SortedValues.runs(keys));
    }

    @Test
    void a_bound_belongs_to_both_sides() {
        SortedValues values = SortedValues.sorting(new double[] {5, 1, 7, 5});

        assertEquals(3, values.upTo(5).size());
        assertEquals(0.75, values.shareAtLeast(5));
        assertEquals(1, values.min());
        assertEquals(7, values.max());
    }

    @Test
    void nothing_has_no_figures() {
        SortedValues none = SortedValues.sorting(new double[0]);

        assertTrue(Double.isNaN(none.mean()));
        assertTrue(Double.isNaN(none.deviation()));
        assertTrue(Double.isNaN(none.quantile(0.5)));
        assertTrue(Double.isNaN(none.shareAtLeast(1)));
    }
}
