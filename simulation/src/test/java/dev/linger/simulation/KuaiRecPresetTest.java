package dev.linger.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.simulation.GeneratedFiles.Pair;
import dev.linger.simulation.GeneratedFiles.Play;
import dev.linger.simulation.files.KuaiRecFile;
import dev.linger.simulation.shape.Design;
import dev.linger.simulation.shape.ExactCounts;
import dev.linger.simulation.shape.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** KuaiRec at 1/400: a 400th of its rows, a 20th of its users and videos. */
class KuaiRecPresetTest {
    private static final double SCALE = 0.0025;

    @TempDir
    static Path folder;

    private static GeneratedFiles files;
    private static List<Play> rows;
    private static Map<Play, Long> rowsOfPlay;

    @BeforeAll
    static void generate() {
        files = generated("kuairec");
        rows = files.plays();
        rowsOfPlay = rows.stream().collect(Collectors.groupingBy(play -> play, Collectors.counting()));
    }

    private static GeneratedFiles generated(String name) {
        Path directory = folder.resolve(name);
        SyntheticData.generate(Preset.KUAIREC, SCALE, new Seed(1), directory, Progress.SILENT);
        return new GeneratedFiles(directory);
    }

    /** Of 536 videos: more would be more bad rows than a run allows. */
    @Test
    void fewer_captions_are_broken_where_there_are_few_videos() throws IOException {
        List<String> lines = Files.readAllLines(files.path(KuaiRecFile.CAPTION_CATEGORY));
        long broken = lines.stream().filter(line -> line.startsWith(" ,")).count();
        assertEquals(2, broken);
        assertTrue(2.0 * broken / (lines.size() - 1) < 0.01);
    }

    @Test
    void at_scale_one_the_counts_are_kuairecs() {
        Design design = Preset.KUAIREC.design(1);

        assertEquals(new Sizes(7_176, 10_728, 11_562_802, 1_411, 3_327), design.sizes());
        // 343,341 rows, 226,111 of them sharing a key: 117,230 keys stand alone, 194,155 - 117,230 do not
        assertEquals(
                new ExactCounts(968_004, 2_224, 4_676_570, 181_992, 117_230, 76_925, 226_111, 472), design.exact());
    }

    @Test
    void the_log_has_exactly_its_rows_copies_and_users() {
        // 12,530,806 / 400 = 31,327.0; 968,004 / 400 = 2,420.0; 7,176 / 20 = 358.8; 10,728 / 20 = 536.4
        assertEquals(31_327, rows.size());
        assertEquals(31_327 - 2_420, rowsOfPlay.size());
        assertEquals(359, rows.stream().map(Play::user).distinct().count());
        assertEquals(359, files.rows(KuaiRecFile.USER_FEATURES).size());
        assertEquals(536, files.rows(KuaiRecFile.ITEM_CATEGORIES).size());
    }

    @Test
    void one_row_of_the_busiest_user_has_its_copies() {
        // 2,224 / 400 = 5.6
        int busiest =
                rows.stream().collect(Collectors.groupingBy(Play::user, Collectors.counting())).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();

        assertTrue(
                rowsOfPlay.entrySet().stream().anyMatch(row -> row.getKey().user() == busiest && row.getValue() == 7));
    }

    @Test
    void copies_follow_their_row() {
        assertEquals(rowsOfPlay.size(), GeneratedFiles.withoutCopies(rows).size());
    }

    @Test
    void about_as_many_pairs_are_distinct_as_in_kuairec() {
        // 10,300,969 / 400 = 25,752; what the last user's chance leaves over is a few plays
        long pairs = rows.stream().map(Play::pair).distinct().count();

        assertEquals(25_752, (double) pairs, 60);
    }

