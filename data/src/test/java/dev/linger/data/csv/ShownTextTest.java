package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void a_short_text_is_shown_as_it_is() {
        assertEquals("", ShownText.of(""));
        assertEquals("x".repeat(60), ShownText.of("x".repeat(60)));
        assertEquals("\u8d22 \uD83D\uDD25 \"#\"", ShownText.of("\u8d22 \uD83D\uDD25 \"#\""));
    }

    @Test
    void a_long_text_is_cut_and_its_length_told() {
        assertEquals("x".repeat(60) + "... (61 characters)", ShownText.of("x".repeat(61)));
        assertEquals("x".repeat(60) + "... (1,500,000 characters)", ShownText.of("x".repeat(1_500_000)));
        assertEquals("xx... (3 characters)", ShownText.upTo(2, "xxx"));
    }

    @Test
    void what_a_terminal_would_obey_or_hide_is_written_out() {
        assertEquals(
                "\\n\\r\\t\\u0000\\u001b[31m\\u202e\\u200b\\u2028\\ud800",
                ShownText.of("\n\r\t\u0000\u001B[31m\u202E\u200B\u2028\uD800"));
        assertEquals("x\\xff", ShownText.of("x\uDCFF"));
    }
}
