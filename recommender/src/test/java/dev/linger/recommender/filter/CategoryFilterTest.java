package dev.linger.recommender.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.InputException;
import dev.linger.recommender.SmallTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryFilterTest extends FilterContract {
    @Override
    FilterConfig config() {
        return new CategoryFilterConfig("author", List.of("a", "c", "nobody"));
    }

    @Test
    void videos_of_other_values_and_of_none_are_kept() {
        ItemFilter filter = config().create(SmallTables.get(), SmallTables.DAY);
        assertArrayEquals(
                new int[] {1, 4, 7, 10, 11},
                IntStream.range(0, SmallTables.ITEMS)
                        .filter(item -> filter.keeps(0, item))
                        .toArray());
    }

    @Test
    void a_column_that_is_not_there_is_told_with_those_that_are() {
        InputException mistake =
                assertThrows(InputException.class, () -> new CategoryFilterConfig("auther", List.of("a"))
                        .create(SmallTables.get(), SmallTables.DAY));
        assertEquals(
                "candidates.filters: the videos have no column of categories named auther; they have author; did you mean author?",
                mistake.getMessage());
    }

    @Test
    void a_filter_that_leaves_nothing_out_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new CategoryFilterConfig("author", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CategoryFilterConfig(" ", List.of("a")));
    }
}
