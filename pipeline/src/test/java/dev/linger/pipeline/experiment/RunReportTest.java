package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    private static final List<ResultTable> TABLES = List.of(
            table("stages-dense", "Stages"),
            table("cutoffs-dense", "Cutoffs").as(ResultTable.Length.LONG),
            table("quality-dense", "Quality").as(ResultTable.Length.LONG),
            table("summary", "Summary"));

    @TempDir
    private Path out;

    @Test
    void every_table_is_printed() {
        String printed = printed(TABLES);
        for (ResultTable table : TABLES) {
            assertTrue(printed.contains("\n" + table.title() + "\nsystem\n------\nals\n"), printed);
        }
    }

    @Test
    void of_a_table_of_first_rows_ten_are_printed_and_all_are_written() {
        List<List<Cell>> rows = IntStream.range(0, 12)
                .mapToObj(row -> List.of(Cell.of("column " + row)))
                .toList();
        ResultTable skew = new ResultTable(
                        "feature-skew", "Skew", null, List.of(Column.text("column")), rows, List.of("a note"))
                .as(ResultTable.Length.FIRST_ROWS);
        String printed = printed(List.of(skew));
        assertTrue(
                printed.contains("column 9\n* a note\n* the first 10 of 12 rows; all are in tables/feature-skew.csv\n"),
                printed);
    }

    private String printed(List<ResultTable> tables) {
        RunFolder folder = RunFolder.create(out, Instant.EPOCH, "default");
        List<String> lines = new ArrayList<>();
        try (RunLog log = new RunLog(folder, lines::add)) {
            new RunReport(folder, log, Instant.EPOCH).tables(tables);
        }
        for (ResultTable table : tables) {
            assertTrue(Files.exists(folder.path().resolve("tables/" + table.id() + ".json")), table.id());
        }
        return String.join("\n", lines) + "\n";
    }

    private static ResultTable table(String id, String title) {
        return new ResultTable(
                id, title, null, List.of(Column.text("system")), List.of(List.of(Cell.of("als"))), List.of());
    }
}
