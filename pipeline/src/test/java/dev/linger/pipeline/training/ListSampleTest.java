package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class ListSampleTest {
    private static final Seed SEED = new Seed(7);

    @Test
    void about_so_many_rows_are_kept_of_every_user_and_of_every_day() {
        // 0.3 of 200 users x 50 days: 3,000 lists with a standard deviation of 46; 15 of 50 days with one of 3.2.
        BitSet kept = kept(ListSample.of(1_000, 300, 1, SEED));
        assertEquals(3_000, kept.cardinality(), 200);
        for (int user = 0; user < 200; user++) {
            int days = kept.get(user * 50, user * 50 + 50).cardinality();
            assertTrue(days > 1 && days < 30, "days of user " + user + ": " + days);
        }
    }

    @Test
    void a_smaller_share_keeps_none_that_a_larger_one_leaves_out() {
        BitSet some = kept(ListSample.of(1_000, 300, 1, SEED));
        some.andNot(kept(ListSample.of(1_000, 600, 1, SEED)));
        assertTrue(some.isEmpty());
    }

    @Test
    void no_more_rows_than_asked_for_or_no_bound_keep_all() {
        assertSame(ListSample.ALL, ListSample.of(300, 300, 1, SEED));
        assertSame(ListSample.ALL, ListSample.of(1_000, 0, 1, SEED));
        assertEquals(10_000, kept(ListSample.ALL).cardinality());
    }

    @Test
    void a_share_is_one_of_what_the_bound_leaves() {
        assertEquals(kept(ListSample.of(1_000, 300, 1, SEED)), kept(ListSample.of(1_000, 600, 0.5, SEED)));
        assertEquals(kept(ListSample.of(1_000, 300, 1, SEED)), kept(ListSample.of(50, 0, 0.3, SEED)));
    }

    @Test
    void the_seed_decides() {
        assertEquals(kept(ListSample.of(10, 5, 1, SEED)), kept(ListSample.of(10, 5, 1, new Seed(7))));
        assertNotEquals(kept(ListSample.of(10, 5, 1, SEED)), kept(ListSample.of(10, 5, 1, new Seed(8))));
    }

    /** Of 200 users on 50 days. */
    private static BitSet kept(ListSample sample) {
        BitSet kept = new BitSet();
        for (int user = 0; user < 200; user++) {
            for (int day = 0; day < 50; day++) {
                kept.set(user * 50 + day, sample.keeps(user, 18_000 + day));
            }
        }
        return kept;
    }
}
