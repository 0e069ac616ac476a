package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextColumnsTest {
    @Test
    void ideographs_and_emoji_take_two_columns_and_joined_marks_none() {
        assertEquals(3, TextColumns.of("abc"));
        assertEquals(4, TextColumns.of("今天"));
        assertEquals(2, TextColumns.of("🔥"));
        assertEquals(1, TextColumns.of("e\u0301"));
        assertEquals(6, TextColumns.of("，한あ"));
    }

    @Test
    void a_text_that_is_too_long_ends_with_two_dots_within_the_columns() {
        assertEquals("abcde", TextColumns.cut("abcde", 5));
        assertEquals("abc..", TextColumns.cut("abcdef", 5));
        assertEquals("今..", TextColumns.cut("今天天气", 5));
        assertEquals("今天..", TextColumns.cut("今天天气", 6));
        assertEquals("今天天气", TextColumns.cut("今天天气", 8));
        assertEquals("ab..", TextColumns.cut("ab cdefgh", 5), "no blank before the dots");
    }
}
