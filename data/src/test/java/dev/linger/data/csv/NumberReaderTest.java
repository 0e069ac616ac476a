package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading of rows by one thread, character by character, is the twin of that by several threads. */
class NumberReaderTest {
    private static final @Nullable CellKind[] KINDS = {
        CellKind.WHOLE, null, CellKind.WHOLE_OR_ZERO_FRACTION, CellKind.SECONDS, CellKind.DECIMAL
    };
    private static final String HEADER = "a,note,b,c,d\n";
    private static final int[] BLOCK_SIZES = {1, 2, 7, 40, 41, 200, 1 << 18};

    @TempDir
    private Path folder;

    @Test
    void rows_of_numbers_come_as_numbers_with_their_lines() throws IOException {
        Seen seen = numbers(write("t.csv", HEADER + "7,x,20200705.0,1593878903.438,0.25\n\n8,y,,5,\n"), ',', 64, 2);
        assertEquals(
                List.of(
                        "2 [7, 20200705, 1593878903438, 0.25]",
                        "4 [8, " + CellText.EMPTY + ", 5000, " + CellText.EMPTY + "]"),
                seen.rows);
        assertEquals(2, seen.asNumbers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789,,,,,\n\n",
                "01.59,,,,\n",
                "01.5-e,,,,\n\r",
                "0,,,,\n\"",
                "1,,,,\n\r\u0000",
                "1,,,,\n\u8d22\u0085",
                "1,,,,\n\u00FF",
                "0nNaA1,,,\n"
            })
    void random_texts_are_read_as_by_one_thread_wherever_blocks_end(String alphabet) throws IOException {
        SplittableRandom random = new SplittableRandom(alphabet.hashCode());
        for (int trial = 0; trial < 40; trial++) {
            StringBuilder text = new StringBuilder(trial % 3 == 0 ? "\uFEFF" : trial % 3 == 1 ? "\r\n\n" : "");
            text.append(HEADER);
            for (int row = random.nextInt(12); row > 0; row--) {
                text.append(random.nextInt(3) > 0 ? line(random) : drawn(alphabet, random));
            }
            boolean bytes = alphabet.contains("\u00FF");
            String all = text.toString();
            assertSameAsTwin(bytes ? all.getBytes(StandardCharsets.ISO_8859_1) : RowReaderTest.utf8(all), ',');
            assertPartsAreSameAsTwin(random);
        }
    }

    /** A row of numbers as files have it, now and then with a cell that is none, and with any line end. */
    private static String line(SplittableRandom random) {
        String[][] cells = {
            {"0", "17", "7176", "", "007", "-3", "123456789012345678", "1234567890123456789", "4.0", "x"},
            {"t", "2020-07-05 00:08:23.438", "", "\"a, b\"", "\u8d22", "5\" screen"},
            {"20200705", "20200705.0", "20200705.00", "5.", ".0", "0.0", "1.5", "", "NULL"},
            {"1593878903.438", "1593878903.4385", "1593878903", "5.", "0.5", "-1.5", "1e9", "1234567890123456", ""},
            {"0.713144", "1", "0", "00.5", "5e-05", "-5e-324", "-0", "0.1234567890123456789", "9007199254740993", "nan"}
        };
        StringBuilder row = new StringBuilder();
        for (String[] column : cells) {
            int any = random.nextInt(6) == 0 ? column.length : 2;
            row.append(row.isEmpty() ? "" : ",").append(column[random.nextInt(any)]);
        }
        return row + new String[] {"\n", "\r\n", "\r", "\n\n", ",1\n"}[random.nextInt(10) < 8 ? 0 : random.nextInt(5)];
    }

