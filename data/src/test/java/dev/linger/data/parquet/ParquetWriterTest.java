package dev.linger.data.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetWriterTest {
    private static final List<ParquetColumn> COLUMNS = List.of(
            new ParquetColumn("user_id", ParquetColumn.Type.LONG),
            new ParquetColumn("rank", ParquetColumn.Type.INT),
            new ParquetColumn("score", ParquetColumn.Type.DOUBLE),
            new ParquetColumn("title", ParquetColumn.Type.TEXT),
            new ParquetColumn("at", ParquetColumn.Type.TIMESTAMP));

    @TempDir
    private Path folder;

    @Test
    void what_is_written_is_read_back_and_what_was_not_set_is_missing() {
        Path file = folder.resolve("table.parquet");
        try (ParquetWriter writer = ParquetWriter.create(file, COLUMNS)) {
            writer.set(0, Long.MAX_VALUE);
            writer.set(1, Integer.MIN_VALUE);
            writer.set(2, Math.PI);
            writer.set(3, "a, \"b\"");
            writer.set(4, 1_600_000_000_123L);
            writer.endRow();
            writer.set(3, "");
            writer.endRow();
            writer.set(0, -1);
            writer.endRow();
            writer.finish();
        }
        assertEquals(
                List.of(
                        "9223372036854775807|-2147483648|3.141592653589793|a, \"b\"|2020-09-13T12:26:40.123Z",
                        "||||",
                        "-1||||"),
                RowTexts.of(ParquetRows.of(file)).rows());
    }

    @Test
    void equal_rows_give_equal_bytes() throws IOException {
        byte[] once = Files.readAllBytes(write("one.parquet", 30_000));
        assertArrayEquals(once, Files.readAllBytes(write("other.parquet", 30_000)));
    }

    @Test
    void a_file_appears_whole_or_not_at_all() throws IOException {
        Path file = folder.resolve("table.parquet");
        try (ParquetWriter writer = ParquetWriter.create(file, COLUMNS)) {
            writer.set(0, 1);
            writer.endRow();
            assertTrue(Files.notExists(file));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        write("table.parquet", 10);
        write("table.parquet", 20);
        assertEquals(20, ParquetRows.of(file).estimatedRows(), "an older file is replaced");
    }

    @Test
    void a_place_that_cannot_be_written_is_told() {
        Path nowhere = folder.resolve("none/table.parquet");
        String message = assertThrows(InputException.class, () -> ParquetWriter.create(nowhere, COLUMNS))
                .getMessage();
        assertTrue(message.startsWith(nowhere + " cannot be written"), message);
    }

    @Test
    void a_value_that_a_column_cannot_hold_is_refused() {
        try (ParquetWriter writer = ParquetWriter.create(folder.resolve("table.parquet"), COLUMNS)) {
            assertThrows(IllegalArgumentException.class, () -> writer.set(1, 1L << 31));
            assertThrows(IllegalArgumentException.class, () -> writer.set(2, 1L));
            assertThrows(IllegalArgumentException.class, () -> writer.set(0, 0.5));
            assertThrows(IllegalArgumentException.class, () -> writer.set(0, "1"));
        }
        ParquetColumn twice = new ParquetColumn("a", ParquetColumn.Type.INT);
        assertThrows(
                IllegalArgumentException.class, () -> ParquetWriter.create(folder.resolve("t"), List.of(twice, twice)));
    }

    private Path write(String name, int rows) {
        Path file = folder.resolve(name);
        try (ParquetWriter writer = ParquetWriter.create(file, COLUMNS)) {
            for (int row = 0; row < rows; row++) {
                writer.set(0, row / 100);
                writer.set(1, row % 100);
                writer.set(2, Math.sin(row));
                writer.set(3, "title " + row % 7);
                writer.endRow();
            }
            writer.finish();
        }
        return file;
    }
}
