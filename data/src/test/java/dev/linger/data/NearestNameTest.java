package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "seed, seed, 0",
        "seed, sed, 1",
        "sed, seed, 1",
        "seed, need, 1",
        "seed, sede, 1",
        "ca, abc, 3",
        "'', abc, 3"
    })
    void distance_counts_letters_inserted_deleted_replaced_or_swapped(String from, String to, int slips) {
        assertEquals(slips, NearestName.distance(from, to));
    }

    @Test
    void among_equally_near_names_the_first_in_the_alphabet_is_taken() {
        assertEquals(Optional.of("bat"), NearestName.of("hat", List.of("cat", "bat")));
    }

    @Test
    void a_name_far_from_all_has_no_nearest() {
        assertEquals(Optional.empty(), NearestName.of("comment", List.of("seed", "ranker")));
        assertEquals(Optional.empty(), NearestName.of("x", List.of("y")));
        assertEquals("", NearestName.hint("comment", List.of("seed")));
    }
}
