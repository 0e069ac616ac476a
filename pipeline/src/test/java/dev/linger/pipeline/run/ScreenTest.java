package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {
    @Test
    void a_text_that_fits_stays_as_it_is() {
        assertEquals(List.of(""), Screen.folded(""));
        assertEquals(List.of("a".repeat(80)), Screen.folded("a".repeat(80)));
    }

    @Test
    void a_longer_one_is_broken_at_spaces_and_loses_no_word() {
        String text = "word ".repeat(60).strip();
        List<String> lines = Screen.folded(text);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines::toString);
        assertEquals(text, String.join(" ", lines.stream().map(String::strip).toList()));
        assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("  word")), lines::toString);
    }

    @Test
    void a_word_that_is_too_long_stays_whole() {
        String path = "/a".repeat(50);
        assertEquals(List.of(path, "  and more"), Screen.folded(path + " and more"));
    }

    @Test
    void a_name_is_filled_up_or_cut() {
        assertEquals("als  ", Screen.fitted("als", 5));
        assertEquals("lig..", Screen.fitted("lightgbm", 5));
    }
}
