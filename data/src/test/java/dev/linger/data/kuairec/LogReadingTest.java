package dev.linger.data.kuairec;

import static dev.linger.data.kuairec.KuaiRecFixture.BIG_MATRIX;
import static dev.linger.data.kuairec.KuaiRecFixture.DEFAULTS;
import static dev.linger.data.kuairec.KuaiRecFixture.LOG_HEADER;
import static dev.linger.data.kuairec.KuaiRecFixture.PLAY;
import static dev.linger.data.kuairec.KuaiRecFixture.TOLERANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.kuairec.KuaiRecSource.DisagreeingRatio;
import dev.linger.data.kuairec.KuaiRecSource.UnknownIds;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.BrokenRowRules;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataReport.Example;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.LoadedData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReadingTest {
    private KuaiRecFixture files;

    @BeforeEach
    void write(@TempDir Path directory) {
        files = new KuaiRecFixture(directory);
    }

    @Test
    void a_play_keeps_its_milliseconds() {
        InteractionLog log = files.read().dataset().log();
        assertEquals(4, log.size());
        // A float would put this time at 1593878912000, the nearest multiple of 128 s.
        assertEquals(1593878903438L, log.timestampMillis(0));
        assertEquals(1593878940000L, log.timestampMillis(1));
        assertEquals(1594000800500L, log.timestampMillis(2));
        assertEquals(5000, log.playMillis(0));
        assertEquals(10000, log.durationMillis(0));
        assertEquals(0.5, log.watchRatio(0));
    }

    @Test
    void the_day_is_the_local_day_of_the_time() {
        InteractionLog log = files.read().dataset().log();
        // 1593878903 is 2020-07-04 16:08:23 UTC: the 5th in Shanghai.
        assertEquals(LocalDate.of(2020, 7, 5).toEpochDay(), log.day(0));
        assertEquals(LocalDate.of(2020, 7, 7).toEpochDay(), log.day(3));
    }

    @Test
    void columns_may_stand_in_any_order_beside_others() {
        files.lines(
                BIG_MATRIX,
                "note,watch_ratio,timestamp,date,video_duration,play_duration,video_id,user_id",
                "\"a, b\",0.5,1593878903.438,20200705,10000,5000,3,2");
        InteractionLog log = files.read().dataset().log();
        assertEquals(2, log.user(0));
        assertEquals(3, log.item(0));
        assertEquals(5000, log.playMillis(0));
    }

    @Test
    void a_clean_log_hits_no_rule() {
        DataReport report = files.read().report();
        assertEquals(Collections.emptyList(), report.hits());
        assertEquals(4, report.log().rows());
    }

    @Test
    void of_exact_copies_the_first_is_left() {
        String other = "0,0,5000,10000,2020-07-05 00:08:23.439,20200705,1593878903.439,0.5";
        files.log(PLAY, PLAY, other, PLAY);
        LoadedData data = files.read(TOLERANT);
        assertEquals(2, data.dataset().log().size());
        RuleHit hit = onlyHit(data);
        assertEquals(KuaiRecRules.EXACT_COPY, hit.rule());
        assertEquals(2, hit.rows());
        assertEquals(3, hit.examples().get(0).line());
        assertEquals(5, hit.examples().get(1).line());
    }

    @Test
    void a_copy_whose_date_alone_differs_is_a_copy() {
        files.log(PLAY, PLAY.replace(",20200705,", ",20200704,"));
        assertEquals(1, rowsHit(TOLERANT, KuaiRecRules.EXACT_COPY));
    }

    @Test
    void a_rewatch_is_no_copy() {
        files.log(PLAY, "0,0,5000,10000,2020-07-06 00:08:23.438,20200706,1593965303.438,0.5");
        assertEquals(2, files.read().dataset().log().size());
    }

    @Test
    void exact_copies_can_be_kept_and_are_counted() {
        files.log(PLAY, PLAY, PLAY);
        LoadedData data = files.read(KuaiRecFixture.tolerant(false, UnknownIds.DROP, DisagreeingRatio.RECOMPUTE));
        assertEquals(3, data.dataset().log().size());
        assertEquals(Action.KEPT, onlyHit(data).action());
        assertEquals(2, onlyHit(data).rows());
    }

    @ParameterizedTest
    @CsvSource({
        "'0,0,5000,,t,20200705,1593878903.438,', impossible-duration",
        "'0,0,5000,0,t,20200705,1593878903.438,inf', impossible-duration",
        "'0,0,5000,-3,t,20200705,1593878903.438,', impossible-duration",
        "'0,0,5000,3600001,t,20200705,1593878903.438,', impossible-duration",
        "'0,0,,10000,t,20200705,1593878903.438,', impossible-play",
        "'0,0,-1,10000,t,20200705,1593878903.438,', impossible-play",
        "'0,0,2147483648,10000,t,20200705,1593878903.438,', impossible-play",
        "'0,0,5000,NaN,t,20200705,1593878903.438,', impossible-duration",
        "'0,0,null,10000,t,20200705,1593878903.438,', impossible-play",
        "'0,0,5000,10000,t,,\\N,0.5', impossible-time",
        "'0,0,5000,10000,,,,0.5', impossible-time",
        "'0,0,5000,10000,t,,1293811199.999,0.5', impossible-time",
        "'0,0,5000,10000,t,,4133952000,0.5', impossible-time",
        "'7,0,5000,10000,t,20200705,1593878903.438,0.5', unknown-user",
        "'0,7,5000,10000,t,20200705,1593878903.438,0.5', unknown-video",
        "'0,0,5000,10000,t,20200705,1593878903.438', wrong-field-count",
        "'0,0,5000,10000,t,20200705,1593878903.438,0.5,1', wrong-field-count"
    })
    void a_row_is_dropped_and_counted_by_one_rule(String row, String rule) {
        files.log(PLAY, row);
        LoadedData data = files.read(TOLERANT);
        assertEquals(1, data.dataset().log().size());
        assertEquals(rule, onlyHit(data).rule().name());
        assertEquals(Action.DROPPED, onlyHit(data).action());
        assertEquals(1, onlyHit(data).rows());
        assertEquals(3, onlyHit(data).examples().get(0).line());
    }

    @ParameterizedTest
    @CsvSource({
        "'x,0,5000,10000,t,20200705,1593878903.438,0.5', user_id, x",
        "'0.0,0,5000,10000,t,20200705,1593878903.438,0.5', user_id, 0.0",
        "',0,5000,10000,t,20200705,1593878903.438,0.5', user_id, ''",
        "'NaN,0,5000,10000,t,20200705,1593878903.438,0.5', user_id, NaN",
        "'00,0,5000,10000,t,20200705,1593878903.438,0.5', user_id, 00",
        "'0,-0,5000,10000,t,20200705,1593878903.438,0.5', video_id, -0",
        "'0,-124,5000,10000,t,20200705,1593878903.438,0.5', video_id, -124",
        "'0,0,+5,10000,t,20200705,1593878903.438,0.5', play_duration, +5",
        "'0,0,-0,10000,t,20200705,1593878903.438,0.5', play_duration, -0",
        "'0,0,5000,010000,t,20200705,1593878903.438,0.5', video_duration, 010000",
        "'0,0,5000,9223372036854775808,t,20200705,1593878903.438,0.5', video_duration, 9223372036854775808",
        "'0,0,5000,10000,t,20200705,1593878903.438,1.', watch_ratio, 1.",
        "'0,,5000,10000,t,20200705,1593878903.438,0.5', video_id, ''",
        "'0,0,5e3,10000,t,20200705,1593878903.438,0.5', play_duration, 5e3",
        "'0,0,5000, 10000,t,20200705,1593878903.438,0.5', video_duration, ' 10000'",
        "'0,0,5000,10000,t,20201305,1593878903.438,0.5', date, 20201305",
        "'0,0,5000,10000,t,05.07.2020,1593878903.438,0.5', date, 05.07.2020",
        "'0,0,5000,10000,t,20200705,1.593878903438E9,0.5', timestamp, 1.593878903438E9",
        "'0,0,5000,10000,t,20200705,1593878903.438,half', watch_ratio, half"
    })
    void a_bad_cell_is_shown_with_file_line_column_and_text(String row, String column, String text) {
        files.log(PLAY, row);
        RuleHit hit = onlyHit(files.read(TOLERANT));
        assertEquals(KuaiRecRules.BAD_CELL, hit.rule());
        assertEquals(
                new DataReport.Example(BIG_MATRIX, 3, column, text),
                hit.examples().get(0));
        assertEquals(
                "big_matrix.csv:3 " + column + " \"" + text + "\"",
                hit.examples().get(0).toString());
    }

    @Test
    void too_many_bad_rows_stop_the_run_and_the_first_five_are_shown() {
        String[] rows = new String[100];
        Arrays.fill(rows, PLAY);
        for (int at = 0; at < 6; at++) {
            rows[10 * at] = PLAY.replace(",5000,", ",5000x" + at + ",");
        }
        files.log(rows);
        String message = messageOf(DEFAULTS);
        assertTrue(message.startsWith("6 of 100 rows of big_matrix.csv cannot be read"), message);
        assertTrue(message.contains("big_matrix.csv:2 play_duration \"5000x0\""), message);
        assertTrue(message.contains("big_matrix.csv:42 play_duration \"5000x4\""), message);
        assertTrue(!message.contains("5000x5"), message);
    }

    @Test
    void one_bad_row_of_a_hundred_does_not_stop_the_run() {
        String[] rows = new String[100];
        Arrays.fill(rows, PLAY);
        rows[50] = "torn";
        files.log(rows);
        assertEquals(1, rowsHit(DEFAULTS, BrokenRowRules.WRONG_FIELD_COUNT));
    }

    @Test
    void many_unknown_ids_stop_the_run_with_a_hint_at_mixed_versions() {
        files.log(PLAY, PLAY.replace("0,0,", "0,9,"));
        String message = messageOf(DEFAULTS);
        assertTrue(message.startsWith("1 of 2 rows of big_matrix.csv name a user or video"), message);
        assertTrue(message.contains("Two versions of the data set may be mixed"), message);
    }

    @Test
    void unknown_ids_can_be_kept_without_attributes() {
        files.log(PLAY, PLAY.replace("0,0,", "9,12,"));
        LoadedData data = files.read(KuaiRecFixture.tolerant(true, UnknownIds.KEEP, DisagreeingRatio.RECOMPUTE));
        assertEquals(2, data.dataset().log().size());
        assertEquals(4, data.dataset().userCount());
        assertEquals(9, data.dataset().users().number(3));
        assertEquals(12, data.dataset().items().number(4));
        assertTrue(Float.isNaN(data.dataset().userTable().columns().get(0).value(3)));
        assertEquals(0, data.dataset().itemTable().tags()[4].length);
        assertEquals(1, data.report().rowsHit(BIG_MATRIX, KuaiRecRules.UNKNOWN_USER));
        assertEquals(1, data.report().rowsHit(BIG_MATRIX, KuaiRecRules.UNKNOWN_VIDEO));
        assertEquals(2, file(data).rowsKept());
    }

    @Test
    void the_ratio_is_play_by_duration_whatever_the_cell_says() {
        files.log(PLAY.replace(",0.5", ",0.7"));
        LoadedData data = files.read(TOLERANT);
        assertEquals(0.5, data.dataset().log().watchRatio(0));
        assertEquals(KuaiRecRules.RATIO_DISAGREES, onlyHit(data).rule());
        assertEquals(Action.KEPT, onlyHit(data).action());
    }

    @Test
    void a_play_with_a_disagreeing_ratio_can_be_dropped() {
        files.log(PLAY, PLAY.replace(",0.5", ",0.7"));
        LoadedData data = files.read(KuaiRecFixture.tolerant(true, UnknownIds.DROP, DisagreeingRatio.DROP));
        assertEquals(1, data.dataset().log().size());
        assertEquals(Action.DROPPED, onlyHit(data).action());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.50009", "0.49991", "5e-1", ""})
    void a_ratio_cell_may_be_rounded_or_empty(String cell) {
        files.log(PLAY.replace(",0.5", "," + cell));
        assertEquals(Collections.emptyList(), files.read(TOLERANT).report().hits());
    }

    @Test
    void a_date_that_is_not_the_local_day_is_counted_and_the_row_kept() {
        files.log(PLAY.replace(",20200705,", ",20200704,"));
        LoadedData data = files.read(TOLERANT);
        assertEquals(LocalDate.of(2020, 7, 5).toEpochDay(), data.dataset().log().day(0));
        assertEquals(KuaiRecRules.DATE_DISAGREES, onlyHit(data).rule());
    }

    @Test
    void a_play_above_the_cap_is_kept_as_it_is_and_counted() {
        // 5,730,000 / 10,000 = 573
        files.log("0,0,5730000,10000,t,20200705,1593878903.438,573.0");
        LoadedData data = files.read(TOLERANT);
        assertEquals(573, data.dataset().log().watchRatio(0));
        assertEquals(KuaiRecRules.RATIO_ABOVE_CAP, onlyHit(data).rule());
    }

    @Test
    void rows_read_are_rows_kept_and_rows_dropped() {
        files.log(
                PLAY,
                PLAY,
                PLAY.replace(",10000,", ",0,"),
                PLAY.replace(",10000,", ",0,"),
                "torn",
                PLAY.replace("0,0,", "9,9,"),
                PLAY.replace(",0.5", ",0.7").replace("0,0,", "1,0,"));
        LoadedData data = files.read(TOLERANT);
        long dropped = data.report().hits().stream()
                .filter(hit -> hit.action() == Action.DROPPED)
                .mapToLong(RuleHit::rows)
                .sum();
        assertEquals(7, file(data).rowsRead());
        assertEquals(5, dropped); // a copy, two of duration 0, a torn one, an unknown user
        assertEquals(2, file(data).rowsKept());
        assertEquals(2, data.dataset().log().size());
    }

    @Test
    void a_log_of_which_nothing_is_left_is_an_error_with_a_row_and_the_key_of_each_rule() {
        files.log(PLAY.replace(",10000,", ",0,"), PLAY.replace(",10000,", ",,"));
        assertEquals(
                "no row of big_matrix.csv is left after cleaning; the rules hit:\n"
                        + "  impossible-duration 2, such as big_matrix.csv:2 video_duration \"0\"."
                        + " The video's duration is empty, not above 0, or above data.maxDurationMillis.\n"
                        + "Mend the file or loosen these rules.",
                messageOf(TOLERANT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1593878903438    | this looks like milliseconds since 1970 (2020-07-05), and seconds are expected: divide the column by 1000
            1593878903438000 | this looks like microseconds since 1970 (2020-07-05), and seconds are expected: divide the column by 1000000
            867000000000     | this looks like milliseconds since 1970 (1997-06-23), and seconds are expected: divide the column by 1000
            867000000        | this is 1997-06-23, and data.earliestYear is 2011, data.latestYear 2100
            4954435200       | this is 2127-01-01, and data.earliestYear is 2011, data.latestYear 2100
            20200705         | this looks like a calendar date written as a number, and seconds since 1970 are expected
            20200705000823   | this looks like a calendar date written as a number, and seconds since 1970 are expected
            """)
    void times_in_another_unit_or_of_another_year_are_guessed_at(String time, String guess) {
        files.log(PLAY.replace("1593878903.438", time));
        String message = messageOf(TOLERANT);
        assertTrue(
                message.contains("impossible-time 1, such as big_matrix.csv:2 timestamp \"" + time + ".000\": " + guess
                        + ". The timestamp is empty or outside the years data.earliestYear to data.latestYear."),
                message);
    }

    @Test
    void a_rule_that_drops_most_rows_is_told_with_one_of_them() {
        String late = PLAY.replace("1593878903.438", "1593878903438");
        files.log(PLAY, late, late);
        assertEquals(
                List.of("impossible-time drops 2 of the 3 rows of big_matrix.csv, such as big_matrix.csv:3 timestamp"
                        + " \"1593878903438.000\". The timestamp is empty or outside the years data.earliestYear to"
                        + " data.latestYear."),
                files.read(TOLERANT).report().heavyLosses());
        files.log(PLAY, late);
        assertEquals(List.of(), files.read(TOLERANT).report().heavyLosses());
    }

    @Test
    void a_word_for_missing_is_an_empty_cell_and_counted() {
        files.log(
                PLAY,
                PLAY.replace(",20200705,", ",NULL,")
                        .replace("0,0,5000", "0,1,5000")
                        .replace(",0.5", ",NaN"));
        LoadedData data = files.read();
        assertEquals(2, data.dataset().log().size());
        RuleHit hit = onlyHit(data);
        assertEquals(KuaiRecRules.MISSING_WORD, hit.rule());
        assertEquals(Action.EMPTIED, hit.action());
        assertEquals("big_matrix.csv:3 date \"NULL\"", hit.examples().get(0).toString());
        assertEquals(
                "big_matrix.csv:3 watch_ratio \"NaN\"", hit.examples().get(1).toString());
    }

    @Test
    void an_id_below_0_is_no_user_even_where_unknown_ids_are_kept() {
        files.log(PLAY, PLAY.replace("0,0,5000", "-5,0,5000"));
        LoadedData data = files.read(KuaiRecFixture.tolerant(true, UnknownIds.KEEP, DisagreeingRatio.RECOMPUTE));
        assertEquals(KuaiRecRules.BAD_CELL, onlyHit(data).rule());
        assertEquals(3, data.dataset().userCount());
    }

    /** A quote in the header and around each first cell makes FastCSV split every row, which is the twin of the plain reading. */
    @Test
    void a_dirty_log_gives_the_same_data_and_report_by_either_way_of_splitting_rows() {
        SplittableRandom random = new SplittableRandom(21);
        String[][] cells = {
            {"0", "1", "2", "9", "", "x"},
            {"0", "1", "2", "3", "7", "0.0"},
            {"5000", "5000", "0", "", "-1", "90000", "5e3"},
            {"10000", "10000", "0", "", "99999999"},
            {"t"},
            {"20200705", "20200704", "20200705.0", "", "20201305", "noon"},
            {"1593878903.438", "1593878903.4385", "1593878940", "", "1.5E9", "9"},
            {"0.5", "0.7", "", "half", "5e-05"}
        };
        String[] rows = new String[3000];
        for (int at = 0; at < rows.length; at++) {
            StringBuilder row = new StringBuilder();
            for (String[] column : cells) {
                int any = random.nextInt(40) == 0 ? column.length : Math.min(2, column.length);
                row.append(row.isEmpty() ? "" : ",").append(column[random.nextInt(any)]);
            }
            rows[at] = row + (random.nextInt(50) == 0 ? ",more" : random.nextInt(50) == 0 ? "\n" : "");
        }
        files.log(rows);
        LoadedData plain = files.read(TOLERANT);
        files.lines(BIG_MATRIX, "\"user_id\"" + LOG_HEADER.substring(7) + "\n" + String.join("\n", quoted(rows)));
        LoadedData quoted = files.read(TOLERANT);
        assertTrue(plain.report().hits().size() > 8, plain.report()::toString);
        assertEquals(rowsAndLines(plain), rowsAndLines(quoted));
        assertEquals(plain.report().log(), quoted.report().log());
        assertEquals(file(plain).rowsRead(), file(quoted).rowsRead());
        InteractionLog one = plain.dataset().log();
        InteractionLog other = quoted.dataset().log();
        for (int row = 0; row < one.size(); row++) {
            assertEquals(one.user(row), other.user(row));
            assertEquals(one.item(row), other.item(row));
            assertEquals(one.playMillis(row), other.playMillis(row));
            assertEquals(one.timestampMillis(row), other.timestampMillis(row));
        }
    }

    private static List<String> rowsAndLines(LoadedData data) {
        return data.report().hits().stream()
                .map(hit -> hit.rule().name() + " " + hit.action() + " " + hit.rows() + " "
                        + hit.examples().stream().map(Example::place).toList())
                .toList();
    }

    private static List<String> quoted(String[] rows) {
        return Arrays.stream(rows)
                .map(row -> row.replaceFirst("^([^,]*),", "\"$1\","))
                .toList();
    }

    private RuleHit onlyHit(LoadedData data) {
        assertEquals(1, data.report().hits().size(), data.report().hits().toString());
        return data.report().hits().get(0);
    }

    private long rowsHit(KuaiRecSource config, CleaningRule rule) {
        return files.read(config).report().rowsHit(BIG_MATRIX, rule);
    }

    private String messageOf(KuaiRecSource config) {
        return assertThrows(InputException.class, () -> files.read(config)).getMessage();
    }

    private static DataReport.InputFile file(LoadedData data) {
        return data.report().files().stream()
                .filter(file -> file.name().equals(BIG_MATRIX))
                .findFirst()
                .orElseThrow();
    }
}
