package dev.linger.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linger.simulation.GeneratedFiles.Pair;
import dev.linger.simulation.GeneratedFiles.Play;
import dev.linger.simulation.files.KuaiRecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoDataTest {
    @TempDir
    static Path folder;

    private static GeneratedFiles demo;
    private static List<Play> rows;
    private static List<Play> plays;
    private static List<NamedCsvRecord> dailyRows;

    @BeforeAll
    static void generate() {
        demo = GeneratedFiles.of(Preset.DEMO, 1, folder.resolve("demo"));
        rows = demo.plays();
        plays = GeneratedFiles.withoutCopies(rows);
        dailyRows = demo.rows(KuaiRecFile.ITEM_DAILY_FEATURES);
    }

    @Test
    void demo_has_1000_users_2000_videos_and_300000_plays() {
        assertEquals(300_000, plays.size());
        assertEquals(1_000, demo.rows(KuaiRecFile.USER_FEATURES).size());
        assertEquals(2_000, demo.rows(KuaiRecFile.ITEM_CATEGORIES).size());
    }

    @ParameterizedTest
    @CsvSource({
        "BIG_MATRIX, 8",
        "SMALL_MATRIX, 8",
        "USER_FEATURES, 31",
        "ITEM_CATEGORIES, 2",
        "ITEM_DAILY_FEATURES, 58",
        "SOCIAL_NETWORK, 2",
        "CAPTION_CATEGORY, 10"
    })
    void each_file_has_the_columns_of_kuairec(KuaiRecFile file, int columns) throws IOException {
        try (Stream<String> lines = Files.lines(demo.path(file))) {
            assertEquals(String.join(",", file.columns()), lines.findFirst().orElseThrow());
        }
        assertEquals(columns, file.columns().size());
    }

    @Test
    void the_log_is_sorted_by_user_then_time() {
        Comparator<Play> order = Comparator.comparingInt(Play::user).thenComparingLong(Play::timestampMillis);
        for (int row = 1; row < plays.size(); row++) {
            assertTrue(order.compare(plays.get(row - 1), plays.get(row)) < 0);
        }
    }

    @Test
    void the_log_holds_28_days() {
        Set<LocalDate> days = plays.stream().map(Play::day).collect(Collectors.toSet());

        assertEquals(28, days.size());
        assertTrue(days.contains(LocalDate.of(2020, 7, 5)));
        assertFalse(days.contains(LocalDate.of(2020, 7, 13)));
        assertFalse(days.contains(LocalDate.of(2020, 8, 26)));
        assertTrue(days.contains(LocalDate.of(2020, 9, 5)));
    }

    @Test
    void the_ratio_is_play_over_duration_to_six_digits() {
        for (Play play : plays) {
            if (play.durationMillis() > 0) {
                double ratio = play.playMillis() / (double) play.durationMillis();
                assertEquals(ratio, Double.parseDouble(play.watchRatio()), 0.5e-6 + 1e-12);
            }
        }
    }

    @Test
    void the_time_is_the_timestamp_in_shanghai() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.[SSS][SS][S]", Locale.ROOT);
        for (Play play : plays) {
            LocalDateTime time = LocalDateTime.parse(play.time(), format);
            assertEquals(
                    play.timestampMillis(),
                    time.toInstant(ZoneOffset.ofHours(8)).toEpochMilli());
        }
    }

    @Test
    void the_shape_of_the_ratios_is_near_kuairecs() {
        double[] ratios = plays.stream()
                .filter(play -> play.durationMillis() > 0)
                .mapToDouble(play -> play.playMillis() / (double) play.durationMillis())
                .sorted()
                .toArray();

        // KuaiRec: quartiles .311, .716, 1.162; shares .338 and .075; maximum 573
        assertEquals(0.311, ratios[ratios.length / 4], 0.05);
        assertEquals(0.716, ratios[ratios.length / 2], 0.05);
        assertEquals(1.162, ratios[ratios.length * 3 / 4], 0.08);
        assertEquals(0.338, Arrays.stream(ratios).filter(ratio -> ratio >= 1).count() / (double) ratios.length, 0.03);
        assertEquals(0.075, Arrays.stream(ratios).filter(ratio -> ratio >= 2).count() / (double) ratios.length, 0.03);
        assertTrue(ratios[ratios.length - 1] > 100 && ratios[ratios.length - 1] <= 573);
    }

    @Test
    void about_one_play_in_ten_repeats_a_pair() {
        long pairs = plays.stream().map(Play::pair).distinct().count();

        assertEquals(0.1, 1 - pairs / 300_000.0, 0.02);
    }

    @Test
    void no_video_is_shown_before_its_upload() {
        Map<Integer, LocalDate> uploads = new HashMap<>();
        for (NamedCsvRecord row : dailyRows) {
            uploads.put(Integer.valueOf(row.getField("video_id")), LocalDate.parse(row.getField("upload_dt")));
        }

        for (Play play : plays) {
            assertFalse(play.day().isBefore(uploads.get(play.video())), play.toString());
        }
    }

    @Test
    void about_one_play_in_eight_of_the_last_fifth_is_of_a_new_video() {
        long[] times = plays.stream().mapToLong(Play::timestampMillis).sorted().toArray();
        long cut = times[times.length * 4 / 5];
        Set<Integer> known = plays.stream()
                .filter(play -> play.timestampMillis() < cut)
                .map(Play::video)
                .collect(Collectors.toSet());
        long ofNewVideos = plays.stream()
                .filter(play -> play.timestampMillis() >= cut && !known.contains(play.video()))
                .count();

        assertEquals(0.12, ofNewVideos / (times.length / 5.0), 0.04);
    }

    @Test
    void no_pair_of_the_small_matrix_stands_in_the_log() {
        Set<Pair> forced =
                demo.rows(KuaiRecFile.SMALL_MATRIX).stream().map(Pair::of).collect(Collectors.toSet());

        assertTrue(plays.stream().noneMatch(play -> forced.contains(play.pair())));
    }

    @Test
    void the_small_matrix_is_nearly_full_and_has_rows_without_time() {
        List<NamedCsvRecord> cells = demo.rows(KuaiRecFile.SMALL_MATRIX);
        long timeless =
                cells.stream().filter(cell -> cell.getField("time").isEmpty()).count();

        assertEquals(140 * 300 * 0.996, cells.size(), 60);
        assertEquals(cells.size(), cells.stream().map(Pair::of).distinct().count());
        assertEquals(0.0389, timeless / (double) cells.size(), 0.005);
        for (NamedCsvRecord cell : cells) {
            boolean hasNoTime = cell.getField("time").isEmpty();
            assertEquals(hasNoTime, cell.getField("timestamp").isEmpty());
            assertTrue(cell.getField("date").matches(hasNoTime ? "" : "2020\\d{4}\\.0"));
        }
    }

    @Test
    void the_log_has_its_dirt() {
        List<Play> lost =
                plays.stream().filter(play -> play.durationMillis() == 0).toList();
        long stale = plays.stream().filter(Play::hasStaleDate).count();

        assertEquals(0.077, 1 - 300_000.0 / rows.size(), 0.005);
        assertEquals(300, lost.size(), 60);
        assertTrue(lost.stream().allMatch(play -> play.watchRatio().isEmpty()));
        assertTrue(stale > 100 && stale < 1_500, "stale dates " + stale);
    }

    @Test
    void the_daily_table_repeats_keys_without_contradiction() {
        Map<String, List<String>> counts = new HashMap<>();
        for (NamedCsvRecord row : dailyRows) {
            List<String> cells = row.getFields().subList(13, row.getFieldCount());
            List<String> before = counts.putIfAbsent(row.getField("video_id") + " " + row.getField("date"), cells);
            assertTrue(before == null || before.equals(cells));
        }

        assertTrue(dailyRows.size() > 1.5 * counts.size());
    }

    @Test
    void collects_are_empty_until_27_july() {
        for (NamedCsvRecord row : dailyRows) {
            assertEquals(
                    row.getField("date").compareTo("20200728") < 0,
                    row.getField("collect_cnt").isEmpty());
        }
    }

    @Test
    void four_captions_are_broken_in_two() throws IOException {
        List<String> lines = Files.readAllLines(demo.path(KuaiRecFile.CAPTION_CATEGORY));

        assertEquals(1 + 2_000 + 4, lines.size());
        assertEquals(
                4,
                lines.stream().filter(line -> line.matches("\\d+,[^,]*,[^,]*")).count());
        assertEquals(4, lines.stream().filter(line -> line.startsWith(" ,")).count());
    }

    @Test
    void user_features_have_empty_cells_in_the_columns_that_have_them_in_kuairec() {
        Set<String> gapped = new HashSet<>();
        for (NamedCsvRecord row : demo.rows(KuaiRecFile.USER_FEATURES)) {
            row.getFieldsAsMap().forEach((column, cell) -> {
                if (cell.isEmpty()) {
                    gapped.add(column);
                }
            });
        }

        assertEquals(
                Set.of(
                        "onehot_feat4",
                        "onehot_feat12",
                        "onehot_feat13",
                        "onehot_feat14",
                        "onehot_feat15",
                        "onehot_feat16",
                        "onehot_feat17"),
                gapped);
    }
}
