package dev.linger.data.kuairec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.kuairec.files.LogColumn;
import dev.linger.data.kuairec.tables.ItemColumns;
import dev.linger.data.kuairec.tables.UserColumns;
import dev.linger.data.source.DataSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSizeTest {
    private static final String LOG_HEADER = header(LogColumn.LABELS);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRequiredFiles() throws IOException {
        write("big_matrix.csv", LOG_HEADER + "1,2\n1,3\n2,3\n");
        write("user_features.csv", header(UserColumns.NAMES) + "1\n2\n");
        write("item_categories.csv", "video_id,feat\n2,[]\n3,[]");
        write("item_daily_features.csv", header(ItemColumns.DAILY_FILE));
    }

    @Test
    void smallFilesAreCountedLineByLine() {
        assertEquals(
                new DataSize(3, 2, 2, 0, 0),
                KuaiRecSource.DEFAULTS.size(folder)); // the last line of the tags has no end
    }

    @Test
    void theSmallMatrixCountsWhereItIs() throws IOException {
        write("small_matrix.csv", LOG_HEADER + "1,2\n");
        assertEquals(1, KuaiRecSource.DEFAULTS.size(folder).smallCells());
    }

    @Test
    void longFilesAreToldFromTheirFirstLines() throws IOException {
        write("big_matrix.csv", log(300_000));
        assertClose(300_000, KuaiRecSource.DEFAULTS.size(folder).plays(), 0.05);
    }

    @Test
    void packedFilesAreToldFromWhatTheirFirstLinesTake() throws IOException {
        Files.delete(folder.resolve("big_matrix.csv"));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("big_matrix.csv.gz")))) {
            packed.write(log(300_000).getBytes(StandardCharsets.UTF_8));
        }
        assertClose(300_000, KuaiRecSource.DEFAULTS.size(folder).plays(), 0.1);
    }

    @Test
    void aMissingFileIsSaid() throws IOException {
        Files.delete(folder.resolve("user_features.csv"));
        assertTrue(assertThrows(InputException.class, () -> KuaiRecSource.DEFAULTS.size(folder))
                .getMessage()
                .contains("user_features.csv"));
    }

    private static String log(int rows) {
        StringBuilder text = new StringBuilder(LOG_HEADER);
        for (int row = 0; row < rows; row++) {
            text.append(row % 7_919).append(',').append(row % 10_007 + row % 31).append('\n');
        }
        return text.toString();
    }

    private static String header(List<String> columns) {
        return String.join(",", columns) + "\n";
    }

    private static void assertClose(long expected, long actual, double share) {
        assertTrue(Math.abs(actual - expected) <= share * expected, () -> actual + " is not about " + expected);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
