package dev.linger.recommender.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.ItemFilter;
import dev.linger.recommender.SmallTables;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgeFilterTest extends FilterContract {
    @Override
    FilterConfig config() {
        return new AgeFilterConfig(1, 4);
    }

    @Test
    void ages_at_the_ends_and_unknown_ones_are_kept() {
        assertArrayEquals(new int[] {3, 4, 5, 6, 11}, kept(config(), SmallTables.DAY));
    }

    @Test
    void the_day_of_the_request_counts() {
        assertArrayEquals(new int[] {1, 2, 3, 4, 11}, kept(config(), SmallTables.DAY + 2));
    }

    @Test
    void by_default_those_alone_are_left_out_that_are_uploaded_later() {
        assertArrayEquals(IntStream.range(2, 12).toArray(), kept(new AgeFilterConfig(0, 36_500), SmallTables.DAY));
    }

    private static int[] kept(FilterConfig config, int day) {
        ItemFilter filter = config.create(SmallTables.get(), day);
        return IntStream.range(0, SmallTables.ITEMS)
                .filter(item -> filter.keeps(0, item))
                .toArray();
    }

    @Test
    void the_youngest_is_not_older_than_the_oldest() {
        assertThrows(IllegalArgumentException.class, () -> new AgeFilterConfig(5, 3));
        assertThrows(IllegalArgumentException.class, () -> new AgeFilterConfig(-1, 3));
    }
}