    private static String drawn(String alphabet, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int at = random.nextInt(30); at > 0; at--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(chars = {';', '\t'})
    void other_delimiters_are_read_alike(char delimiter) throws IOException {
        String text = "a;note;b;c;d\n7;x;1;5.5;0.5\n8;x, y;1;5,5;0,5\n9;z;1;5;1\n".replace(';', delimiter);
        assertSameAsTwin(RowReaderTest.utf8(text), delimiter);
        assertEquals(2, numbers(write("t.csv", text), delimiter, 64, 2).asNumbers);
    }

    @Test
    void a_table_of_one_column_has_blank_lines_too() throws IOException {
        Seen seen = new Seen(new CellKind[] {CellKind.WHOLE});
        SourceFile file = SourceFile.at(write("one.csv", "a\n1\n\n2\n"));
        file.readNumbers(file.header(), Progress.SILENT, seen, 3, 2);
        assertEquals(List.of("2 [1]", "4 [2]"), seen.rows);
    }

    @Test
    void a_line_longer_than_any_block_is_broken_and_the_rest_is_read() throws IOException {
        String row = "1,x,2,3,4\n";
        for (int length : new int[] {RowReader.LONGEST_ROW - 8, RowReader.LONGEST_ROW, 300_000, 1_500_000}) {
            for (String end : List.of("", "\n", "\r\n")) {
                String text = HEADER + row + "1," + "y".repeat(length) + ",2,3,4" + end;
                assertSameAsTwin(RowReaderTest.utf8(end.isEmpty() ? text : text + row + row), ',');
            }
        }
    }

    @Test
    void a_packed_file_is_read_alike_and_a_damaged_one_refused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(RowReaderTest.utf8(HEADER + "1,x,2,3,4\n".repeat(5000)));
        }
        byte[] all = packed.toByteArray();
        Path file = Files.write(folder.resolve("t.csv.gz"), all);
        assertEquals(twin(file, ',').rows, numbers(file, ',', 1000, 2).rows);
        Files.write(file, Arrays.copyOf(all, all.length - 3));
        assertThrows(InputException.class, () -> numbers(file, ',', 1000, 2));
    }

    @Test
    void what_the_taker_throws_ends_the_reading_as_it_was_thrown() throws IOException {
        Path path = write("t.csv", HEADER + "1,x,2,3,4\n".repeat(50_000));
        SourceFile file = SourceFile.at(path);
        IllegalStateException thrown = new IllegalStateException("enough");
        Seen seen = new Seen(KINDS) {
            @Override
            public boolean row(long line, long[] values, int begin) {
                throw thrown;
            }
        };
        assertEquals(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> file.readNumbers(file.header(), Progress.SILENT, seen, 1000, 3)));
    }

    @Test
    void a_row_that_is_not_taken_as_numbers_comes_as_texts_in_its_place() throws IOException {
        String text = HEADER + "1,x,2,3,4\n2,y,2,3,4\r\n\n3,\"z\",2,3,4\r4,x,2,3,4\n5,x,2,3,4.50";
        Path path = write("t.csv", text);
        Seen twin = twin(path, ',');
        for (int blockSize : BLOCK_SIZES) {
            Seen seen = new Seen(KINDS);
            seen.wantsTexts = line -> line != 2;
            SourceFile file = SourceFile.at(path);
            seen.reading = file.readNumbers(file.header(), Progress.SILENT, seen, blockSize, 2);
            assertEquals(twin.rows, seen.rows);
            assertEquals(twin.reading, seen.reading);
            assertEquals(1, seen.asNumbers);
        }
    }

    private void assertSameAsTwin(byte[] text, char delimiter) throws IOException {
        Path path = Files.write(folder.resolve("t.csv"), text);
        Seen twin = twin(path, delimiter);
        for (int blockSize : BLOCK_SIZES) {
            Seen seen = numbers(path, delimiter, blockSize, 1 + blockSize % 3);
            String shown = blockSize + " bytes of " + ShownText.upTo(1000, new String(text, StandardCharsets.UTF_8));
            assertEquals(twin.rows, seen.rows, shown);
            assertEquals(twin.reading, seen.reading, shown);
        }
    }

    /** The file that was written last, cut anywhere behind its header. */
    private void assertPartsAreSameAsTwin(SplittableRandom random) throws IOException {
        Path path = folder.resolve("t.csv");
        SourceFile file = SourceFile.at(path);
        Seen twin = twin(path, ',');
        Seen seen = new Seen(KINDS);
        long from = 0;
        while (from < file.bytes()) {
            long to = Math.min(file.bytes(), Math.max(from + 1, 3 + HEADER.length()) + random.nextInt(40));
            FileReading part = file.part(from, to).readPart(file.header(), seen, 1 + random.nextInt(60));
            seen.reading = from == 0 ? part : seen.reading.and(part);
            seen.linesBefore = seen.reading.lines();
            from = to;
        }
        String shown = ShownText.upTo(1000, Files.readString(path, StandardCharsets.ISO_8859_1));
        assertEquals(twin.rows, seen.rows, shown);
        assertEquals(twin.reading, seen.reading.digested(twin.reading.sha256()), shown);
    }

    private static Seen twin(Path path, char delimiter) {
        SourceFile file = SourceFile.at(path).delimitedBy(delimiter);
        Seen twin = new Seen(KINDS);
        twin.reading = file.readRows(file.header(), Cells.SHORT, Progress.SILENT, twin);
        assertEquals(0, twin.asNumbers);
        return twin;
    }

    private static Seen numbers(Path path, char delimiter, int blockSize, int threads) {
        SourceFile file = SourceFile.at(path).delimitedBy(delimiter);
        Seen seen = new Seen(KINDS);
        seen.reading = file.readNumbers(file.header(), Progress.SILENT, seen, blockSize, threads);
        return seen;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Rows as texts; of a row of which a cell is bad also what stands there. */
    private static class Seen implements NumberSink {
        private final List<String> rows = new ArrayList<>();
        private final @Nullable CellKind[] kinds;
        private final List<String> cells = new ArrayList<>();
        private FileReading reading = new FileReading("", 0, 1, 0, 0, 0, 0);
        private long linesBefore;
        private int asNumbers;
        private LongPredicate wantsTexts = line -> false;

        Seen(@Nullable CellKind[] kinds) {
            this.kinds = kinds;
        }

        @Override
        public @Nullable CellKind kind(int field) {
            return field < kinds.length ? kinds[field] : null;
        }

        @Override
        public void field(int field, char[] buffer, int offset, int length) {
            CellKind kind = kinds[field];
            if (field == 0) {
                cells.clear();
            }
            if (kind != null) {
                long value = kind.value(buffer, offset, length);
                cells.add(value == CellText.BAD ? "bad " + new String(buffer, offset, length) : shown(kind, value));
            }
        }

        @Override
        public void row(long line) {
            rows.add((linesBefore + line) + " " + cells);
        }

        @Override
        public boolean row(long line, long[] values, int begin) {
            if (wantsTexts.test(line)) {
                return false;
            }
            asNumbers++;
            cells.clear();
            int at = begin;
            for (CellKind kind : kinds) {
                if (kind != null) {
                    assertTrue(values[at] != CellText.BAD);
                    cells.add(shown(kind, values[at++]));
                }
            }
            row(line);
            return true;
        }

        private static String shown(CellKind kind, long value) {
            boolean decimal = kind == CellKind.DECIMAL && value != CellText.EMPTY;
            return decimal ? Double.toString(CellKind.decimal(value)) : Long.toString(value);
        }

        @Override
        public void broken(BrokenRow row) {
            rows.add(new BrokenRow(linesBefore + row.line(), row.fault(), row.column(), row.text()).toString());
        }
    }

    @Test
    void numbers_are_parsed_from_bytes_as_from_characters() {
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < 30_000; trial++) {
            String cell = drawn(trial % 2 == 0 ? "0123456789." : "0011559.-e+ ", random);
            for (CellKind kind : CellKind.values()) {
                LineBlock block = new LineBlock(64);
                byte[] bytes = RowReaderTest.utf8(cell + "\n");
                System.arraycopy(bytes, 0, block.text, 0, bytes.length);
                block.end = bytes.length;
                new BlockParser(new CellKind[] {kind}, ',').parse(block);
                long value = kind.value(cell.toCharArray(), 0, cell.length());
                boolean isRow = value != CellText.BAD && !cell.isEmpty();
                assertEquals(isRow ? 1 : 0, block.rows, cell);
                assertArrayEquals(
                        isRow ? new long[] {value} : new long[] {}, Arrays.copyOf(block.numbers, block.rows), cell);
            }
        }
    }
}
