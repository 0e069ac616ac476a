package dev.linger.recommender.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.ItemFilter;
import dev.linger.recommender.SmallTables;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksTest {
    @Test
    void videos_of_blocked_creators_and_with_blocked_tags_are_left_out() {
        // Creators are a, b, c in turn, tags 0 to 3; the last video has neither.
        assertArrayEquals(new int[] {1, 2, 4, 5, 7, 8, 10, 11}, kept(new Blocks(Set.of("a", "nobody"), Set.of())));
        assertArrayEquals(new int[] {0, 1, 3, 4, 5, 7, 8, 9, 11}, kept(new Blocks(Set.of(), Set.of(2L, 99L))));
        assertArrayEquals(new int[] {1, 4, 5, 7, 8, 11}, kept(new Blocks(Set.of("a"), Set.of(2L))));
    }

    private static int[] kept(Blocks blocks) {
        ItemFilter filter = blocks.filter(SmallTables.get(), SmallTables.DAY).orElseThrow();
        return IntStream.range(0, SmallTables.ITEMS)
                .filter(item -> filter.keeps(0, item))
                .toArray();
    }

    @Test
    void new_videos_are_told_by_the_same_names() {
        Blocks blocks = new Blocks(Set.of("a"), Set.of(2L));
        assertEquals(
                List.of(false, false, true, true),
                List.of(
                        blocks.keeps("a", List.of()),
                        blocks.keeps("b", List.of(1L, 2L)),
                        blocks.keeps("b", List.of(1L)),
                        blocks.keeps("", List.of())));
    }

    @Test
    void blocks_are_added_and_taken_back() {
        Blocks some = new Blocks(Set.of("a", "b"), Set.of(1L));
        Blocks others = new Blocks(Set.of("b", "c"), Set.of(2L));
        assertEquals(new Blocks(Set.of("a", "b", "c"), Set.of(1L, 2L)), some.and(others));
        assertEquals(new Blocks(Set.of("a"), Set.of(1L)), some.without(others));
        assertTrue(some.without(some.and(others)).isEmpty());
        assertEquals(some, some.and(Blocks.NONE));
        assertEquals(some, Blocks.NONE.and(some));
    }

    @Test
    void who_blocks_nothing_needs_no_filter() {
        assertTrue(Blocks.NONE.filter(SmallTables.get(), SmallTables.DAY).isEmpty());
    }
}
