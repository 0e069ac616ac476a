package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
    private static final String HEADER = "a,b\n";

    @Test
    void rows_come_with_the_line_they_begin_on() throws IOException {
        assertEquals(List.of("2 [1, 2]", "3 [3, ]"), rows("a,b\n1,2\n3,\n"));
        assertEquals(List.of("2 [1, 2]", "3 [3, 4]"), rows("a,b\r\n1,2\r\n3,4\r\n"));
        assertEquals(List.of("2 [1, 2]"), rows("a,b\n1,2"));
        assertEquals(List.of(), rows("a,b"));
    }

    @ParameterizedTest
    @EnumSource(Cells.class)
    void a_lone_carriage_return_ends_a_line_in_every_file(Cells cells) throws IOException {
        assertEquals(List.of("2 [1, 2]", "3 [3, 4]"), rows("a,b\r1,2\r3,4", cells));
        assertEquals(List.of("2 [1, 2]", "3 [3, 4]"), rows("a,b\n1,2\r3,4\r", cells));
        assertEquals(List.of("2 FIELD_COUNT  1 of 2 fields: 1", "3 [3, 4]"), rows("a,b\n1\r3,4\n", cells));
    }

    @Test
    void blank_lines_are_no_rows_and_shift_no_line_number() throws IOException {
        assertEquals(List.of("6 [1, 2]", "8 [3, 4]"), rows("\n\r\na,b\n\n\r1,2\r\n\r\n3,4\n\n"));
        assertEquals(5, read("\n\r\na,b\n\n\n", Cells.SHORT).reading.lines());
        assertEquals(4, read("\n\r\na,b\n\n\n", Cells.SHORT).reading.blank());
    }

    @Test
    void quotes_stand_around_cells_and_doubled_within() throws IOException {
        assertEquals(List.of("2 [x, y, \"z\"]", "3 [, ]"), rows("a,b\n\"x, y\",\"\"\"z\"\"\"\n\"\",\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1,2",
                "1,\"2",
                "1,2\"",
                "1\"0,2",
                "\"1\"0,2",
                "\"1\" ,2",
                "1,\"",
                "\"",
                "1,\"\"\"",
                "1,\"2\n3\""
            })
    void a_stray_quote_breaks_its_line_alone(String broken) throws IOException {
        List<String> rows = rows(HEADER + "8,9\n" + broken + "\n5,6\n7,8\n");
        assertEquals("2 [8, 9]", rows.get(0));
        assertEquals("3 QUOTE", rows.get(1).substring(0, 7));
        int more = broken.contains("\n") ? 1 : 0;
        assertEquals((4 + more) + " [5, 6]", rows.get(2 + more));
        assertEquals((5 + more) + " [7, 8]", rows.get(3 + more));
    }

    @Test
    void a_fault_names_its_column_and_shows_the_cell() throws IOException {
        assertEquals(List.of("2 QUOTE b \"2"), rows("a,b\n1,\"2\n"));
        assertEquals(List.of("2 CONTROL_CHARACTER a 1\\u00000"), rows("a,b\n1\u00000,2\n"));
        assertEquals(List.of("2 CONTROL_CHARACTER b \\t2"), rows("a,b\n1,\t2\n"));
        assertEquals(List.of("2 CONTROL_CHARACTER b 2\\u0085"), rows("a,b\n1,2\u0085\n"));
        assertEquals(List.of("2 CONTROL_CHARACTER b 2\\u007f"), rows("a,b\n1,2\u007F\n"));
        assertEquals(List.of("2 FIELD_COUNT  3 of 2 fields: 1,2,3"), rows("a,b\n1,2,3\n"));
        assertEquals(List.of("2 FIELD_COUNT  3 of 2 fields: 1,\"2\",3"), rows("a,b\n1,\"2\",3\n"));
    }

    @ParameterizedTest
    @EnumSource(Cells.class)
    void a_byte_that_is_not_utf8_breaks_its_line_alone(Cells cells) throws IOException {
        byte[][] bad = {
            {(byte) 0xFF},
            {(byte) 0xC3},
            {(byte) 0xE8, (byte) 0xB4},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xC0, (byte) 0x80}
        };
        for (byte[] bytes : bad) {
            byte[] text = GzipMembersTest.joined(utf8("a,b\n1,2\n3,x"), bytes, utf8("y\n5,\u8d22\n"));
            List<String> rows = read(new ByteArrayInputStream(text), cells, 2).seen;
            assertEquals(List.of("2 [1, 2]", "4 [5, \u8d22]"), List.of(rows.get(0), rows.get(2)));
            assertEquals(
                    "3 ENCODING b x\\x" + Integer.toHexString(bytes[0] & 0xFF),
                    rows.get(1).substring(0, 18));
        }
        byte[] atEnd = GzipMembersTest.joined(utf8("a,b\n1,2\n3,x"), bad[2]);
        assertEquals(
                List.of("2 [1, 2]", "3 ENCODING b x\\xe8\\xb4"), read(new ByteArrayInputStream(atEnd), cells, 2).seen);
    }

    @Test
    void a_pair_of_surrogates_and_a_replacement_character_of_the_text_are_sound() throws IOException {
        assertEquals(List.of("2 [\uD83D\uDD25, \uFFFD]"), rows("a,b\n\uD83D\uDD25,\uFFFD\n"));
    }

    @Test
    void a_quoted_cell_of_prose_may_span_lines() throws IOException {
        assertEquals(
                List.of("2 [1, two\r\nor\rthree\n]", "6 [3, 4]"),
                rows("a,b\n1,\"two\r\nor\rthree\n\"\n3,4\n", Cells.PROSE));
        assertEquals(
                3,
                read("a,b\n1,\"two\r\nor\rthree\n\"\n3,4\n", Cells.PROSE)
                        .reading
                        .continued());
    }

    @Test
    void a_stray_quote_in_prose_costs_its_own_line_alone() throws IOException {
        for (String broken : List.of("\"1,2", "1,\"2", "\"1\"0,2", "1,\"")) {
            String text = HEADER + "8,9\n" + broken + "\n5,6\n7,\"8\"\n1,\"x\ny\"\n";
            assertEquals(
                    List.of("2 [8, 9]", "4 [5, 6]", "5 [7, 8]", "6 [1, x\ny]"), sound(rows(text, Cells.PROSE)), broken);
        }
        assertEquals(List.of("2 [1\"0, 2\"]"), rows("a,b\n1\"0,2\"\n", Cells.PROSE));
    }

    @Test
    void two_stray_quotes_in_prose_make_no_text_of_the_row_between_them() throws IOException {
        assertEquals(
                List.of("2 QUOTE  1,\"x", "3 [3, 4]", "4 FIELD_COUNT  1 of 2 fields: y\"", "5 [5, 6]"),
                rows("a,b\n1,\"x\n3,4\ny\"\n5,6\n", Cells.PROSE));
    }

    @Test
    void a_quote_in_prose_is_not_looked_for_without_end() throws IOException {
        String rows = "5,6\n".repeat(3000);
        Seen seen = read(HEADER + "1,\"2\n" + rows, Cells.PROSE);
        assertEquals("2 QUOTE b \"2", seen.seen.get(0));
        assertEquals(3000, seen.reading.rows());
        String most = "x\n".repeat(RowScan.MOST_LINES - 1);
        assertEquals(
                1, read(HEADER + "1,\"" + most + "\"\n", Cells.PROSE).reading.rows());
        assertEquals(
                0, read(HEADER + "1,\"" + most + "\n\"\n", Cells.PROSE).reading.rows());
        String wide = ("y".repeat(30_000) + "\n").repeat(2);
        assertEquals(
                1, read(HEADER + "1,\"" + wide + "\"\n", Cells.PROSE).reading.rows());
        assertEquals(
                0,
                read(HEADER + "1,\"" + wide + wide + "\"\n", Cells.PROSE)
                        .reading
                        .rows());
    }

    @Test
    void control_characters_in_prose_that_is_not_read_do_no_harm() throws IOException {
        assertEquals(
                List.of("2 [1, \u0002]", "3 [2, \t]", "4 CONTROL_CHARACTER a 3\\u0000"),
                rows("a,b\n1,\u0002\n2,\"\t\"\n3\u0000,4\n", Cells.PROSE));
    }

    @Test
    void a_column_of_prose_among_short_cells_takes_what_people_write_and_the_others_do_not() throws IOException {
        String text =
                "a,b\n1,\"two\r\nor\tthree\"\n2,5\" screen\u0002\n\"3\n\",x\n4\u0002,x\n5\"6,x\n7,8,\t\n9,\"\n10,x\n";
        Seen seen = new Seen(2) {
            @Override
            public boolean isProse(int field) {
                return field == 1;
            }
        };
        read(inPieces(utf8(text), 1), Cells.SHORT, seen);
        assertEquals(
                List.of(
                        "2 [1, two\r\nor\tthree]",
                        "4 [2, 5\" screen\u0002]",
                        "5 QUOTE a",
                        "6 QUOTE a",
                        "7 CONTROL_CHARACTER a",
                        "8 QUOTE a",
                        "9 CONTROL_CHARACTER ",
                        "10 QUOTE b",
                        "11 [10, x]"),
                withoutText(seen.seen));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2, 100, 3 * RowReader.LONGEST_ROW, 1_500_000})
    void a_line_that_is_too_long_is_broken_and_cut_and_the_next_is_read(int more) throws IOException {
        for (String quote : List.of("", "\"")) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String cell = quote + "x".repeat(RowReader.LONGEST_ROW + more - 2 - 2 * quote.length()) + quote;
                List<String> rows = rows("a,b\n1,2\n3," + cell + end + "5,6\n");
                assertEquals("2 [1, 2]", rows.get(0));
                assertEquals("4 [5, 6]", rows.get(2));
                if (more > 0) {
                    String shown = (quote + "x".repeat(60)).substring(0, 60);
                    assertEquals(
                            "3 LENGTH b " + shown + String.format(Locale.ROOT, "... (%,d characters)", cell.length()),
                            rows.get(1));
                } else {
                    assertEquals(
                            RowReader.LONGEST_ROW + more + 5 - 2 * quote.length(),
                            rows.get(1).length());
                }
            }
        }
    }

    @Test
    void a_long_line_may_be_the_last() throws IOException {
        for (String end : List.of("", "\n", "\r", "\r\n", "\n\n")) {
            List<String> rows = rows("a,b\n1,2\n" + "x".repeat(1_000_000) + end);
            assertEquals(List.of("2 [1, 2]", "3 LENGTH a " + "x".repeat(60) + "... (1,000,000 characters)"), rows);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab1,,,\n\n",
                "ab1,,,\n\n\r\n\r",
                "ab1,,,,\n\n\"",
                "a,\n\r\"",
                "a,,\n\n\"\u0000",
                "\u8d22,,\n\"\"\r\u007F",
                "a,\n\n\u00FF"
            })
    void random_texts_are_split_as_by_a_plain_reading_of_the_whole(String alphabet) throws IOException {
        SplittableRandom random = new SplittableRandom(alphabet.hashCode());
        for (int trial = 0; trial < 1200; trial++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int at = random.nextInt(40); at > 0; at--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            // One character each, so that the byte FF is one that belongs to no character of UTF-8.
            byte[] bytes = alphabet.contains("\u00FF")
                    ? text.toString().getBytes(StandardCharsets.ISO_8859_1)
                    : utf8(text.toString());
            for (Cells cells : Cells.values()) {
                List<String> twin = new PlainRowsTwin(bytes, cells).rows();
                Seen seen = read(inPieces(bytes, trial), cells, 2);
                assertEquals(
                        twin, withoutText(seen.seen), () -> cells + " of " + ShownText.upTo(1000, text.toString()));
            }
        }
    }

    @Test
    void lines_are_counted_whatever_the_pieces() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 3000; trial++) {
            byte[] text = new byte[random.nextInt(60)];
            for (int at = 0; at < text.length; at++) {
                text[at] = (byte) "aaaaaaaaa\u000b\u000e\u008d\n\r".charAt(random.nextInt(14));
            }
            LineCounter lines = new LineCounter();
            int at = 0;
            while (at < text.length) {
                int to = at + 1 + random.nextInt(text.length - at);
                lines.count(text, at, to);
                at = to;
            }
            String all = new String(text, StandardCharsets.ISO_8859_1)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
            long ends = all.chars().filter(c -> c == '\n').count();
            assertEquals(
                    ends + (all.isEmpty() || all.endsWith("\n") ? 0 : 1), lines.lines(), () -> Arrays.toString(text));
        }
    }

    private static List<String> rows(String text) throws IOException {
        return rows(text, Cells.SHORT);
    }

    private static List<String> rows(String text, Cells cells) throws IOException {
        return read(text, cells).seen;
    }

    private static List<String> withoutText(List<String> rows) {
        return rows.stream()
                .map(row -> row.matches("(?s)\\d+ \\[.*") ? row : row.replaceAll("(?s)^(\\d+ \\w+ [ab]?).*", "$1"))
                .toList();
    }

    private static List<String> sound(List<String> rows) {
        return rows.stream().filter(row -> row.indexOf('[') > 0).toList();
    }

    private static Seen read(String text, Cells cells) throws IOException {
        return read(inPieces(utf8(text), text.length()), cells, 2);
    }

    private static Seen read(InputStream text, Cells cells, int fields) throws IOException {
        return read(text, cells, new Seen(fields));
    }

    private static Seen read(InputStream text, Cells cells, Seen seen) throws IOException {
        RowReader reader = new RowReader(new DecodedText(text), new CsvHeader("t.csv", List.of("a", "b")), cells, seen);
        reader.readAll();
        seen.reading = new FileReading("", 0, reader.counts());
        assertEquals(seen.seen.size(), seen.reading.rows() + seen.reading.brokenRows());
        return seen;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A stream that gives a few bytes at a time, as a slow one does. */
    private static InputStream inPieces(byte[] bytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                int most = bytes.length < 100 ? 7 : 100_000;
                return super.read(target, offset, length == 0 ? 0 : 1 + random.nextInt(Math.min(length, most)));
            }
        };
    }

    private static class Seen implements RowSink {
        private final List<String> seen = new ArrayList<>();
        private final String[] fields;
        private FileReading reading = new FileReading("", 0, 1, 0, 0, 0, 0);

        Seen(int fields) {
            this.fields = new String[fields];
        }

        /** Column a alone. */
        @Override
        public boolean reads(int field) {
            return field == 0;
        }

        @Override
        public void field(int field, char[] buffer, int offset, int length) {
            fields[field] = new String(buffer, offset, length);
        }

        @Override
        public void row(long line) {
            seen.add(line + " " + Arrays.toString(fields));
        }

        @Override
        public void broken(BrokenRow row) {
            seen.add(row.line() + " " + row.fault() + " " + row.column() + " " + row.text());
        }
    }
}
