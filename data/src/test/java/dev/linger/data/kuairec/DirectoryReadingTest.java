package dev.linger.data.kuairec;

import static dev.linger.data.kuairec.KuaiRecFixture.BIG_MATRIX;
import static dev.linger.data.kuairec.KuaiRecFixture.DAILY;
import static dev.linger.data.kuairec.KuaiRecFixture.LOG_HEADER;
import static dev.linger.data.kuairec.KuaiRecFixture.PLAY;
import static dev.linger.data.kuairec.KuaiRecFixture.SMALL_MATRIX;
import static dev.linger.data.kuairec.KuaiRecFixture.TAGS;
import static dev.linger.data.kuairec.KuaiRecFixture.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryReadingTest {
    private KuaiRecFixture files;

    @BeforeEach
    void write(@TempDir Path directory) {
        files = new KuaiRecFixture(directory);
    }

    @Test
    void a_directory_that_is_not_there_is_named_with_the_files_expected() {
        Path absent = files.directory().resolve("absent");
        String message = assertThrows(
                        InputException.class,
                        () -> KuaiRecFixture.DEFAULTS.read(absent, WatchRules.DEFAULTS, Progress.SILENT))
                .getMessage();
        assertTrue(message.contains(absent.toString()), message);
        assertTrue(message.contains("big_matrix.csv, user_features.csv, item_categories.csv"), message);
    }

    @Test
    void a_file_in_place_of_the_directory_is_told_so() {
        Path file = files.directory().resolve(TAGS);
        String message = assertThrows(InputException.class, () -> KuaiRecFixture.DEFAULTS.size(file))
                .getMessage();
        assertTrue(message.startsWith(file + " is no directory. Expected are big_matrix.csv"), message);
    }

    @Test
    void every_missing_file_is_named_and_every_missing_column_of_the_others() throws IOException {
        Files.delete(files.directory().resolve(TAGS));
        Files.delete(files.directory().resolve(DAILY));
        Files.writeString(files.directory().resolve(USERS), "user,age\n1,2\n");
        List<String> lines = messageOf().lines().toList();
        assertTrue(lines.get(0).endsWith("has no item_categories.csv, no item_daily_features.csv."), lines::toString);
        assertTrue(lines.get(1).startsWith("user_features.csv has no columns user_id"), lines::toString);
        assertTrue(lines.get(2).startsWith("Expected are big_matrix.csv"), lines::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, USERS, TAGS, DAILY})
    void a_gzipped_file_reads_as_the_plain_one(String name) throws IOException {
        DataReport plain = files.read().report();
        zip(name);
        Files.delete(files.directory().resolve(name));
        DataReport zipped = files.read().report();
        assertEquals(plain.log(), zipped.log());
        assertTrue(zipped.files().stream().anyMatch(file -> file.name().equals(name + ".gz")));
    }

    @Test
    void a_file_that_is_there_both_plain_and_gzipped_is_an_error() throws IOException {
        zip(TAGS);
        assertTrue(messageOf().contains("both item_categories.csv and item_categories.csv.gz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, USERS, TAGS, DAILY})
    void an_empty_file_is_an_error_that_names_it(String name) {
        files.text(name, "");
        assertTrue(messageOf().startsWith(name + " is empty"), messageOf());
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, USERS, TAGS, DAILY})
    void a_file_without_rows_is_an_error_that_names_it(String name) throws IOException {
        files.text(name, Files.readAllLines(files.directory().resolve(name)).get(0) + "\n");
        assertEquals(name + " has a header but no rows.", messageOf());
    }

    @Test
    void a_missing_column_is_named_with_the_header_found() {
        files.lines(BIG_MATRIX, LOG_HEADER.replace("timestamp", "stamp"), PLAY);
        assertTrue(
                messageOf().startsWith("big_matrix.csv has no column timestamp; its header is user_id,video_id,"),
                messageOf());
    }

    @Test
    void a_missing_column_of_a_side_table_is_named_too() {
        files.lines(TAGS, "video_id,tags", "0,[8]");
        assertEquals(
                "item_categories.csv has no column feat; its header is video_id,tags."
                        + " Columns may stand in any order, but each that is read must be there.",
                messageOf());
    }

    @Test
    void all_columns_that_are_missing_are_named_at_once() {
        files.lines(BIG_MATRIX, LOG_HEADER.replace("timestamp", "time_stamp").replace("date", "day"), PLAY);
        files.lines(USERS, "user_id,register_day", "0,1");
        files.lines(TAGS, "video_id,feat,tags", "0,[8],");
        List<String> lines = messageOf().lines().toList();
        assertEquals(
                "big_matrix.csv has no columns date (is it day?), timestamp (is it time_stamp?); its header is user_id,video_id,"
                        + "play_duration,video_duration,time,day,time_stamp,watch_ratio.",
                lines.get(0));
        assertTrue(
                lines.get(1).startsWith("user_features.csv has no columns follow_user_num, fans_user_num"),
                lines.get(1));
        assertTrue(lines.get(1).contains("register_days (is it register_day?), is_lowactive_period"), lines.get(1));
        assertTrue(lines.get(1).endsWith("onehot_feat17; its header is user_id,register_day."), lines.get(1));
        assertEquals("Columns may stand in any order, but each that is read must be there.", lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void a_folder_in_place_of_a_file_is_named() throws IOException {
        Files.delete(files.directory().resolve(TAGS));
        Files.createDirectory(files.directory().resolve(TAGS));
        assertTrue(messageOf().endsWith("item_categories.csv is a folder, where a file is expected"), messageOf());
    }

    @Test
    void a_link_that_leads_nowhere_in_place_of_an_optional_file_is_named() throws IOException {
        Files.createSymbolicLink(files.directory().resolve(SMALL_MATRIX + ".gz"), Path.of("nowhere.csv"));
        assertTrue(messageOf().contains("small_matrix.csv.gz is a link to what is not there"), messageOf());
    }

    @Test
    @Timeout(30)
    void a_device_in_place_of_a_file_is_refused_and_not_waited_for() throws IOException {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        Files.delete(files.directory().resolve(BIG_MATRIX));
        Files.createSymbolicLink(files.directory().resolve(BIG_MATRIX), device);
        assertTrue(messageOf().contains("big_matrix.csv is a pipe or device"), messageOf());
    }

    @Test
    void a_file_that_may_not_be_read_is_named_with_the_permission() throws IOException {
        Path file = files.directory().resolve(DAILY);
        assumeTrue(file.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file)); // whoever runs everything may read everything
        assertTrue(messageOf().startsWith("no permission to read " + file), messageOf());
    }

    @Test
    void a_column_that_stands_twice_is_an_error() {
        files.lines(BIG_MATRIX, LOG_HEADER + ",date", PLAY + ",20200705");
        assertTrue(messageOf().startsWith("big_matrix.csv has two columns named date"), messageOf());
    }

    @Test
    void too_many_broken_rows_of_a_side_table_stop_the_run_as_those_of_the_log_do() {
        files.lines(TAGS, "video_id,feat", "0,[8]", "1,[27, 9]", "2,\"[1", "3,[9]");
        assertEquals(
                """
                2 of 4 rows of item_categories.csv cannot be read, more than maxBadShare 0.01 allows; the first:
                  item_categories.csv:3 "3 of 2 fields: 1,[27, 9]" (wrong-field-count)
                  item_categories.csv:4 feat ""[1" (stray-quote)
                Mend the file, or raise maxBadShare to leave such rows out.""",
                messageOf());
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_read_past() {
        files.text(BIG_MATRIX, "\uFEFF" + LOG_HEADER + "\r\n" + PLAY + "\r\n");
        files.text(TAGS, "\uFEFFvideo_id,feat\r\n0,[8]\r\n1,\"[27, 9]\"\r\n2,[]\r\n3,[]\r\n");
        assertEquals(1, files.read().dataset().log().size());
        assertEquals(3, files.read().dataset().itemTable().tagCount());
    }

    @Test
    void every_file_is_reported_with_size_digest_and_rows() throws Exception {
        List<DataReport.InputFile> reported = files.read().report().files();
        assertEquals(
                List.of(USERS, TAGS, DAILY, BIG_MATRIX),
                reported.stream().map(DataReport.InputFile::name).toList());
        for (DataReport.InputFile file : reported) {
            byte[] bytes = Files.readAllBytes(files.directory().resolve(file.name()));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertEquals(bytes.length, file.bytes());
            assertEquals(HexFormat.of().formatHex(digest), file.sha256());
            assertEquals(file.rowsRead(), file.rowsKept());
        }
        assertEquals(
                List.of(3L, 4L, 4L, 4L),
                reported.stream().map(DataReport.InputFile::rowsRead).toList());
    }

    private void zip(String name) throws IOException {
        Path plain = files.directory().resolve(name);
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(files.directory().resolve(name + ".gz")))) {
            Files.copy(plain, out);
        }
    }

    private String messageOf() {
        return assertThrows(InputException.class, files::read).getMessage();
    }
}
