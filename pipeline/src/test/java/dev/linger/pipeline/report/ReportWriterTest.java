package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.pipeline.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    private static final Caption CAPTION = new Caption("dense", "all", "ratio > 1.0", 1, "none");

    @TempDir
    private Path out;

    @Test
    void each_table_becomes_a_csv_and_a_json_and_nothing_else_is_left() throws IOException {
        RunFolder run = RunFolder.create(out, Instant.EPOCH, "default");
        ResultTable stages = table("stages", "als \u0131");
        new ReportWriter(run).write(stages);
        new ReportWriter(run).write(table("cutoffs", "als"));

        Path tables = run.path().resolve("tables");
        try (Stream<Path> files = Files.list(tables)) {
            assertEquals(
                    List.of("cutoffs.csv", "cutoffs.json", "stages.csv", "stages.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals("tables/stages.csv", ReportWriter.csvName(stages));
        assertEquals(new CsvFormat().format(stages), Files.readString(tables.resolve("stages.csv")));
        assertEquals(new JsonFormat().format(stages), Files.readString(tables.resolve("stages.json")));
    }

    @Test
    void a_second_table_of_one_id_is_refused() {
        ReportWriter writer = new ReportWriter(RunFolder.create(out, Instant.EPOCH, "default"));
        writer.write(table("stages", "a"));
        assertThrows(IllegalArgumentException.class, () -> writer.write(table("stages", "b")));
    }

    private static ResultTable table(String id, String cell) {
        return new ResultTable(
                id, "title", CAPTION, List.of(Column.text("system")), List.of(List.of(Cell.of(cell))), List.of());
    }
}
