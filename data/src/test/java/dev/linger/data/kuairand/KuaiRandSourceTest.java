package dev.linger.data.kuairand;

import static dev.linger.data.kuairand.KuaiRandFixture.DAY;
import static dev.linger.data.kuairand.KuaiRandFixture.EARLY;
import static dev.linger.data.kuairand.KuaiRandFixture.LATE;
import static dev.linger.data.kuairand.KuaiRandFixture.LOG_HEADER;
import static dev.linger.data.kuairand.KuaiRandFixture.NOON;
import static dev.linger.data.kuairand.KuaiRandFixture.RANDOM;
import static dev.linger.data.kuairand.KuaiRandFixture.STATISTICS;
import static dev.linger.data.kuairand.KuaiRandFixture.USERS;
import static dev.linger.data.kuairand.KuaiRandFixture.VIDEOS;
import static dev.linger.data.kuairand.KuaiRandFixture.row;
import static dev.linger.data.kuairand.KuaiRandFixture.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairand.KuaiRandSource.RandomLog;
import dev.linger.data.source.DataInspection;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KuaiRandSourceTest {
    private static final int APRIL_20 = (int) LocalDate.of(2022, 4, 20).toEpochDay();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        KuaiRandFixture.writeTables(folder);
        write(
                folder,
                EARLY,
                LOG_HEADER,
                List.of(
                        row(7, 10, NOON, 20_000, 17_200, "1,1,0,0,1,0,1", 0),
                        row(8, 10, NOON + 1, 2_000, 17_200, "0,0,0,0,0,1,0", 0),
                        row(9, 10, NOON + 2, 0, 17_200, "0,0,0,0,0,0,0", 0)));
        write(
                folder,
                LATE,
                LOG_HEADER,
                List.of(
                        row(7, 20, NOON + 5 * DAY, 9_000, 9_000, "1,0,1,1,0,0,1", 0),
                        row(7, 10, NOON, 20_000, 17_200, "1,1,0,0,1,0,1", 0),
                        row(7, 30, NOON + 5 * DAY, 9_000, 9_000, "1,0,0,0,0,0,1", 1)));
        write(folder, RANDOM, LOG_HEADER, List.of(row(8, 40, NOON + 6 * DAY, 4_000, 8_000, "0,0,0,0,0,0,0", 1)));
    }

    @Test
    void the_standard_logs_are_one_log_and_what_was_shown_at_random_is_left_out_and_said() {
        LoadedData data = read(RandomLog.LEAVE_OUT);
        InteractionLog log = data.dataset().log();
        assertEquals(4, log.size());
        assertEquals(20_000 / 17_200.0, log.watchRatio(0));
        assertEquals(APRIL_20, log.day(0));
        assertEquals(
                "[exact-copy 1 " + LATE + ":3, random-exposure 1 " + LATE + ":4]",
                data.report().hits().stream()
                        .map(hit -> hit.rule().name() + " " + hit.rows() + " "
                                + hit.examples().get(0).place())
                        .sorted()
                        .toList()
                        .toString());
        assertEquals(
                List.of(
                        RANDOM + " is left out: shown at random (data.randomLog=add reads it)",
                        STATISTICS + " is left out: means of a month that is longer than the history"),
                KuaiRandFixture.source(RandomLog.LEAVE_OUT).unread(folder));
        assertTrue(data.report().files().stream().noneMatch(file -> file.name().equals(RANDOM)));
    }

    @Test
    void what_was_shown_at_random_is_added_where_that_is_asked_for() {
        LoadedData data = read(RandomLog.ADD);
        assertEquals(6, data.dataset().log().size());
        assertEquals(1, KuaiRandFixture.source(RandomLog.ADD).unread(folder).size());
    }

    @Test
    void each_play_has_the_flags_of_its_row_and_of_copies_the_first_counts() throws IOException {
        InteractionLog log = read(RandomLog.LEAVE_OUT).dataset().log();
        assertEquals(
                List.of("is_click", "is_like", "is_follow", "is_comment", "is_forward", "is_hate", "long_view"),
                log.flagNames());
        assertEquals(
                List.of(0b1010011, 0b0100000, 0, 0b1001101),
                List.of(log.flags(0), log.flags(1), log.flags(2), log.flags(3)));
        write(
                folder,
                LATE,
                LOG_HEADER,
                List.of(
                        row(7, 10, NOON, 20_000, 17_200, "0,0,0,0,0,0,0", 0),
                        row(7, 20, NOON + 5 * DAY, 9_000, 9_000, "1,0,0,0,0,0,0", 0)));
        InteractionLog other = read(RandomLog.LEAVE_OUT).dataset().log();
        assertEquals(0b1010011, other.flags(0), "the copy in the later file has none");
        assertEquals(1, other.flags(3));
    }

    @Test
    void attributes_of_videos_are_those_of_their_upload() {
        Dataset dataset = read(RandomLog.LEAVE_OUT).dataset();
        ItemTable videos = dataset.itemTable();
        assertEquals(4, videos.size());
        assertEquals(2, videos.tagCount());
        assertArrayEquals(new int[] {0, 1}, videos.tags()[0]);
        assertArrayEquals(new int[] {0}, videos.tags()[1]);
        assertEquals(0, videos.tags()[2].length + videos.tags()[3].length, "unknown and empty");
        assertEquals(17_200, videos.durationMillis()[0]);
        assertTrue(Float.isNaN(videos.durationMillis()[2]));
        assertEquals(LocalDate.of(2022, 4, 1).toEpochDay(), videos.uploadDay()[0]);
        assertEquals(
                List.of("441", "5", "6"), videos.creator().orElseThrow().levels(), "sorted as texts, as in KuaiRec");
        assertEquals(30, dataset.userTable().columns().size());
    }

    @Test
    void daily_statistics_are_counted_from_the_rows_that_are_kept_and_their_flags() {
        DailyStats stats = read(RandomLog.LEAVE_OUT).dataset().dailyStats();
        assertEquals(2, stats.size());
        assertEquals(DailyStats.NONE, stats.latestBefore(0, APRIL_20), "the day itself is not known yet");
        int row = stats.latestBefore(0, APRIL_20 + 1);
        assertEquals(3, stats.value(row, DailyStat.SHOW_CNT));
        assertEquals(2, stats.value(row, DailyStat.PLAY_CNT));
        assertEquals(22_000, stats.value(row, DailyStat.PLAY_DURATION));
        assertEquals(1, stats.value(row, DailyStat.COMPLETE_PLAY_CNT));
        assertEquals(1, stats.value(row, DailyStat.VALID_PLAY_CNT));
        assertEquals(1, stats.value(row, DailyStat.LONG_TIME_PLAY_CNT));
        assertEquals(2, stats.value(row, DailyStat.SHORT_TIME_PLAY_CNT));
        assertEquals((float) (22_000 / 17_200.0 / 3), stats.value(row, DailyStat.PLAY_PROGRESS), 1e-7f);
        assertEquals(750, stats.value(row, DailyStat.COMMENT_STAY_DURATION));
        assertEquals(1, stats.value(row, DailyStat.LIKE_CNT));
        assertEquals(1, stats.value(row, DailyStat.SHARE_CNT));
        assertEquals(0, stats.value(row, DailyStat.FOLLOW_CNT));
        int later = stats.latestBefore(1, APRIL_20 + 6);
        assertEquals(1, stats.value(later, DailyStat.FOLLOW_CNT));
        assertEquals(1, stats.value(later, DailyStat.COMMENT_CNT));
        assertTrue(Float.isNaN(stats.value(row, DailyStat.DOWNLOAD_CNT)), "the log does not have it");
    }

    @Test
    void totals_of_many_days_are_found_again() throws IOException {
        int days = 4_000;
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            rows.add(row(7, 40, NOON - day * DAY, 4_000, 8_000));
            rows.add(row(8, 40, NOON - day * DAY, 8_000, 8_000, "1,1,0,0,0,0,1", 0));
        }
        Collections.shuffle(rows, new Random(1));
        write(folder, LATE, LOG_HEADER, rows);
        DailyStats stats = read(RandomLog.LEAVE_OUT).dataset().dailyStats();
        assertEquals(days + 1, stats.size());
        for (int day = 0; day < days; day++) {
            int row = stats.latestBefore(3, APRIL_20 - day + 1);
            assertEquals(APRIL_20 - day, stats.day(row));
            assertEquals(2, stats.value(row, DailyStat.SHOW_CNT));
            assertEquals(0.75f, stats.value(row, DailyStat.PLAY_PROGRESS));
            assertEquals(1, stats.value(row, DailyStat.LIKE_CNT));
        }
    }

    @Test
    void a_flag_that_is_none_costs_no_play() throws IOException {
        write(
                folder,
                LATE,
                LOG_HEADER,
                List.of(
                        row(7, 20, NOON + DAY, 9_000, 9_000, "1,2,,0,0,0,0", 0),
                        row(7, 20, NOON + DAY + 1, 9_000, 9_000),
                        row(8, 20, NOON + DAY + 1, 9_000, 9_000)));
        KuaiRandSource lenient =
                new KuaiRandSource(RandomLog.LEAVE_OUT, "Asia/Shanghai", true, 3_600_000, 2011, 2099, 0.5, 0.1);
        LoadedData data = lenient.read(folder, WatchRules.DEFAULTS, Progress.SILENT);
        assertEquals(6, data.dataset().log().size());
        assertEquals(2, data.report().hits().get(0).rows());
        assertEquals("bad-attribute", data.report().hits().get(0).rule().name());
    }

    @Test
    void a_time_at_comments_that_is_none_costs_no_play_and_is_counted() throws IOException {
        String torn = row(7, 20, NOON + DAY, 9_000, 9_000).replace(",0,250,0,", ",0,x,0,");
        write(folder, LATE, LOG_HEADER, List.of(torn, row(8, 20, NOON + DAY + 1, 9_000, 9_000)));
        KuaiRandSource lenient =
                new KuaiRandSource(RandomLog.LEAVE_OUT, "Asia/Shanghai", true, 3_600_000, 2011, 2099, 0.5, 0.1);
        LoadedData data = lenient.read(folder, WatchRules.DEFAULTS, Progress.SILENT);
        assertEquals("bad-attribute", data.report().hits().get(0).rule().name());
        assertEquals(1, data.report().hits().get(0).rows());
    }

    @Test
    void everything_that_is_missing_is_told_at_once() throws IOException {
        Files.delete(folder.resolve(USERS));
        Files.move(folder.resolve(RANDOM), folder.resolve("log_random_4_22_to_5_08_1k.csv"));
        write(folder, VIDEOS, "video_id,author,video_type,upload_dt,upload_type,tag", List.of("1,2,3,4,5,6"));
        Files.writeString(folder.resolve(EARLY), "");
        String message = assertThrows(InputException.class, () -> KuaiRandFixture.DEFAULTS.size(folder))
                .getMessage();
        List<String> lines = message.lines().toList();
        assertEquals(folder + " has no user_features_*.csv.", lines.get(0));
        assertEquals(
                "files of several versions of KuaiRand, whose ids differ, stand side by side:"
                        + " log_random_4_22_to_5_08_1k.csv, " + EARLY + "; leave those of one.",
                lines.get(1));
        assertTrue(lines.get(2).startsWith(EARLY + " "), message);
        assertTrue(
                lines.get(3)
                        .startsWith(VIDEOS + " has no columns video_duration, server_width, server_height, author_id"
                                + " (is it author?), music_id"),
                message);
        assertTrue(lines.get(4).startsWith("Expected are log_standard_*.csv"), message);
    }

    @Test
    void an_inspection_puts_the_labels_of_both_logs_side_by_side() {
        DataInspection inspection =
                KuaiRandFixture.DEFAULTS.inspect(folder, Progress.SILENT).orElseThrow();
        assertEquals("KuaiRand-Pure", inspection.reference());
        assertEquals(6, figure(inspection.counts(), "log_standard", "rows"));
        assertEquals(1, figure(inspection.counts(), "log_standard", "rows shown at random"));
        assertEquals(1, figure(inspection.counts(), "log_random", "rows"));
        assertEquals(2 / 6.0, figure(inspection.shapes(), "log_standard", "share of is_like"));
        assertEquals(0, figure(inspection.shapes(), "log_random", "share of is_like"));
    }

    private static double figure(List<DataInspection.Figure> figures, String of, String statistic) {
        return figures.stream()
                .filter(figure -> figure.of().equals(of) && figure.statistic().equals(statistic))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private LoadedData read(RandomLog random) {
        return KuaiRandFixture.source(random).read(folder, WatchRules.DEFAULTS, Progress.SILENT);
    }
}
