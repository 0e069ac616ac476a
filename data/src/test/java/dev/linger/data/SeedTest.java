package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void the_same_name_gives_the_same_stream() {
        assertArrayEquals(
                new Seed(3).stream("factors").longs(5).toArray(),
                new Seed(3).stream("factors").longs(5).toArray());
    }

    @Test
    void names_and_seeds_give_streams_of_their_own() {
        Set<Long> firsts = new HashSet<>();
        for (long value = -50; value < 50; value++) {
            for (String name : new String[] {"", "a", "b", "ab", "ba", "factors"}) {
                firsts.add(new Seed(value).stream(name).nextLong());
            }
        }
        assertEquals(600, firsts.size());
    }

    @Test
    void the_small_form_is_never_negative() {
        for (long value = -1000; value < 1000; value++) {
            assertTrue(new Seed(value).asInt() >= 0);
        }
        assertTrue(new Seed(Long.MIN_VALUE).asInt() >= 0);
    }
}
