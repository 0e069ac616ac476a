package dev.linger.data.kuairec;

import static dev.linger.data.kuairec.KuaiRecFixture.CAPTIONS;
import static dev.linger.data.kuairec.KuaiRecFixture.DAILY;
import static dev.linger.data.kuairec.KuaiRecFixture.DAILY_HEADER;
import static dev.linger.data.kuairec.KuaiRecFixture.FRIENDS;
import static dev.linger.data.kuairec.KuaiRecFixture.TAGS;
import static dev.linger.data.kuairec.KuaiRecFixture.TOLERANT;
import static dev.linger.data.kuairec.KuaiRecFixture.USERS;
import static dev.linger.data.kuairec.KuaiRecFixture.USER_HEADER;
import static dev.linger.data.kuairec.KuaiRecFixture.daily;
import static dev.linger.data.kuairec.KuaiRecFixture.user;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Friends;
import dev.linger.data.InputException;
import dev.linger.data.ItemTable;
import dev.linger.data.Titles;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.kuairec.tables.ItemColumns;
import dev.linger.data.kuairec.tables.UserColumns;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.LoadedData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SideTableReadingTest {
    private static final int JULY_5 = (int) LocalDate.of(2020, 7, 5).toEpochDay();

    private KuaiRecFixture files;

    @BeforeEach
    void write(@TempDir Path directory) {
        files = new KuaiRecFixture(directory);
    }

    @Test
    void every_user_column_becomes_an_attribute() {
        List<AttributeColumn> columns = files.read().dataset().userTable().columns();
        assertEquals(30, columns.size()); // 31 with the key
        assertEquals(
                7,
                columns.stream()
                        .filter(AttributeColumn.Numeric.class::isInstance)
                        .count());
    }

    @Test
    void one_and_one_point_zero_are_the_same_category() {
        users("onehot_feat4", "1.0", "1", "10");
        assertEquals(new Cells(List.of("1", "10"), 0, 0, 1), category(userColumn("onehot_feat4")));
    }

    @Test
    void levels_are_sorted_by_text_in_no_locale() {
        users("user_active_degree", "\u0131", "i", "I");
        assertEquals(new Cells(List.of("I", "i", "\u0131"), 2, 1, 0), category(userColumn("user_active_degree")));
    }

    @Test
    void empty_unknown_and_minus_124_are_missing_categories() {
        users("user_active_degree", "", "UNKNOWN", "-124");
        assertEquals(new Cells(List.of(), -1, -1, -1), category(userColumn("user_active_degree")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-124", "-124.0", "UNKNOWN", "NaN", "null", "\\N"})
    void a_missing_cell_is_missing_in_every_kind_of_column(String text) {
        users("is_live_streamer", "1", text, "0");
        assertTrue(Float.isNaN(userColumn("is_live_streamer").value(1)));
        users("fans_user_num", "7", text, "0.0");
        assertTrue(Float.isNaN(userColumn("fans_user_num").value(1)));
        users("onehot_feat3", "7", text, "0");
        assertEquals(new Cells(List.of("0", "7"), 1, -1, 0), category(userColumn("onehot_feat3")));
        files.lines(TAGS, "video_id,feat", "0,[8]", "1," + text, "2,[]", "3,[9]");
        files.lines(
                DAILY, DAILY_HEADER, daily(0, 20200705, "upload_dt", text, "show_cnt", text, "play_progress", text));
        LoadedData data = files.read();
        assertArrayEquals(new int[0], data.dataset().itemTable().tags()[1]);
        assertEquals(ItemTable.UNKNOWN_DAY, data.dataset().itemTable().uploadDay()[0]);
        DailyStats stats = data.dataset().dailyStats();
        int row = stats.latestBefore(0, JULY_5 + 1);
        assertTrue(Float.isNaN(stats.value(row, DailyStat.SHOW_CNT)));
        assertTrue(Float.isNaN(stats.value(row, DailyStat.PLAY_PROGRESS)));
        boolean word = text.matches("NaN|null|.N");
        assertEquals(word ? 1 : 0, data.report().rowsHit(USERS, KuaiRecRules.MISSING_WORD));
        assertEquals(word ? 1 : 0, data.report().rowsHit(TAGS, KuaiRecRules.MISSING_WORD));
        assertEquals(word ? 3 : 0, data.report().rowsHit(DAILY, KuaiRecRules.MISSING_WORD));
        assertEquals(0, data.report().rowsHit(USERS, KuaiRecRules.BAD_ATTRIBUTE));
    }

    @Test
    void every_column_that_is_read_knows_a_word_for_missing() {
        List<String> userColumns = UserColumns.NAMES.subList(1, UserColumns.NAMES.size());
        files.lines(
                USERS,
                USER_HEADER,
                user(
                        0,
                        userColumns.stream()
                                .flatMap(name -> Stream.of(name, "none"))
                                .toArray(String[]::new)),
                user(
                        1,
                        userColumns.stream()
                                .flatMap(name -> Stream.of(name, ""))
                                .toArray(String[]::new)),
                user(2));
        List<String> dailyColumns = ItemColumns.DAILY_FILE.subList(2, ItemColumns.DAILY_FILE.size());
        files.lines(
                DAILY,
                DAILY_HEADER,
                daily(
                        0,
                        20200705,
                        dailyColumns.stream()
                                .flatMap(name -> Stream.of(name, "NULL"))
                                .toArray(String[]::new)),
                daily(1, 20200705));
        files.lines(CAPTIONS, String.join(",", ItemColumns.CAPTION_FILE), "0,NaN,NA,\\N", "1,,,");
        LoadedData data = files.read();
        assertEquals(userColumns.size(), data.report().rowsHit(USERS, KuaiRecRules.MISSING_WORD));
        assertEquals(dailyColumns.size(), data.report().rowsHit(DAILY, KuaiRecRules.MISSING_WORD));
        assertEquals(3, data.report().rowsHit(CAPTIONS, KuaiRecRules.MISSING_WORD));
        Stream<AttributeColumn> all = Stream.concat(
                data.dataset().userTable().columns().stream(), data.dataset().itemTable().columns().stream());
        all.forEach(column -> {
            assertTrue(Float.isNaN(column.value(0)), column.name());
            assertTrue(Float.isNaN(column.value(1)), column.name());
        });
        for (int item = 0; item < 2; item++) {
            int row = data.dataset().dailyStats().latestBefore(item, JULY_5 + 1);
            for (DailyStat stat : DailyStat.values()) {
                assertTrue(Float.isNaN(data.dataset().dailyStats().value(row, stat)), stat.column());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fans_user_num, -1",
        "fans_user_num, -0",
        "fans_user_num, +5",
        "fans_user_num, 1.",
        "fans_user_num, 1.5",
        "fans_user_num, 007",
        "fans_user_num, 1e3",
        "fans_user_num, 9007199254740992",
        "fans_user_num, 9223372036854775808",
        "register_days, many",
        "is_live_streamer, 2",
        "is_live_streamer, -1",
        "is_video_author, 0.5",
        "is_video_author, True",
        "is_lowactive_period, 01"
    })
    void a_cell_that_is_not_of_its_columns_kind_is_counted_and_taken_as_missing(String column, String text) {
        users(column, "1", text, "0.0");
        LoadedData data = files.read(TOLERANT);
        AttributeColumn cells = column(data.dataset().userTable().columns(), column);
        assertEquals(1, cells.value(0));
        assertTrue(Float.isNaN(cells.value(1)));
        assertEquals(0, cells.value(2));
        assertEquals(1, data.report().rowsHit(USERS, KuaiRecRules.BAD_ATTRIBUTE));
    }

    @ParameterizedTest
    @CsvSource({
        "show_cnt, -1",
        "like_cnt, 2.5",
        "report_cnt, +5",
        "play_progress, -0.5",
        "play_progress, 1e400",
        "play_duration, 1.",
        "video_duration, -1.0",
        "video_width, 0720",
        "video_height, tall",
        "upload_dt, 2020-13-01"
    })
    void a_daily_cell_that_is_not_of_its_columns_kind_is_counted_too(String column, String text) {
        files.lines(DAILY, DAILY_HEADER, daily(0, 20200705, column, text));
        LoadedData data = files.read(TOLERANT);
        assertEquals(1, data.report().rowsHit(DAILY, KuaiRecRules.BAD_ATTRIBUTE));
        assertEquals(
                "item_daily_features.csv:2 " + column + " \"" + text + "\"",
                data.report().hits().get(0).examples().get(0).toString());
    }

    @Test
    void a_category_keeps_its_text_but_for_blanks_at_an_end_which_are_no_part_of_one() {
        users("user_active_degree", "007", "7", "\"7 \"");
        assertEquals(new Cells(List.of("007", "7"), 0, 1, -1), category(userColumn("user_active_degree")));
        assertEquals(1, files.read(TOLERANT).report().rowsHit(USERS, KuaiRecRules.BAD_ATTRIBUTE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "007", "-0", "+1", "-1", "-124", "1.0"})
    void an_id_that_is_not_plain_digits_drops_its_row_as_an_empty_one_does(String id) {
        files.lines(USERS, USER_HEADER, user(0), user(1), user(2), user(0).replaceFirst("0", id));
        files.lines(TAGS, "video_id,feat", "0,[8]", "1,[9]", "2,[]", "3,[9]", id + ",[8]");
        files.lines(DAILY, DAILY_HEADER, daily(0, 20200705), daily(0, 20200706).replaceFirst("0", id));
        DataReport report = files.read(TOLERANT).report();
        for (String file : List.of(USERS, TAGS, DAILY)) {
            assertEquals(1, report.rowsHit(file, KuaiRecRules.BAD_CELL), file);
        }
    }

    @Test
    void a_bad_attribute_is_counted_and_taken_as_missing() {
        users("register_days", "107", "many", "1_000");
        LoadedData data = files.read(TOLERANT);
        assertTrue(Float.isNaN(userColumn("register_days").value(1)));
        assertEquals(2, data.report().rowsHit(USERS, KuaiRecRules.BAD_ATTRIBUTE));
        assertEquals(
                "user_features.csv:3 register_days \"many\"",
                data.report().hits().get(0).examples().get(0).toString());
        assertTrue(assertThrows(InputException.class, files::read)
                .getMessage()
                .startsWith("2 of 3 rows of user_features.csv cannot be read"));
    }

    @Test
    void a_user_that_stands_twice_is_an_error_that_names_both_lines() {
        files.lines(USERS, USER_HEADER, user(0), user(1), user(0));
        assertEquals(
                "user_features.csv:4 repeats user_id 0 of line 2; each may stand once.",
                assertThrows(InputException.class, files::read).getMessage());
    }

    @Test
    void a_cell_that_tablesaw_calls_missing_is_a_category_like_others() {
        users("user_active_degree", "*", "-", "N");
        assertEquals(
                List.of("*", "-", "N"),
                category(userColumn("user_active_degree")).levels());
    }

    @Test
    void a_row_that_begins_like_a_comment_is_not_passed_over() {
        files.lines(TAGS, "video_id,feat", "0,[8]", "1,[8]", "2,[8]", "3,[8]", "#4,[8]");
        assertEquals(1, files.read(TOLERANT).report().rowsHit(TAGS, KuaiRecRules.BAD_CELL));
    }

    @Test
    void tag_lists_become_dense_tags() {
        ItemTable items = files.read().dataset().itemTable();
        assertEquals(3, items.tagCount()); // 8, 9, 27
        assertArrayEquals(new int[] {0}, items.tags()[0]);
        assertArrayEquals(new int[] {1, 2}, items.tags()[1]);
        assertArrayEquals(new int[0], items.tags()[2]);
    }

    @Test
    void static_attributes_come_from_the_earliest_row() {
        files.lines(
                DAILY,
                DAILY_HEADER,
                daily(0, 20200706, "author_id", "5", "upload_dt", "2020-07-01", "video_duration", "9000.0"),
                daily(0, 20200705, "author_id", "7", "upload_dt", "2020-06-30", "video_duration", "8000.0"),
                daily(1, 20200705));
        ItemTable items = files.read().dataset().itemTable();
        assertEquals(LocalDate.of(2020, 6, 30).toEpochDay(), items.uploadDay()[0]);
        assertEquals(8000f, items.durationMillis()[0]);
        assertEquals(
                List.of("7"), category(column(items.columns(), "author_id")).levels());
        assertEquals(ItemTable.UNKNOWN_DAY, items.uploadDay()[1]);
        assertTrue(Float.isNaN(items.durationMillis()[2]));
    }

    @Test
    void of_rows_of_one_video_and_day_the_one_with_most_shows_is_left() {
        files.lines(
                DAILY,
                DAILY_HEADER,
                daily(0, 20200705, "show_cnt", "10", "play_cnt", "9", "like_cnt", "1"),
                daily(0, 20200705, "show_cnt", "20", "play_cnt", "3", "like_cnt", "2"),
                daily(0, 20200705, "show_cnt", "20", "play_cnt", "4", "like_cnt", "3"),
                daily(0, 20200705, "show_cnt", "20", "play_cnt", "4", "like_cnt", "4"),
                daily(1, 20200705, "show_cnt", "5"),
                daily(1, 20200705, "show_cnt", "5"));
        LoadedData data = files.read();
        DailyStats stats = data.dataset().dailyStats();
        assertEquals(2, stats.size());
        int row = stats.latestBefore(0, JULY_5 + 1);
        assertEquals(3, stats.value(row, DailyStat.LIKE_CNT));
        assertEquals(4, data.report().rowsHit(DAILY, KuaiRecRules.REPEATED_DAY)); // 6 rows, 2 keys
        assertEquals(1, data.report().rowsHit(DAILY, KuaiRecRules.REPEATED_DAY_DISAGREES)); // video 0 alone
        assertEquals(2, data.report().files().get(2).rowsKept());
    }

    @Test
    void statistics_of_a_day_are_not_known_on_that_day() {
        files.lines(DAILY, DAILY_HEADER, daily(0, 20200705, "show_cnt", "10"));
        DailyStats stats = files.read().dataset().dailyStats();
        assertEquals(DailyStats.NONE, stats.latestBefore(0, JULY_5));
        assertEquals(10, stats.value(stats.latestBefore(0, JULY_5 + 1), DailyStat.SHOW_CNT));
    }

    @Test
    void a_statistic_may_be_empty_but_its_column_must_stand() {
        DailyStats stats = files.read().dataset().dailyStats();
        assertTrue(Float.isNaN(stats.value(stats.latestBefore(0, JULY_5 + 1), DailyStat.COLLECT_CNT)));
        files.lines(DAILY, DAILY_HEADER.replace("collect_cnt", "collected"), daily(0, 20200705));
        assertTrue(assertThrows(InputException.class, files::read)
                .getMessage()
                .startsWith("item_daily_features.csv has no column collect_cnt"));
    }

    @Test
    void daily_rows_of_an_unknown_video_or_a_bad_day_are_dropped_and_counted() {
        files.lines(DAILY, DAILY_HEADER, daily(9, 20200705), daily(0, 20200732), daily(0, 20200705));
        LoadedData data = files.read(TOLERANT);
        assertEquals(1, data.dataset().dailyStats().size());
        assertEquals(1, data.report().rowsHit(DAILY, KuaiRecRules.UNKNOWN_VIDEO));
        assertEquals(1, data.report().rowsHit(DAILY, KuaiRecRules.BAD_CELL));
    }

    @Test
    void the_pieces_of_a_torn_caption_are_counted_and_left_out() {
        String header = "video_id,caption,first_level_category_id,second_level_category_id,third_level_category_id";
        files.text(CAPTIONS, header + "\n0,a,8,673,-124\n1,we hope\r!,6,1,2\n2,\"two\nlines\",9,727,1\n3,b,8.0,1,1\n");
        LoadedData data = files.read(TOLERANT);
        assertEquals(2, data.report().rowsHit(CAPTIONS, KuaiRecRules.BROKEN_CAPTION));
        List<AttributeColumn> columns = data.dataset().itemTable().columns();
        assertEquals(new Cells(List.of("8", "9"), 0, -1, 1, 0), category(column(columns, "first_level_category_id")));
        assertEquals(
                -1, category(column(columns, "third_level_category_id")).codes().get(0));
    }

    @Test
    void a_video_is_called_by_its_caption_or_else_by_the_text_on_its_cover() {
        String levels = ",first_level_category_id,second_level_category_id,third_level_category_id";
        files.text(
                CAPTIONS,
                "video_id,manual_cover_text,caption" + levels + "\n0,cover,\" two\r\nlines, \u0001\",8,1,1\n"
                        + "1,cover,,8,1,1\n2,UNKNOWN, ,8,1,1\n");
        LoadedData data = files.read(TOLERANT);
        Titles titles = data.dataset().itemTable().titles();
        assertEquals("two\r\nlines, \u0001", titles.of(0));
        assertEquals("cover", titles.of(1));
        assertEquals("", titles.of(2));
        assertEquals("", titles.of(3), "of no row");
        assertEquals(
                3,
                category(column(data.dataset().itemTable().columns(), "first_level_category_id")).codes().stream()
                        .filter(code -> code == 0)
                        .count());
        files.lines(CAPTIONS, "video_id" + levels, "0,8,1,1");
        assertTrue(files.read(TOLERANT).dataset().itemTable().titles().isEmpty());
    }

    @Test
    void friends_are_checked_and_counted() {
        files.lines(FRIENDS, "user_id,friend_list", "0,\"[1, 2]\"", "1,[0", "9,[0]");
        LoadedData data = files.read(TOLERANT);
        DataReport report = data.report();
        assertEquals(1, report.rowsHit(FRIENDS, KuaiRecRules.BAD_ATTRIBUTE));
        assertEquals(1, report.rowsHit(FRIENDS, KuaiRecRules.UNKNOWN_USER));
        Friends friends = data.dataset().userTable().friends();
        assertEquals(2, friends.size());
        assertEquals(1, friends.of(0, 0));
        assertEquals(2, friends.of(0, 1));
        assertEquals(0, friends.count(1));
    }

    @Test
    void nobody_is_a_friend_of_themself_twice_or_of_a_user_who_is_not_there() {
        files.lines(FRIENDS, "user_id,friend_list", "1,\"[2, 1, 77, 0, 2]\"", "2,");
        Friends friends = files.read(TOLERANT).dataset().userTable().friends();
        assertEquals(2, friends.size());
        assertEquals(2, friends.count(1));
        assertEquals(0, friends.of(1, 0));
        assertEquals(2, friends.of(1, 1));
    }

    private void users(String column, String... texts) {
        files.lines(
                USERS, USER_HEADER, user(0, column, texts[0]), user(1, column, texts[1]), user(2, column, texts[2]));
    }

    private AttributeColumn userColumn(String name) {
        return column(files.read(TOLERANT).dataset().userTable().columns(), name);
    }

    private static AttributeColumn column(List<AttributeColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Cells category(AttributeColumn column) {
        AttributeColumn.Category category = (AttributeColumn.Category) column;
        return new Cells(
                category.levels(), Arrays.stream(category.codes()).boxed().toList());
    }

    private record Cells(List<String> levels, List<Integer> codes) {
        Cells(List<String> levels, Integer... codes) {
            this(levels, List.of(codes));
        }
    }
}
