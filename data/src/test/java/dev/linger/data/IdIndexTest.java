package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
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
        assertEquals(Id.of(70), index.id(1));
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

    @Test
    void texts_ascend_by_code_points_in_every_locale() {
        List<String> ids = List.of("b", "\uFF5E", "B", "a", "10", "9", "\uD83C\uDFAC", "ä", "i", "I", "b", "aa");
        IdIndex index = IdIndex.ofTexts("user", ids);
        TreeMap<String, Integer> twin = new TreeMap<>(Comparator.comparing(
                id -> id.codePoints().boxed().toList(),
                (one, other) -> Arrays.compare(one.toArray(Integer[]::new), other.toArray(Integer[]::new))));
        ids.forEach(id -> twin.put(id, 0));
        assertEquals(twin.size(), index.size());
        int next = 0;
        for (String id : twin.keySet()) {
            assertEquals(next, index.indexOf(id), id);
            assertEquals(Id.of(id), index.id(next));
            next++;
        }
        for (int at = 1; at < index.size(); at++) {
            assertTrue(index.id(at - 1).compareTo(index.id(at)) < 0, "ids ascend as their indices do");
        }
        assertEquals(
                "\uD83C\uDFAC",
                index.id(index.size() - 1).toString(),
                "UTF-16 would have it before the full-width tilde");
    }

    @Test
    void many_texts_are_found_as_a_map_finds_them() {
        SplittableRandom random = new SplittableRandom(1);
        TreeMap<String, Integer> twin = new TreeMap<>();
        for (int at = 0; at < 3_000; at++) {
            twin.put(Long.toString(random.nextLong(50_000), 36), 0);
        }
        IdIndex index = IdIndex.ofTexts("video", twin.keySet());
        int next = 0;
        for (Map.Entry<String, Integer> each : twin.entrySet()) {
            each.setValue(next++);
        }
        for (long number = 0; number < 50_000; number++) {
            String id = Long.toString(number, 36);
            assertEquals(twin.getOrDefault(id, IdIndex.UNKNOWN), index.indexOf(id), id);
        }
    }

    @Test
    void a_number_is_no_text_and_a_text_no_number() {
        IdIndex texts = IdIndex.ofTexts("user", List.of("7", "007"));
        IdIndex numbers = IdIndex.of("user", LongStream.of(7));
        assertEquals(1, texts.indexOf("7"));
        assertEquals(0, texts.indexOf(Id.of("007")));
        assertEquals(IdIndex.UNKNOWN, texts.indexOf(7));
        assertEquals(IdIndex.UNKNOWN, numbers.indexOf("7"));
        assertEquals(Id.of("007"), texts.parse("007"));
        assertEquals(Id.of(7), numbers.parse("7"));
        assertEquals(
                "a user's id is a whole number without leading zeros, but was given as \"007\"",
                assertThrows(InputException.class, () -> numbers.parse("007")).getMessage());
        assertThrows(IllegalStateException.class, () -> texts.number(0));
        assertEquals(
                "user index 2 is not in 0..1",
                assertThrows(IndexOutOfBoundsException.class, () -> texts.id(2)).getMessage());
    }

    @Test
    void texts_that_no_id_can_be_are_told() {
        assertEquals("must not be empty", Id.fault(""));
        assertEquals("must not begin or end with a blank", Id.fault(" a"));
        assertEquals("must not hold a control character", Id.fault("a\u001bb"));
        assertEquals("must not hold half of a surrogate pair", Id.fault("a\uD83C"));
        assertEquals("must have at most 256 characters but has 257", Id.fault("a".repeat(257)));
        for (String id : List.of("a".repeat(256), "a b", "\uD83C\uDFAC", "a,\"b\"", "=1+1", "../x", "%2F", "<b>|")) {
            assertEquals("", Id.fault(id));
        }
        assertThrows(IllegalArgumentException.class, () -> IdIndex.ofTexts("user", List.of("a", "")));
        assertThrows(
                IllegalArgumentException.class,
                () -> IdIndex.ofTexts("user", "ba".getBytes(StandardCharsets.UTF_8), new int[] {1, 2}));
    }
}
