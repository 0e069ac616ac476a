package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void what_steers_a_terminal_is_shown_as_its_escape() {
        assertEquals("a\\u001b[2Jb\\u0007\\u009b\\u007f\\u202e", Printable.line("a\033[2Jb\007\u009b\177\u202e"));
        assertEquals("a\\u000ab\\u0009c\\u000d", Printable.line("a\nb\tc\r"));
        assertEquals("a\nb\tc\\u000d", Printable.text("a\nb\tc\r"));
    }

    @Test
    void all_else_stays_as_it_is() {
        String text = "\u00e4 \u77ed\u89c6\u9891 \\ $1 100 %";
        assertEquals(text, Printable.line(text));
        assertEquals(text, Printable.text(text));
    }
}
