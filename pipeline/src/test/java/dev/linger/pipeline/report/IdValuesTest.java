package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
                KEYS, new long[][] {{1, 1}, {7, 8}}, List.of("a", "b"), new double[][] {{0.1, Double.NaN}, {2, 3}});
        StringWriter text = new StringWriter();
        values.writeTo(text);
        assertEquals("user_id,video_id,a,b\n1,7,0.1,2.0\n1,8,,3.0\n", text.toString());
        IdValues read = IdValues.read(Files.writeString(folder.resolve("pairs.csv"), text.toString()), KEYS);
        assertArrayEquals(values.ids(), read.ids());
        assertArrayEquals(values.values(), read.values());
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
