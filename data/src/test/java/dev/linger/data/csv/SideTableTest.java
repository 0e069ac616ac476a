package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideTableTest {
    @TempDir
    Path directory;

    @Test
    void only_the_columns_asked_for_are_read() throws IOException {
        SideTable table = SideTable.read(file("a,b,c\n1,x,\n2,\"y, z\",NA\n"), List.of("c", "b"), Progress.SILENT);
        assertEquals(2, table.size());
        assertEquals(List.of("x", "y, z"), table.column("b"));
        assertEquals(List.of("", "NA"), table.column("c"));
        assertEquals(3, table.line(1));
        assertThrows(IllegalArgumentException.class, () -> table.column("a"));
    }

    @Test
    void more_levels_than_a_byte_or_a_short_can_number_are_read() throws IOException {
        StringBuilder text = new StringBuilder("id,level\n");
        for (int row = 0; row < 70_000; row++) {
            text.append(row).append(",level ").append(row).append('\n');
        }
        List<String> cells = SideTable.read(file(text.toString()), List.of("level"), Progress.SILENT)
                .column("level");
        for (int row = 0; row < 70_000; row++) {
            assertEquals("level " + row, cells.get(row));
        }
    }

    @Test
    void a_row_with_too_few_fields_is_an_error_that_names_the_file() throws IOException {
        SourceFile file = file("a,b,c\n1,2,3\n1,2\n");
        String message = assertThrows(InputException.class, () -> SideTable.read(file, List.of("a"), Progress.SILENT))
                .getMessage();
        assertTrue(message.startsWith("table.csv cannot be read as a table of 3 columns"), message);
    }

    @Test
    void broken_records_are_handed_over_and_the_lines_of_the_others_stay_true() throws IOException {
        List<Long> broken = new ArrayList<>();
        SideTable table = SideTable.readSkippingBroken(
                file("a,b\n1,2\ntorn\n3,\"two\nlines\"\n5,6\n"),
                List.of("a"),
                Progress.SILENT,
                (CsvRecord row) -> broken.add(row.getStartingLineNumber()));
        assertEquals(List.of(3L), broken);
        assertEquals(List.of("1", "3", "5"), table.column("a"));
        assertEquals(4, table.line(1));
        assertEquals(6, table.line(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,c\n",
                "a,b,c",
                "a,b,c\n1,2,3",
                "a,b,c\r\n1,2,3\r\n,,\r\n",
                "a,b,c\n 1,2 ,3\n",
                "a,b,c\n1,2,3\n\n4,5,6\n",
                "a,b,c\n1,2\n",
                "a,b,c\n1,2,3,4\n",
                "a,b,c\n1,\"2\",3\n",
                "a,b,c\n1,2,\"3\n4,5,6\n",
                "a,b,c\r1,2,3\r",
                "a,b,c\n#1,2,3\n\u0000,2,3\n4,NA,*\n",
                "\uFEFFa,b,c\n1,\u8d22\u7ecf,3\n",
                "c,b,a\n1,2,3\n1,2,3\n"
            })
    void a_table_is_read_as_by_tablesaw(String text) throws IOException {
        assertReadAsByTablesaw(text);
    }

    @Test
    void random_tables_are_read_as_by_tablesaw() throws IOException {
        SplittableRandom random = new SplittableRandom(8);
        String[] cells = {"", "", "1", "2.0", "x", "NA", "long text with blanks", "\u00e9", "#", "-"};
        for (int trial = 0; trial < 60; trial++) {
            StringBuilder text = new StringBuilder("b,a,c\n");
            for (int row = random.nextInt(30); row > 0; row--) {
                text.append(cells[2 + random.nextInt(7)]).append(',').append(cells[random.nextInt(10)]);
                text.append(',').append(cells[random.nextInt(10)]).append(random.nextInt(40) == 0 ? ",\n" : "\n");
            }
            assertReadAsByTablesaw(text.toString());
        }
    }

    private void assertReadAsByTablesaw(String text) throws IOException {
        SourceFile file = file(text);
        List<String> names = List.of("c", "a");
        assertEquals(
                outcome(() -> SideTable.byTablesaw(file, file.header(), names)),
                outcome(() -> SideTable.read(file, names, Progress.SILENT)),
                text);
    }

    private static List<Object> outcome(Supplier<SideTable> reading) {
        try {
            SideTable table = reading.get();
            List<Object> all = new ArrayList<>(List.of(table.sha256(), table.column("a"), table.column("c")));
            for (int row = 0; row < table.size(); row++) {
                all.add(table.line(row));
            }
            return all;
        } catch (InputException failure) {
            return List.of(String.valueOf(failure.getMessage()));
        }
    }

    @Test
    void progress_counts_every_byte_of_the_file() throws IOException {
        SourceFile file = file("a,b\n1,2\n");
        AtomicLong bytes = new AtomicLong();
        Progress counting = (task, unit, total) -> new Progress.Task() {
            @Override
            public void advance(long amount) {
                bytes.addAndGet(amount);
            }

            @Override
            public void close() {}
        };
        SideTable.read(file, List.of("a"), counting);
        assertEquals(file.bytes(), bytes.get());
    }

    private SourceFile file(String text) throws IOException {
        Files.writeString(directory.resolve("table.csv"), text);
        return SourceFile.find(directory, "table.csv").orElseThrow();
    }
}
