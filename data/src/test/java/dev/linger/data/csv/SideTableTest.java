package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SideTableTest {
    @TempDir
    Path directory;

    private final List<BrokenRow> broken = new ArrayList<>();

    @Test
    void only_the_columns_asked_for_are_read() throws IOException {
        SideTable table = read("a,b,c\n1,x,\n2,\"y, z\",NA\n", "c", "b");
        assertEquals(2, table.size());
        assertEquals(List.of("x", "y, z"), table.column("b"));
        assertEquals(List.of("", "NA"), table.column("c"));
        assertEquals(3, table.line(1));
        assertThrows(IllegalArgumentException.class, () -> table.column("a"));
    }

    @Test
    void cells_are_kept_as_they_are() throws IOException {
        List<String> cells = List.of("", " x ", "#1", "*", "null", "NaN", "\u8d22", "-0", "");
        assertEquals(
                cells, read("b,a\n1," + String.join("\n1,", cells) + "\n", "a").column("a"));
    }

    @Test
    void more_levels_than_a_byte_or_a_short_can_number_are_read() throws IOException {
        StringBuilder text = new StringBuilder("id,level\n");
        for (int row = 0; row < 70_000; row++) {
            text.append(row).append(",level ").append(row).append('\n');
        }
        List<String> cells = read(text.toString(), "level").column("level");
        for (int row = 0; row < 70_000; row++) {
            assertEquals("level " + row, cells.get(row));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "1000", "1023", "1024", "1025", "2047", "2048"})
    void a_row_of_too_few_or_many_fields_is_broken_wherever_it_is(int row) throws IOException {
        for (String torn : List.of("x", "x,", "x,y,z,", "x,\"y\",z,1")) {
            broken.clear();
            String text = "a,b,c\n" + "1,2,3\n".repeat(row) + torn + "\n" + "4,5,6\n".repeat(2);
            SideTable table = read(text, "c", "a");
            assertEquals(row + 2, table.size());
            assertEquals("6", table.column("c").get(row));
            assertEquals(row + 3, table.line(row));
            BrokenRow only = broken.get(0);
            assertEquals(List.of(only), broken);
            assertEquals(row + 2, only.line());
            assertEquals(BrokenRow.Fault.FIELD_COUNT, only.fault());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE_OR_ZERO_FRACTION", "DECIMAL"})
    void numbers_are_those_of_the_texts_and_what_is_none_keeps_its_text(CellKind kind) throws IOException {
        List<String> odd = List.of("NaN", "-124", "-124.0", "x", "1.", "9007199254740992", "\"7\"", "1e3", "0.5", "-0");
        StringBuilder text = new StringBuilder("id,n\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int row = 0; row < 5_000; row++) {
            int pick = random.nextInt(40);
            text.append(row)
                    .append(',')
                    .append(pick < odd.size() ? odd.get(pick) : pick == 11 ? "" : random.nextInt(1 << 30) + ".0")
                    .append(pick == 12 ? ",torn\n" : "\n");
        }
        List<String> texts = read(text.toString(), "n").column("n");
        SideTable table =
                SideTable.read(file(text.toString()), List.of("id"), Map.of("n", kind), Progress.SILENT, broken::add);
        NumberColumn numbers = Objects.requireNonNull(table.numbers("n"));
        int oddCells = 0;
        for (int row = 0; row < texts.size(); row++) {
            String cell = texts.get(row);
            double number = kind == CellKind.DECIMAL ? CellText.number(cell) : CellText.wholeOrZeroFraction(cell);
            boolean isNumber = number >= 0 && number < 0x1p53;
            assertEquals(isNumber ? (float) number : Float.NaN, numbers.value(row), cell);
            if (!isNumber && !cell.isEmpty()) {
                assertEquals(row, numbers.oddRow(oddCells));
                assertEquals(cell, numbers.oddText(oddCells++));
            }
        }
        assertEquals(oddCells, numbers.oddCells());
        assertEquals(texts.size(), table.size());
        assertThrows(IllegalArgumentException.class, () -> table.column("n"));
    }

    @Test
    void every_line_is_accounted_for() throws IOException {
        String text = "\na,b\n1,2\n\ntorn\n3,\"two\nlines\"\n5,6";
        SourceFile file = file(text);
        SideTable table = SideTable.read(file, List.of("a"), Cells.PROSE, Progress.SILENT, broken::add);
        assertEquals(new FileReading(file.sha256(Progress.SILENT), text.length(), 8, 3, 1, 1, 2), table.reading());
        assertEquals(List.of(5L), broken.stream().map(BrokenRow::line).toList());
        assertEquals(List.of("1", "3", "5"), table.column("a"));
        assertEquals(6, table.line(1));
        assertEquals(8, table.line(2));
    }

    @Test
    void the_whole_file_is_told_to_the_progress_but_once() throws IOException {
        AtomicLong told = new AtomicLong();
        Progress progress = (task, unit, total) -> new Progress.Task() {
            @Override
            public void advance(long amount) {
                told.addAndGet(amount);
            }

            @Override
            public void close() {}
        };
        SourceFile file = file("a,b\n1,\"2\"\n");
        SideTable.read(file, List.of("a"), Cells.SHORT, progress, broken::add);
        assertEquals(file.bytes(), told.get());
    }

    private SideTable read(String text, String... columns) throws IOException {
        return SideTable.read(file(text), List.of(columns), Cells.SHORT, Progress.SILENT, broken::add);
    }

    private SourceFile file(String text) throws IOException {
        Files.writeString(directory.resolve("table.csv"), text);
        return SourceFile.find(directory, "table.csv").orElseThrow();
    }
}
