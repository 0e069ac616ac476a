package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdValuesTest {
    private static final List<String> KEYS = List.of("user_id", "video_id");

    @TempDir
    private Path folder;

    @Test
    void a_row_of_two_ids_reads_back_and_nothing_stands_for_what_is_not_known() throws IOException {
        IdValues values = new IdValues(
                KEYS, List.of(Ids.column("1", "1"), Ids.column("7", "8")), List.of("a", "b"), new double[][] {
                    {0.1, Double.NaN}, {2, 3}
                });
        StringWriter text = new StringWriter();
        values.writeTo(text);
        assertEquals("user_id,video_id,a,b\n1,7,0.1,2.0\n1,8,,3.0\n", text.toString());
        IdValues read = IdValues.read(Files.writeString(folder.resolve("pairs.csv"), text.toString()), KEYS);
        assertEquals(List.of("1", "1"), Ids.written(read.ids().get(0)));
        assertEquals(List.of("7", "8"), Ids.written(read.ids().get(1)));
        assertFalse(read.ids().get(1).ids().isText());
        assertArrayEquals(values.values(), read.values());
    }

    @Test
    void texts_that_csv_must_quote_read_back() throws IOException {
        List<String> hostile = List.of("a,b", "a\"b\"", "=1+1", "007", "|<b>|", "\uD83C\uDFAC", "7");
        IdValues values = new IdValues(
                KEYS,
                List.of(Ids.column("1", "2", "3", "4", "5", "6", "7"), Ids.column(hostile.toArray(String[]::new))),
                List.of("a"),
                new double[][] {{1, 2, 3, 4, 5, 6, Double.NaN}});
        StringWriter text = new StringWriter();
        values.writeTo(text);
        assertTrue(text.toString().startsWith("user_id,video_id,a\n1,\"a,b\",1.0\n2,\"a\"\"b\"\"\",2.0\n3,=1+1,3.0\n"));
        IdValues read = IdValues.read(Files.writeString(folder.resolve("pairs.csv"), text.toString()), KEYS);
        assertEquals(hostile, Ids.written(read.ids().get(1)));
        assertFalse(read.ids().get(0).ids().isText());
        assertArrayEquals(values.values(), read.values());
    }

    @Test
    void rows_of_two_files_are_found_by_what_is_written_whatever_else_each_holds() {
        IdColumn all = Ids.column("10", "9", "u");
        IdColumn some = Ids.column("9", "10", "9", "8");
        assertTrue(all.ids().isText());
        assertFalse(some.ids().isText());
        assertArrayEquals(new int[] {1, 0, 1, -1}, all.rowsOf(some));
        assertArrayEquals(new int[] {-1, 3}, some.rowsOf(Ids.column("x", "8")));
        assertTrue(Ids.column("1", "a").isSame(Ids.column("1", "a")));
        assertFalse(Ids.column("1", "a").isSame(Ids.column("1", "b")));
        assertEquals(0, Ids.column("9", "10").firstDescent());
        assertEquals(0, Ids.column("10", "9").firstDescent(), "as texts");
        assertEquals(2, Ids.column("9", "10", "8").firstDescent());
        assertEquals(1, Ids.column("b", "a").firstDescent());
    }

    @Test
    void there_may_be_ids_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.csv"), "user_id,video_id\n1,2\n");
        assertEquals(List.of(), IdValues.read(file, KEYS).columns());
        assertEquals(1, IdValues.read(file, KEYS).size());
    }

    @Test
    void a_file_of_other_ids_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.csv"), "user_id,a\n1,2\n");
        assertEquals(
                file + ", line 1: must start with user_id,video_id",
                assertThrows(InputException.class, () -> IdValues.read(file, KEYS))
                        .getMessage());
    }
}
