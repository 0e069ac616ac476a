package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdIndexTest {
    @Test
    void indices_ascend_with_the_ids() {
        IdIndex index = IdIndex.of("user", LongStream.of(70, 5, 5_000_000_000L, 70));
        assertEquals(3, index.size());
        assertEquals(0, index.indexOf(5));
        assertEquals(1, index.indexOf(70));
        assertEquals(2, index.indexOf(5_000_000_000L));
        assertEquals(70, index.id(1));
    }

    @Test
    void ids_without_gaps_are_their_own_indices() {
        IdIndex index = IdIndex.of("user", LongStream.range(0, 4));
        for (int id = 0; id < 4; id++) {
            assertEquals(id, index.indexOf(id));
        }
        assertEquals(IdIndex.UNKNOWN, index.indexOf(4));
        assertEquals(IdIndex.UNKNOWN, index.indexOf(-1));
        assertEquals(IdIndex.UNKNOWN, index.indexOf(1L << 32)); // would be 0 as an int
    }

    @Test
    void an_id_between_others_is_unknown() {
        assertEquals(IdIndex.UNKNOWN, IdIndex.of("user", LongStream.of(1, 3)).indexOf(2));
        assertEquals(IdIndex.UNKNOWN, IdIndex.of("user", LongStream.empty()).indexOf(0));
    }

    @Test
    void an_index_out_of_range_is_named() {
        IdIndex index = IdIndex.of("video", LongStream.of(9));
        assertEquals(
                "video index 1 is not in 0..0",
                assertThrows(IndexOutOfBoundsException.class, () -> index.id(1)).getMessage());
    }
}
