package dev.linger.pipeline.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.parquet.ParquetRows;
import dev.linger.pipeline.experiment.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetExportTest {
    @TempDir
    private Path folder;

    @Test
    void every_csv_file_of_a_run_has_a_parquet_file_of_the_same_columns_and_values() throws IOException {
        Path run = FinishedRun.ofTopics().folder();
        Path parquet = folder.resolve("parquet");
        int count = ParquetExport.export(run, parquet);
        List<Path> files = files(parquet);
        assertEquals(count, files.size());
        assertTrue(files.size() > 20, files::toString);
        for (Path file : files) {
            String name = parquet.relativize(file).toString();
            SourceFile csv = SourceFile.at(run.resolve(name.replaceFirst("parquet$", "csv")));
            ParquetRows rows = ParquetRows.of(file);
            assertEquals(csv.header().names(), rows.header().names(), name);
            assertEquals(values(csv), values(rows), name);
        }
    }

    @Test
    void equal_runs_give_equal_bytes() throws IOException {
        Path run = FinishedRun.ofTopics().folder();
        Path once = folder.resolve("once");
        Path again = folder.resolve("again");
        ParquetExport.export(run, once);
        ParquetExport.export(run, again);
        for (Path file : files(once)) {
            assertArrayEquals(
                    Files.readAllBytes(file), Files.readAllBytes(again.resolve(once.relativize(file))), file::toString);
        }
    }

    @Test
    void a_folder_that_is_there_and_a_run_that_is_not_whole_are_refused() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        assertEquals(
                there + " is there already; name a new folder",
                assertThrows(
                                InputException.class,
                                () -> ParquetExport.export(
                                        FinishedRun.ofTopics().folder(), there))
                        .getMessage());
        Path parquet = folder.resolve("parquet");
        assertThrows(InputException.class, () -> ParquetExport.export(there, parquet));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(there), left.toList());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Numbers as numbers: 0 and 0.0 are one. */
    private static List<List<Object>> values(RowFile file) {
        return FileTexts.of(file).stream()
                .map(row -> row.stream().map(ParquetExportTest::value).toList())
                .toList();
    }

    private static Object value(String text) {
        return text.matches("-?[0-9.]+(E-?[0-9]+)?") ? (Object) Double.valueOf(text) : text;
    }
}
