package dev.linger.data.plays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.parquet.ParquetColumn;
import dev.linger.data.parquet.ParquetWriter;
import dev.linger.data.snapshot.SameData;
import dev.linger.data.snapshot.Snapshots;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaysParquetTest {
    private static final long FIRST = 1_600_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void a_parquet_file_gives_the_data_that_the_same_rows_give_as_csv() throws IOException {
        StringBuilder csv = new StringBuilder("user_id,video_id,play_time_ms,duration_ms,timestamp_ms\n");
        for (int row = 0; row < 300; row++) {
            csv.append(row % 17 + "," + row % 23 + "," + 31 * row + ",10000," + (FIRST + 1000L * row) + "\n");
        }
        Files.writeString(folder.resolve("plays.csv"), csv);
        write("plays.parquet", 0, 300);
        LoadedData expected = read("plays.csv");
        LoadedData data = read("plays.parquet");
        assertEquals(300, data.dataset().log().size());
        for (int row = 0; row < 300; row++) {
            assertEquals(
                    expected.dataset().log().timestampMillis(row),
                    data.dataset().log().timestampMillis(row));
            assertEquals(
                    expected.dataset().log().user(row), data.dataset().log().user(row));
            assertEquals(
                    expected.dataset().log().item(row), data.dataset().log().item(row));
            assertEquals(
                    expected.dataset().log().playMillis(row),
                    data.dataset().log().playMillis(row));
        }
    }

    @Test
    void cells_that_are_missing_and_values_that_cannot_be_are_counted_with_the_number_of_their_row() {
        Path file = folder.resolve("plays.parquet");
        try (ParquetWriter writer = writer(file)) {
            for (int row = 0; row < 500; row++) {
                set(writer, row);
                if (row == 9) {
                    writer.set(1, -4);
                }
                if (row == 11) {
                    writer.set(3, Double.NaN);
                }
                if (row == 12) {
                    writer.set(3, 0.0);
                }
                if (row == 13) {
                    writer.set(4, 1600);
                }
                writer.endRow();
            }
            writer.set(0, 1);
            writer.endRow();
            writer.finish();
        }
        LoadedData data = read("plays.parquet");
        InputFile input = data.report().files().get(0);
        assertEquals(501, input.rowsRead());
        assertEquals(497, input.rowsKept());
        assertEquals(
                "[bad-cell 2 plays.parquet:12 duration_ms \"NaN\", impossible-duration 1 plays.parquet:13 duration_ms \"0\","
                        + " impossible-time 1 plays.parquet:14 ts \"1970-01-01T00:00:01.600Z\","
                        + " mixed-ids 1 plays.parquet:10 video_id \"-4\"]",
                data.report().hits().stream()
                        .map(hit -> hit.rule().name() + " " + hit.rows() + " "
                                + hit.examples().get(0))
                        .toList()
                        .toString());
        assertEquals(
                "[plays.parquet:12, plays.parquet:501]",
                data.report().hits().get(0).examples().stream()
                        .map(example -> example.place())
                        .toList()
                        .toString());
    }

    @Test
    void files_of_a_folder_are_one_table_whose_rows_are_named_by_file_and_row() throws Exception {
        Path parts = Files.createDirectory(folder.resolve("plays"));
        write("plays/part-00000.snappy.parquet", 0, 100);
        write("plays/part-00001.snappy.parquet", 0, 0);
        write("plays/part-00002.snappy.parquet", 90, 200);
        Files.writeString(parts.resolve("_SUCCESS"), "");
        Files.writeString(parts.resolve("._SUCCESS.crc"), "");
        Files.writeString(parts.resolve("_metadata.parquet"), "");
        assertTrue(PlaysSource.isTable(parts));
        LoadedData data = read("plays");
        assertEquals(200, data.dataset().log().size());
        InputFile input = data.report().files().get(0);
        assertEquals("*.parquet", input.name());
        assertEquals(210, input.rowsRead());
        assertEquals(
                "part-00002.snappy.parquet:1",
                data.report().hits().get(0).examples().get(0).place());

        StringBuilder sums = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            String name = "part-0000" + part + ".snappy.parquet";
            sums.append(sha256(Files.readAllBytes(parts.resolve(name))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        assertEquals(sha256(sums.toString().getBytes(StandardCharsets.UTF_8)), input.sha256());
        assertEquals(input.sha256(), source().digests(parts, Progress.SILENT).get("*.parquet"));

        Files.writeString(parts.resolve("more.csv"), "x\n");
        assertFalse(PlaysSource.isTable(parts));
        String message = assertThrows(InputException.class, () -> read("plays")).getMessage();
        assertTrue(message.contains("holds 4 files of rows"), message);
    }

    @Test
    void parts_of_other_columns_are_refused_by_name() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("plays"));
        write("plays/a.parquet", 0, 10);
        try (ParquetWriter writer = ParquetWriter.create(
                parts.resolve("b.parquet"), List.of(new ParquetColumn("user_id", ParquetColumn.Type.LONG)))) {
            writer.finish();
        }
        assertEquals(
                "b.parquet has the columns user_id, but a.parquet beside it has user_id, video_id, play_time, duration_ms, ts."
                        + " Files of one table have the same columns in the same order.",
                assertThrows(InputException.class, () -> read("plays")).getMessage());
    }

    @Test
    void a_snapshot_is_of_the_files_that_it_was_made_of() {
        write("plays.parquet", 0, 50);
        Snapshots snapshots = new Snapshots(folder.resolve("snapshots"));
        Path file = folder.resolve("plays.parquet");
        LoadedData once = snapshots
                .load(file, source(), WatchRules.DEFAULTS, Progress.SILENT)
                .data();
        Snapshots.Loaded again = snapshots.load(file, source(), WatchRules.DEFAULTS, Progress.SILENT);
        assertTrue(again.notes().get(0).startsWith("data: from the snapshot"), again.notes()::toString);
        SameData.assertSame(once, again.data());
        String digest = once.report().files().get(0).sha256();
        write("plays.parquet", 0, 51);
        LoadedData other = snapshots
                .load(file, source(), WatchRules.DEFAULTS, Progress.SILENT)
                .data();
        assertEquals(51, other.dataset().log().size());
        assertNotEquals(digest, other.report().files().get(0).sha256());
    }

    @Test
    void columns_that_are_missing_are_told_with_those_that_are_there() {
        Path file = folder.resolve("plays.parquet");
        try (ParquetWriter writer =
                ParquetWriter.create(file, List.of(new ParquetColumn("who", ParquetColumn.Type.LONG)))) {
            writer.finish();
        }
        String message =
                assertThrows(InputException.class, () -> read("plays.parquet")).getMessage();
        assertTrue(message.contains("Its header has who. Say which is which, such as --map user=who"), message);
    }

    @Test
    void a_file_is_known_as_parquet_by_its_name_or_its_first_bytes() throws IOException {
        write("plays.parquet", 0, 20);
        Files.move(folder.resolve("plays.parquet"), folder.resolve("plays.dat"));
        assertEquals(20, read("plays.dat").dataset().log().size());
        Files.writeString(folder.resolve("other.parquet"), "user_id,video_id\n");
        assertTrue(assertThrows(InputException.class, () -> read("other.parquet"))
                .getMessage()
                .startsWith("other.parquet is no Parquet file"));
    }

    private void write(String name, int from, int to) {
        try (ParquetWriter writer = writer(folder.resolve(name))) {
            for (int row = from; row < to; row++) {
                set(writer, row);
                writer.endRow();
            }
            writer.finish();
        }
    }

    private static ParquetWriter writer(Path file) {
        return ParquetWriter.create(
                file,
                List.of(
                        new ParquetColumn("user_id", ParquetColumn.Type.LONG),
                        new ParquetColumn("video_id", ParquetColumn.Type.INT),
                        new ParquetColumn("play_time", ParquetColumn.Type.TEXT),
                        new ParquetColumn("duration_ms", ParquetColumn.Type.DOUBLE),
                        new ParquetColumn("ts", ParquetColumn.Type.TIMESTAMP)));
    }

    private static void set(ParquetWriter writer, int row) {
        writer.set(0, row % 17);
        writer.set(1, row % 23);
        writer.set(2, Integer.toString(31 * row));
        writer.set(3, 10_000.0);
        writer.set(4, FIRST + 1000L * row);
    }

    private LoadedData read(String name) {
        return source().read(folder.resolve(name), WatchRules.DEFAULTS, Progress.SILENT);
    }

    private static PlaysSource source() {
        return PlaysSourceTest.source("", PlaysSourceTest.FOUND, PlaysSourceTest.AUTO);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
