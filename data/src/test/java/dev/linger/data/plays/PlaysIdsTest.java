package dev.linger.data.plays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.parquet.ParquetColumn;
import dev.linger.data.parquet.ParquetWriter;
import dev.linger.data.plays.PlaysSource.IdKind;
import dev.linger.data.plays.PlaysSource.Ids;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaysIdsTest {
    private static final String HEADER = "user_id,video_id,play,duration,time\n";

    @TempDir
    private Path folder;

    @Test
    void texts_give_the_log_that_numbers_in_the_same_order_give() throws IOException {
        LoadedData numbers = read(table("%d", "%d"), PlaysSourceTest.ANY);
        LoadedData texts = read(table("u_%03d", "\"v,%03d\""), PlaysSourceTest.ANY);
        assertFalse(numbers.dataset().users().isText());
        assertTrue(texts.dataset().users().isText());
        assertEquals("u_016", texts.dataset().users().id(16).toString());
        assertEquals("v,022", texts.dataset().items().id(22).toString());
        assertSameLog(numbers.dataset().log(), texts.dataset().log());
        assertEquals(numbers.report().hits(), texts.report().hits());
        LoadedData one = read(table("%d", "v%03d"), PlaysSourceTest.ANY);
        assertFalse(one.dataset().users().isText(), "each column has its own kind");
        assertTrue(one.dataset().items().isText());
        assertSameLog(numbers.dataset().log(), one.dataset().log());
    }

    @Test
    void whatever_parts_the_fields_ids_are_as_they_stand_there() throws IOException {
        String text = HEADER + "\"a|b\",\"x\"\"y\",5000,9000,1600000000\n";
        for (String delimiter : new String[] {",", ";", "\t"}) {
            LoadedData data = read(text.replace(",", delimiter).replace("|", ","), PlaysSourceTest.ANY, delimiter);
            assertEquals("x\"y", data.dataset().items().id(0).toString());
            assertEquals("a,b", data.dataset().users().id(0).toString());
            String refused = String.valueOf(assertThrows(
                            InputException.class,
                            () -> read(
                                    text.replace(",", delimiter).replace("a|b", " a,b"),
                                    PlaysSourceTest.ANY,
                                    delimiter))
                    .getMessage());
            assertTrue(refused.contains("user_id \" a,b\" (bad-cell)"), refused);
        }
    }

    @Test
    void where_only_some_look_like_numbers_all_are_texts_and_that_is_counted() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (String user : List.of("7", "10", "007", "7", "9")) {
            text.append(user + ",1,5000,9000," + (1_600_000_000 + text.length()) + "\n");
        }
        LoadedData data = read(text.toString(), PlaysSourceTest.ANY);
        assertEquals(List.of("007", "10", "7", "9"), all(data.dataset().users()));
        assertEquals(List.of("mixed-ids 1 plays.csv:4 user_id \"007\""), hits(data));
        assertEquals(
                List.of("ids of plays.csv are taken as texts: 1 is written otherwise than the rest, such as plays.csv:4"
                        + " user_id \"007\" (data.ids)"),
                data.report().mixedIds());
        LoadedData meant = read(text.toString(), new Ids(IdKind.TEXT, IdKind.TEXT));
        assertEquals(List.of("007", "10", "7", "9"), all(meant.dataset().users()));
        assertTrue(meant.dataset().items().isText(), "although all are numbers");
        String refused = String.valueOf(
                assertThrows(InputException.class, () -> read(text.toString(), new Ids(IdKind.NUMBER, IdKind.NUMBER)))
                        .getMessage());
        assertTrue(refused.contains("1 of 5 rows of plays.csv cannot be read"), refused);
        assertTrue(refused.contains("plays.csv:4 user_id \"007\" (bad-cell)"), refused);
    }

    @Test
    void ids_that_are_missing_have_blanks_around_them_or_are_too_long_are_bad_cells() throws IOException {
        StringBuilder text = new StringBuilder(table("u%d", "v%d"));
        for (String user : List.of("", "null", " u1", "u1 ", "x".repeat(257))) {
            text.append(user + ",v1,5000,9000,1600000000\n");
        }
        text.append("a\u0007b,v1,5000,9000,1600000000\n");
        LoadedData data = read(text.toString(), PlaysSourceTest.ANY);
        assertEquals(17, data.dataset().userCount());
        assertEquals(
                List.of("control-character 1", "bad-cell 5"),
                data.report().hits().stream()
                        .map(hit -> hit.rule().name() + " " + hit.rows())
                        .toList());
    }

    @Test
    void ids_of_dropped_rows_are_in_no_index_and_make_no_column_a_column_of_texts() throws IOException {
        LoadedData data = read(table("%d", "%d") + "nobody,nothing,5000,0,1600000000\n", PlaysSourceTest.ANY);
        assertEquals(17, data.dataset().userCount());
        assertFalse(data.dataset().users().isText());
    }

    @Test
    void strings_of_parquet_are_texts_as_well() {
        Path file = folder.resolve("plays.parquet");
        try (ParquetWriter writer = ParquetWriter.create(
                file,
                List.of(
                        new ParquetColumn("user_id", ParquetColumn.Type.TEXT),
                        new ParquetColumn("video_id", ParquetColumn.Type.TEXT),
                        new ParquetColumn("play", ParquetColumn.Type.LONG),
                        new ParquetColumn("duration", ParquetColumn.Type.LONG),
                        new ParquetColumn("time", ParquetColumn.Type.LONG)))) {
            writer.set(0, "u,1");
            writer.set(1, "12");
            writer.set(2, 5_000);
            writer.set(3, 9_000);
            writer.set(4, 1_600_000_000);
            writer.endRow();
            writer.finish();
        }
        LoadedData data = source(PlaysSourceTest.ANY).read(file, WatchRules.DEFAULTS, Progress.SILENT);
        assertEquals(List.of("u,1"), all(data.dataset().users()));
        assertFalse(data.dataset().items().isText(), "texts that are numbers are numbers, as in CSV");
    }

    private static String table(String user, String video) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < 600; row++) {
            text.append(String.format(Locale.ROOT, user, row % 17))
                    .append(',')
                    .append(String.format(Locale.ROOT, video, 7 * row % 23))
                    .append(",5000,9000,")
                    .append(1_600_000_000 + 50 * (row / 9))
                    .append('\n');
        }
        return text.toString();
    }

    private static void assertSameLog(InteractionLog one, InteractionLog other) {
        assertEquals(one.size(), other.size());
        assertArrayEquals(rows(one), rows(other));
    }

    private static String[] rows(InteractionLog log) {
        return IntStream.range(0, log.size())
                .mapToObj(row -> log.user(row) + " " + log.item(row) + " " + log.timestampMillis(row))
                .toArray(String[]::new);
    }

    private static List<String> all(IdIndex ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(index -> ids.id(index).toString())
                .toList();
    }

    private static List<String> hits(LoadedData data) {
        return data.report().hits().stream()
                .map(hit -> hit.rule().name() + " " + hit.rows() + " "
                        + hit.examples().get(0))
                .toList();
    }

    private LoadedData read(String text, Ids ids) throws IOException {
        return read(text, ids, ",");
    }

    private LoadedData read(String text, Ids ids, String delimiter) throws IOException {
        Path file = folder.resolve(delimiter.equals("\t") ? "plays.tsv" : "plays.csv");
        Files.writeString(file, text);
        return source(ids).read(file, WatchRules.DEFAULTS, Progress.SILENT);
    }

    private static PlaysSource source(Ids ids) {
        return PlaysSourceTest.source("", PlaysSourceTest.FOUND, PlaysSourceTest.AUTO, ids);
    }
}
