package dev.linger.data.kuairec;

import static dev.linger.data.kuairec.KuaiRecFixture.BIG_MATRIX;
import static dev.linger.data.kuairec.KuaiRecFixture.CAPTIONS;
import static dev.linger.data.kuairec.KuaiRecFixture.DAILY;
import static dev.linger.data.kuairec.KuaiRecFixture.FRIENDS;
import static dev.linger.data.kuairec.KuaiRecFixture.SMALL_MATRIX;
import static dev.linger.data.kuairec.KuaiRecFixture.TAGS;
import static dev.linger.data.kuairec.KuaiRecFixture.TOLERANT;
import static dev.linger.data.kuairec.KuaiRecFixture.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.BrokenRowRules;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.DataReport.RuleHit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One fault put into one of the seven files: it costs the row it stands in, or the run is refused; nothing else changes. */
class FaultyFilesTest {
    private KuaiRecFixture files;
    private DataReport sound;

    @BeforeEach
    void write(@TempDir Path directory) {
        files = new KuaiRecFixture(directory);
        KuaiRecFixture.withEveryFile(directory);
        files.lines(
                CAPTIONS,
                "video_id,caption,first_level_category_id,second_level_category_id,third_level_category_id",
                "0,\"two\nlines, and \"\"quotes\"\"\",8,673,-124",
                "1,a,8,673,-124",
                "2,b,8,673,-124",
                "3,\"c\nd\",8,673,-124");
        files.lines(FRIENDS, "user_id,friend_list", "0,\"[1, 2]\"", "1,\"[0, 2]\"", "2,[0]");
        sound = files.read(TOLERANT).report();
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, SMALL_MATRIX, USERS, TAGS, DAILY, FRIENDS, CAPTIONS})
    void a_stray_quote_costs_its_own_row_alone_wherever_it_stands(String name) throws IOException {
        String text = text(name);
        for (int at : places(name, text)) {
            files.text(name, text.substring(0, at) + '"' + text.substring(at));
            DataReport report = files.read(TOLERANT).report();
            if (!name.equals(CAPTIONS)) {
                assertCostsOneRow(report, name, BrokenRowRules.STRAY_QUOTE, at);
            } else {
                assertTrue(report.rowsHit(name, KuaiRecRules.BROKEN_CAPTION) <= 1, () -> "at " + at);
                assertTrue(file(report, name).rowsKept() >= file(sound, name).rowsKept() - 1, () -> "at " + at);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, SMALL_MATRIX, USERS, TAGS, DAILY, FRIENDS, CAPTIONS})
    void a_byte_that_is_not_utf8_costs_its_own_row_alone(String name) throws IOException {
        byte[] text = text(name).getBytes(StandardCharsets.UTF_8);
        for (int at : places(name, text(name))) {
            write(
                    name,
                    joined(
                            Arrays.copyOf(text, at),
                            new byte[] {(byte) 0xFF},
                            Arrays.copyOfRange(text, at, text.length)));
            assertCostsOneRow(files.read(TOLERANT).report(), name, BrokenRowRules.NOT_UTF8, at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, SMALL_MATRIX, USERS, TAGS, DAILY, FRIENDS})
    void a_control_character_costs_its_own_row_alone(String name) throws IOException {
        String text = text(name);
        for (int at : places(name, text)) {
            files.text(name, text.substring(0, at) + '\0' + text.substring(at));
            assertCostsOneRow(files.read(TOLERANT).report(), name, BrokenRowRules.CONTROL_CHARACTER, at);
        }
    }

    @ParameterizedTest
    @CsvSource({"'1,a,8', '1,a,\u0001 8', 1", "'1,a,8', '1,\u0001 a,8', 0", "'1,a,8', '\u007f 1,a,8', 1"})
    void a_control_character_in_a_caption_matters_only_where_it_is_read(String from, String to, long hits)
            throws IOException {
        files.text(CAPTIONS, text(CAPTIONS).replace(from, to.replace(" ", "")));
        DataReport report = files.read(TOLERANT).report();
        assertEquals(hits, report.rowsHit(CAPTIONS, BrokenRowRules.CONTROL_CHARACTER));
        assertEquals(
                file(sound, CAPTIONS).rowsKept() - hits, file(report, CAPTIONS).rowsKept());
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, SMALL_MATRIX, USERS, TAGS, DAILY, FRIENDS, CAPTIONS})
    void a_cell_of_megabytes_costs_its_own_row_and_is_shown_cut(String name) throws IOException {
        String text = text(name);
        int at = places(name, text)[0];
        files.text(name, text.substring(0, at) + "7".repeat(1_500_000) + text.substring(at));
        DataReport report = files.read(TOLERANT).report();
        assertCostsOneRow(report, name, BrokenRowRules.TOO_LONG, at);
        RuleHit hit = report.hits().stream()
                .filter(found -> found.rule().equals(BrokenRowRules.TOO_LONG))
                .findFirst()
                .orElseThrow();
        String shown = hit.examples().get(0).toString();
        assertTrue(shown.length() < 200 && shown.startsWith(name + ":"), shown);
        assertTrue(shown.contains("characters)"), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, SMALL_MATRIX, USERS, TAGS, DAILY, FRIENDS, CAPTIONS})
    void every_line_end_is_known_in_every_file(String name) throws IOException {
        String text = text(name);
        for (String end : List.of("\r", "\r\n")) {
            files.text(name, text.replace("\n", end));
            assertSameRows(files.read(TOLERANT).report(), name, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, SMALL_MATRIX, USERS, TAGS, DAILY, FRIENDS, CAPTIONS})
    void blank_lines_are_counted_as_lines_alone(String name) throws IOException {
        String text = text(name);
        int begin = places(name, text)[0];
        for (String blank : List.of("\n", "\n\n", "\r\n\r")) {
            files.text(name, blank + text.substring(0, begin) + blank + text.substring(begin) + blank);
            int lines = blank.length() - (blank.contains("\r\n") ? 1 : 0);
            assertSameRows(files.read(TOLERANT).report(), name, 3 * lines);
        }
    }

    private void assertSameRows(DataReport report, String name, int moreLines) {
        assertEquals(file(sound, name).rowsKept(), file(report, name).rowsKept());
        assertEquals(file(sound, name).rowsRead(), file(report, name).rowsRead());
        assertEquals(file(sound, name).lines() + moreLines, file(report, name).lines());
    }

    @ParameterizedTest
    @CsvSource({"0", "1000", "1023", "1024", "1025"})
    void a_row_of_another_number_of_fields_is_counted_wherever_it_is(int row) {
        for (String name : List.of(BIG_MATRIX, TAGS)) {
            for (String torn : List.of("0", "0,0,0,0,0,0,0,0,0,0,0")) {
                String[] rows = new String[1030];
                Arrays.setAll(rows, at -> name.equals(TAGS) ? 1029 - at + ",[8]" : KuaiRecFixture.PLAY);
                rows[row] = torn;
                files.lines(
                        name,
                        (name.equals(TAGS) ? "video_id,feat" : KuaiRecFixture.LOG_HEADER) + "\n"
                                + String.join("\n", rows));
                DataReport report = files.read(TOLERANT).report();
                assertEquals(1030, file(report, name).rowsRead());
                RuleHit hit = report.hits().stream()
                        .filter(found ->
                                found.file().equals(name) && found.rule().equals(BrokenRowRules.WRONG_FIELD_COUNT))
                        .findFirst()
                        .orElseThrow();
                assertEquals(1, hit.rows());
                assertEquals(row + 2, hit.examples().get(0).line());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BIG_MATRIX, SMALL_MATRIX, USERS, TAGS, DAILY, FRIENDS, CAPTIONS})
    void a_packed_file_is_read_to_its_last_byte_or_refused(String name) throws IOException {
        byte[] text = text(name).getBytes(StandardCharsets.UTF_8);
        int middle = text.length / 2;
        byte[] first = packed(Arrays.copyOf(text, middle));
        byte[] second = packed(Arrays.copyOfRange(text, middle, text.length));
        Files.delete(files.directory().resolve(name));
        write(name + ".gz", joined(first, second));
        assertEquals(
                file(sound, name).rowsKept(),
                file(files.read(TOLERANT).report(), name + ".gz").rowsKept());

        byte[] whole = packed(text);
        for (int missing : new int[] {1, 4, 8, 12}) {
            assertRefused(name, "ended early", Arrays.copyOf(whole, whole.length - missing));
        }
        for (int fromEnd : new int[] {1, 8}) {
            byte[] wrong = whole.clone();
            wrong[wrong.length - fromEnd]++;
            assertRefused(name, "checksum does not match", wrong);
        }
        String follow = "bytes follow the packed data that are no packed data";
        assertRefused(name, follow, joined(whole, new byte[512]));
        assertRefused(name, follow, joined(whole, "0,0,1\n".getBytes(StandardCharsets.UTF_8)));
        assertRefused(name, follow, joined(first, new byte[16], second));
        assertRefused(name, follow, joined(first, Arrays.copyOf(second, 5)));
        assertRefused(name, "ended early", joined(first, Arrays.copyOf(second, second.length - 20)));
        byte[] damaged = second.clone();
        damaged[damaged.length - 7]++;
        assertRefused(name, "checksum does not match", joined(first, damaged));
    }

    private void assertRefused(String name, String what, byte[] packed) throws IOException {
        write(name + ".gz", packed);
        String message =
                assertThrows(InputException.class, () -> files.read(TOLERANT)).getMessage();
        assertTrue(message.startsWith(name + ".gz") && message.contains(what), message);
    }

    private void assertCostsOneRow(DataReport report, String name, CleaningRule rule, int at) {
        long textAfterQuote =
                rule.equals(BrokenRowRules.STRAY_QUOTE) ? 0 : report.rowsHit(name, BrokenRowRules.STRAY_QUOTE);
        assertEquals(1, report.rowsHit(name, rule) + textAfterQuote, () -> "at " + at);
        assertEquals(file(sound, name).lines(), file(report, name).lines());
        assertEquals(file(sound, name).rowsRead(), file(report, name).rowsRead(), () -> "at " + at);
        assertEquals(file(sound, name).rowsKept() - 1, file(report, name).rowsKept(), () -> "at " + at);
    }

    /** Positions in a row in the middle of the file, its ends among them, which is kept where the file is sound. */
    private static int[] places(String name, String text) {
        String row = name.equals(CAPTIONS) ? "1,a,8" : text.lines().toList().get(2);
        int begin = text.indexOf(row);
        int[] places = new int[Math.min(12, row.length() + 1)];
        Arrays.setAll(places, at -> begin + at * row.length() / (places.length - 1));
        return places;
    }

    private static InputFile file(DataReport report, String name) {
        return report.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String text(String name) throws IOException {
        return Files.readString(files.directory().resolve(name));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(files.directory().resolve(name), bytes);
    }

    private static byte[] packed(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
