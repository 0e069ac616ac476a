package dev.linger.recommender.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.IdIndex;
import dev.linger.data.config.FlatRecords;
import dev.linger.data.config.TypeRegistry;
import dev.linger.recommender.RecommenderTypes;
import dev.linger.recommender.SmallTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every filter keeps to. */
abstract class FilterContract {
    private static final TypeRegistry TYPES = TypeRegistry.of(List.of(new RecommenderTypes()));

    /** The filter under test, which leaves out some video of {@link SmallTables} and not all. */
    abstract FilterConfig config();

    @Test
    void it_gives_the_same_answer_whenever_it_is_asked() {
        ItemFilter one = config().create(SmallTables.get(), SmallTables.DAY);
        ItemFilter other = config().create(SmallTables.get(), SmallTables.DAY);
        for (int item = SmallTables.ITEMS - 1; item >= 0; item--) {
            assertEquals(one.keeps(1, item), other.keeps(1, item));
            assertEquals(one.keeps(1, item), one.keeps(1, item));
        }
    }

    @Test
    void it_leaves_something_out_and_keeps_something() {
        ItemFilter filter = config().create(SmallTables.get(), SmallTables.DAY);
        long kept = IntStream.range(0, SmallTables.ITEMS)
                .filter(item -> filter.keeps(0, item))
                .count();
        assertTrue(kept > 0 && kept < SmallTables.ITEMS, "kept: " + kept);
    }

    @Test
    void it_can_be_asked_of_a_user_who_is_not_in_the_tables() {
        config().create(SmallTables.get(), SmallTables.DAY).keeps(IdIndex.UNKNOWN, 0);
    }

    @Test
    void a_saved_recommender_makes_the_same_filter() {
        FilterConfig read =
                FlatRecords.read(FilterConfig.class, FlatRecords.write(FilterConfig.class, config(), TYPES), TYPES);
        assertEquals(config(), read);
    }
}
