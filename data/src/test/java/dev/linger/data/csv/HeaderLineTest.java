package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a,b c", "a,b c\n1,2\n", "\n\r\n\ra,b c\r1,2", "\"a\",\"b c\"\r\n1,\"", "a,\"b c\"\n\u0000"})
    void the_first_line_with_anything_on_it_names_the_columns(String text) throws IOException {
        assertEquals(List.of("a", "b c"), read(text).names());
    }

    @Test
    void a_header_may_be_as_long_as_a_row() throws IOException {
        String name = "x".repeat(RowScan.LONGEST_ROW - 2);
        assertEquals(List.of("a", name), read("a," + name + "\r\n1,2\n").names());
        assertRefused("t.csv:1:65537 is no header: it is longer", "a,y" + name + "\n1,2\n");
        assertRefused("t.csv:1:65537 is no header: it is longer", "z".repeat(1_500_000));
    }

    @ParameterizedTest
    @CsvSource({
        "'a,\"b', 't.csv:1:5 is no header: a quote'",
        "'a,b\"c\"', 't.csv:1:4 is no header: a quote'",
        "'\n\na,b\u0000', 't.csv:3:4 is no header: a control character'",
        "'\n\n', 't.csv is empty'",
        "'', 't.csv is empty'",
        "'a,b,a', 't.csv has two columns named a'"
    })
    void what_is_no_header_is_refused_by_file_line_and_column(String text, String says) {
        assertRefused(says, text);
    }

    @Test
    void text_in_another_encoding_is_refused() {
        byte[] wide = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);
        String message = assertThrows(
                        InputException.class,
                        () -> HeaderLine.read("t.csv", new DecodedText(new ByteArrayInputStream(wide))))
                .getMessage();
        assertTrue(message.startsWith("t.csv:1:1 is no header: a byte is not UTF-8, at \"\\xfe\""), message);
    }

    private static void assertRefused(String says, String text) {
        String message = assertThrows(InputException.class, () -> read(text)).getMessage();
        assertTrue(message.startsWith(says) && message.length() < 400, message);
    }

    private static CsvHeader read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HeaderLine.read("t.csv", new DecodedText(new ByteArrayInputStream(bytes)));
    }
}
