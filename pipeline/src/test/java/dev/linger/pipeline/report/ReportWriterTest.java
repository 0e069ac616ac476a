package dev.linger.pipeline.report;

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

class ReportWriterTest {
    private static final Caption CAPTION = new Caption("dense", "all", "ratio > 1.0", 1, "none");

    @TempDir
    private Path directory;

    @Test
    void each_table_becomes_a_csv_and_a_json_and_nothing_else_is_left() throws IOException {
        Path target = directory.resolve("run/tables");
        ResultTable stages = table("stages", "als \u0131");
        new ReportWriter(target).write(List.of(stages, table("cutoffs", "als")));
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(
                    List.of("cutoffs.csv", "cutoffs.json", "stages.csv", "stages.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(new CsvFormat().format(stages), Files.readString(target.resolve("stages.csv")));
        assertEquals(new JsonFormat().format(stages), Files.readString(target.resolve("stages.json")));
    }

    @Test
    void an_older_file_is_replaced() throws IOException {
        ReportWriter writer = new ReportWriter(directory);
        writer.write(List.of(table("stages", "old, and much longer than the new one")));
        writer.write(List.of(table("stages", "new")));
        assertEquals(new CsvFormat().format(table("stages", "new")), Files.readString(directory.resolve("stages.csv")));
    }

    @Test
    void two_tables_of_one_id_are_refused_before_anything_is_written() {
        Path target = directory.resolve("tables");
        List<ResultTable> twice = List.of(table("stages", "a"), table("stages", "b"));
        assertThrows(IllegalArgumentException.class, () -> new ReportWriter(target).write(twice));
        assertTrue(Files.notExists(target));
    }

    @Test
    void a_directory_that_cannot_be_made_is_the_users_mistake() throws IOException {
        Path file = Files.writeString(directory.resolve("taken"), "");
        InputException failure =
                assertThrows(InputException.class, () -> new ReportWriter(file).write(List.of(table("stages", "a"))));
        assertTrue(failure.getMessage().contains("taken"), failure.getMessage());
    }

    private static ResultTable table(String id, String cell) {
        return new ResultTable(
                id, "title", CAPTION, List.of(Column.text("system")), List.of(List.of(Cell.of(cell))), List.of());
    }
}