    @Test
    void the_small_matrix_has_exactly_its_rows_and_rows_without_time() {
        List<NamedCsvRecord> cells = files.rows(KuaiRecFile.SMALL_MATRIX);

        // 4,676,570 / 400 = 11,691.4; 181,992 / 400 = 455.0; 1,411 / 20 = 70.6; 3,327 / 20 = 166.4
        assertEquals(11_691, cells.size());
        assertEquals(11_691, cells.stream().map(Pair::of).distinct().count());
        assertEquals(
                71,
                cells.stream().map(cell -> cell.getField("user_id")).distinct().count());
        assertEquals(
                166,
                cells.stream().map(cell -> cell.getField("video_id")).distinct().count());
        assertEquals(
                455,
                cells.stream().filter(cell -> cell.getField("time").isEmpty()).count());
        assertTrue(cells.stream().allMatch(cell -> cell.getField("date").matches("(2020\\d{4}\\.0)?")));
    }

    @Test
    void no_pair_of_the_small_matrix_stands_in_the_log() {
        Set<Pair> forced =
                files.rows(KuaiRecFile.SMALL_MATRIX).stream().map(Pair::of).collect(Collectors.toSet());

        assertTrue(rows.stream().noneMatch(play -> forced.contains(play.pair())));
    }

    @Test
    void the_daily_table_has_exactly_its_rows_and_keys() {
        Map<String, Long> rowsOfKey = files.rows(KuaiRecFile.ITEM_DAILY_FEATURES).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("video_id") + " " + row.getField("date"), Collectors.counting()));
        long alone = rowsOfKey.values().stream().filter(count -> count == 1).count();

        // 117,230 / 20 = 5,861.5; 76,925 / 20 = 3,846.3; 226,111 / 20 = 11,305.6
        assertEquals(5_862, alone);
        assertEquals(3_846, rowsOfKey.size() - alone);
        assertEquals(
                5_862 + 11_306,
                rowsOfKey.values().stream().mapToLong(count -> count).sum());
    }

    @Test
    void each_day_of_a_video_in_the_log_stands_in_the_daily_table() {
        Set<String> keys = files.rows(KuaiRecFile.ITEM_DAILY_FEATURES).stream()
                .map(row -> row.getField("video_id") + " " + row.getField("date"))
                .collect(Collectors.toSet());

        assertTrue(rows.stream()
                .allMatch(play ->
                        keys.contains(play.video() + " " + play.day().toString().replace("-", ""))));
    }

    @Test
    void nothing_is_seen_before_its_upload() {
        Map<String, LocalDate> uploads = new HashMap<>();
        for (NamedCsvRecord row : files.rows(KuaiRecFile.ITEM_DAILY_FEATURES)) {
            uploads.put(row.getField("video_id"), LocalDate.parse(row.getField("upload_dt")));
        }

        assertEquals(536, uploads.size());
        for (Play play : rows) {
            assertTrue(!play.day().isBefore(uploads.get(Integer.toString(play.video()))), play.toString());
        }
        for (NamedCsvRecord cell : files.rows(KuaiRecFile.SMALL_MATRIX)) {
            String upload = uploads.get(cell.getField("video_id")).toString();
            assertTrue(cell.getField("time").isEmpty() || cell.getField("time").compareTo(upload) >= 0);
        }
    }

    @Test
    void friends_and_captions_are_counted_too() throws IOException {
        // 472 / 20 = 23.6; a header, 536 records and 2 second pieces
        assertEquals(24, files.rows(KuaiRecFile.SOCIAL_NETWORK).size());
        assertEquals(
                1 + 536 + 2,
                Files.readAllLines(files.path(KuaiRecFile.CAPTION_CATEGORY)).size());
    }

    @Test
    void the_same_scale_and_seed_give_the_same_bytes() throws IOException {
        GeneratedFiles again = generated("again");

        for (KuaiRecFile file : KuaiRecFile.values()) {
            assertArrayEquals(files.bytes(file), again.bytes(file), file.fileName());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.0009, 16.1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_scale_out_of_bounds_is_refused(double scale) {
        InputException refusal = assertThrows(InputException.class, () -> Preset.KUAIREC.design(scale));

        assertEquals("the scale must be in 0.001 .. 16.0 but is " + scale, refusal.getMessage());
    }

    @Test
    void other_presets_have_one_size() {
        InputException refusal = assertThrows(InputException.class, () -> Preset.DEMO.design(0.5));

        assertEquals("only the preset kuairec can be scaled, but the scale is 0.5", refusal.getMessage());
    }
}
