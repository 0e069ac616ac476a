package dev.linger.recommender.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.ItemFilter;
import dev.linger.recommender.SmallTables;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurationFilterTest extends FilterContract {
    @Override
    FilterConfig config() {
        return new DurationFilterConfig(3, 5);
    }

    @Test
    void lengths_at_the_ends_and_unknown_ones_are_kept() {
        ItemFilter filter = config().create(SmallTables.get(), SmallTables.DAY);
        assertArrayEquals(
                new int[] {2, 3, 4, SmallTables.ITEMS - 1},
                IntStream.range(0, SmallTables.ITEMS)
                        .filter(item -> filter.keeps(0, item))
                        .toArray());
    }

    @Test
    void the_shortest_is_not_above_the_longest() {
        assertThrows(IllegalArgumentException.class, () -> new DurationFilterConfig(5, 3));
        assertThrows(IllegalArgumentException.class, () -> new DurationFilterConfig(-1, 3));
    }
}
