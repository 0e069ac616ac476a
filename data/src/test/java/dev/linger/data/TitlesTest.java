package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TitlesTest {
    @Test
    void each_item_has_its_text_and_none_has_an_empty_one() {
        Titles titles = Titles.of(new String[] {null, "今天 🔥", "", "b"});
        assertEquals(4, titles.size());
        assertEquals(List.of("", "今天 🔥", "", "b"), List.of(titles.of(0), titles.of(1), titles.of(2), titles.of(3)));
        assertEquals(6 + 1 + 4 + 1, titles.utf8().length);
        assertFalse(titles.isEmpty());
        assertTrue(Titles.none(3).isEmpty());
        assertEquals("", Titles.none(3).of(2));
        assertEquals(0, Titles.of(new String[0]).size());
    }

    @Test
    void many_texts_are_those_of_a_list() {
        SplittableRandom random = new Seed(3).stream("titles");
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < 2_000; at++) {
            texts.add("é".repeat(random.nextInt(40)) + at);
        }
        Titles titles = Titles.of(texts.toArray(String[]::new));
        Titles again = new Titles(titles.utf8(), titles.ends());
        for (int at = 0; at < texts.size(); at++) {
            assertEquals(texts.get(at), titles.of(at));
            assertEquals(texts.get(at), again.of(at));
        }
    }

    @Test
    void ends_that_are_none_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Titles(new byte[2], new int[] {2, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Titles(new byte[2], new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Titles(new byte[2], new int[] {-1, 2}));
    }
}
