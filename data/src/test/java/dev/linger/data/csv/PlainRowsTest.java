package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRowsTest {
    /** FastCSV alone is the twin; where it gives up, so is its message. */
    private static void assertReadAsByFastCsv(String text) throws IOException {
        Rows twin = new Rows();
        twin.ending(() -> QuotedRows.readAll(new StringReader(text), twin));
        Rows rows = new Rows();
        PlainRows plain = new PlainRows(inPieces(text), rows);
        if (!plain.readAll()) {
            rows.ending(() -> QuotedRows.readAll(plain.rest(), rows));
        }
        assertEquals(
                twin.rows, rows.rows, () -> "of " + text.replace("\r", "\\r").replace("\n", "\\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r\n",
                "a",
                "a,b\n1,2",
                "a,b\n1,2\n",
                "a,b\r\n1,2\r\n",
                "a,b\n\n1,2\n\n\n3,4\n",
                "a,b\n,\n",
                "a,b\n \n1,2\n",
                "\n\na,b\n1,2\n",
                "a,b\r1,2\r3,4",
                "a,b\n1,2\r",
                "a,b\n1,\"2",
                "a,b\n1,\"2\n3,4\n",
                "a,b\n\"1,\n\"\"2\",x\n3,4\n5,6",
                "a,b\n1,x\"y\n3,4\n",
                "\"a\",b\n1,2\n",
                "a,b\n1,\u8d22\u7ecf\n#3,4\n\u0000,\n"
            })
    void texts_of_every_kind_are_read_as_by_fastcsv(String text) throws IOException {
        assertReadAsByFastCsv(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab1,,,\n\n", "ab1,,,\n\n\r\n\r", "ab1,,,,\n\n\"", "a,\n\r\""})
    void random_texts_are_read_as_by_fastcsv(String alphabet) throws IOException {
        SplittableRandom random = new SplittableRandom(alphabet.hashCode());
        for (int trial = 0; trial < 2000; trial++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(40); at > 0; at--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertReadAsByFastCsv(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2})
    void rows_about_as_long_as_the_buffer_are_read_as_by_fastcsv(int more) throws IOException {
        String longRow = "x".repeat(PlainRows.LONGEST_ROW + more - 3) + ",y";
        assertReadAsByFastCsv(longRow);
        assertReadAsByFastCsv("a,b\n1,2\n" + longRow + "\n3,4\n");
        assertReadAsByFastCsv("1,2\n".repeat(20_000) + longRow + "\n\"3\",4\n");
    }

    @Test
    void a_row_of_very_many_fields_is_read_as_by_fastcsv() throws IOException {
        assertReadAsByFastCsv("a,b\n" + ",".repeat(5000) + "\n1,2\n");
    }

    @Test
    void what_is_left_begins_with_the_row_that_is_not_plain() throws IOException {
        Rows rows = new Rows();
        PlainRows plain = new PlainRows(new StringReader("a\n1\n\"2\"\n3\n"), rows);
        assertFalse(plain.readAll());
        assertEquals(List.of("1 1 [a]", "2 1 [1]"), rows.rows);
        StringBuilder rest = new StringBuilder();
        Reader reader = plain.rest();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            rest.append((char) c);
        }
        assertEquals("\n\n\"2\"\n3\n", rest.toString());
        assertTrue(new PlainRows(new StringReader("a\n1\n"), new Rows()).readAll());
    }

    /** A reader that gives a few characters at a time, as a slow stream does. */
    private static Reader inPieces(String text) {
        SplittableRandom random = new SplittableRandom(text.length());
        return new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                int most = text.length() < 100 ? 7 : 10_000;
                return super.read(target, offset, length == 0 ? 0 : 1 + random.nextInt(Math.min(length, most)));
            }
        };
    }

    private static final class Rows implements RowSink {
        private final List<String> rows = new ArrayList<>();
        private final List<String> fields = new ArrayList<>();

        void ending(Runnable reading) {
            try {
                reading.run();
            } catch (CsvParseException failure) {
                rows.add(failure.getMessage() + " for " + failure.getCause());
            }
        }

        @Override
        public void field(int field, char[] buffer, int offset, int length) {
            if (field == 0) {
                fields.clear();
            }
            fields.add(new String(buffer, offset, length));
        }

        @Override
        public void row(long line, int count) {
            rows.add(line + " " + count + " " + fields);
        }
    }
}
