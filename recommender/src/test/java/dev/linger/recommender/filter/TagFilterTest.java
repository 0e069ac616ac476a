package dev.linger.recommender.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.ItemFilter;
import dev.linger.recommender.SmallTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagFilterTest extends FilterContract {
    @Override
    FilterConfig config() {
        return new TagFilterConfig(List.of(1L, 3L, 99L));
    }

    @Test
    void videos_without_any_of_the_tags_are_kept() {
        ItemFilter filter = config().create(SmallTables.get(), SmallTables.DAY);
        assertArrayEquals(
                new int[] {0, 2, 4, 6, 8, 10, 11},
                IntStream.range(0, SmallTables.ITEMS)
                        .filter(item -> filter.keeps(0, item))
                        .toArray());
    }

    @Test
    void a_filter_that_leaves_nothing_out_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new TagFilterConfig(List.of()));
    }
}
