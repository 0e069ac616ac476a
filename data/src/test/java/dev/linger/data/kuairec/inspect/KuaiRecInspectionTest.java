package dev.linger.data.kuairec.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.kuairec.files.DataDirectory;
import dev.linger.data.source.DataInspection;
import dev.linger.data.source.DataInspection.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Six rows that can be read. Shortly after local midnight of 5 July: user 0 plays video 0 for .5 of it, twice copied, and
 * user 1 plays video 1, whose duration is lost. Ten days later user 0 plays video 0 for 2 of it, user 1 video 2 for 1.
 */
class KuaiRecInspectionTest {
    private static final String LOG_HEADER =
            "user_id,video_id,play_duration,video_duration,time,date,timestamp,watch_ratio";
    private static final String FIRST = "0,0,500,1000,2020-07-05 00:08:23.438,20200705,1593878903.438,0.5";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        lines(
                "big_matrix.csv",
                LOG_HEADER,
                FIRST,
                FIRST,
                FIRST,
                "0,0,2000,1000,2020-07-15 00:08:23.438,20200715,1594742903.438,2.0",
                "1,1,3000,0,2020-07-05 00:08:23.438,20200705,1593878903.438,",
                "1,2,1000,1000,2020-07-15 00:08:23.438,20200715,1594742903.438,1.0",
                "1,2,x,1000,2020-07-15 00:08:23.438,20200715,1594742903.438,1.0");
        lines("user_features.csv", "user_id", "0", "1");
        lines("item_categories.csv", "video_id,feat", "0,\"[27, 9]\"", "1,[8]", "2,[]");
        lines("item_daily_features.csv", "video_id,date", "0,20200705", "0,20200705", "0,20200705", "1,20200705");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "big_matrix, rows, 6, 12530806",
        "big_matrix, unreadable rows, 1, 0",
        "big_matrix, exact copies, 2, 968004",
        "big_matrix, copies of one row, 2, 2224",
        "big_matrix, rows without copies, 4, 11562802",
        "big_matrix, distinct pairs, 3, 10300969",
        "big_matrix, re-watches, 1, 1261833",
        "big_matrix, users, 2, 7176",
        "big_matrix, videos, 3, 10728",
        "big_matrix, days, 2, 28",
        "big_matrix, videos of the last week, 2, 5476",
        "big_matrix, new ones of them, 1, 1482",
        "user_features, rows, 2, 7176",
        "item_categories, rows, 3, 10728",
        "item_daily_features, rows, 4, 343341",
        "item_daily_features, distinct keys, 2, 194155",
        "item_daily_features, rows that share a key, 3, 226111"
    })
    void counts_by_hand(String of, String statistic, double value, double published) {
        assertEquals(
                new Figure(of, statistic, value, published), find(inspected().counts(), of, statistic));
    }

    /** Ratios .5 .5 .5 1 2: ranks ceil(1.25) = 2, 3, 4; mean 4.5 / 5; sd^2 = (3 * .16 + .01 + 1.21) / 5 = .34. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "big_matrix watch_ratio <= 5, quartile 1, 0.5, 0.311",
        "big_matrix watch_ratio <= 5, median, 0.5, 0.716",
        "big_matrix watch_ratio <= 5, quartile 3, 1, 1.162",
        "big_matrix watch_ratio <= 5, mean, 0.9, 0.851",
        "big_matrix watch_ratio <= 5, sd, 0.5830951895, 0.719",
        "big_matrix watch_ratio, max, 2, 573",
        "big_matrix watch_ratio, share >= 0.8, 0.4, 0.454",
        "big_matrix watch_ratio, share >= 1.0, 0.4, 0.338",
        "big_matrix watch_ratio, share >= 2.0, 0.2, 0.075",
        "big_matrix video_duration, mean, 1000, 14622",
        "big_matrix rows a user, mean, 3, 1746",
        "big_matrix rows a user, max, 4, 16015",
        "big_matrix rows a user and day, mean, 1.5, 66.5",
        "big_matrix rows a user and day, max, 3, 3268",
        "big_matrix last week, share of rows of new videos, 0.5, 0.125",
        "big_matrix last week, share of rows of past pairs, 0.5, 0.1375",
        "item_categories, mean tags a video, 1, 1.18"
    })
    void shapes_by_hand(String of, String statistic, double value, double published) {
        Figure figure = find(inspected().shapes(), of, statistic);

        assertEquals(value, figure.value(), 1e-9);
        assertEquals(published, figure.published());
    }

    @Test
    void the_difference_is_in_percent_of_the_published_value() {
        assertEquals(25, new Figure("", "", 50, 40).differencePercent(), 1e-12);
        assertTrue(Double.isNaN(new Figure("", "", 0, 0).differencePercent()));
    }

    @Test
    void the_cut_and_the_last_week_are_told() {
        // of six times the one at position 4 (from 0) is the first of the later day; 15 July is the last of seven days
        assertEquals(
                List.of(
                        "80 % of the rows lie before 2020-07-15T00:08:23 (KuaiRec: near 2020-08-29)",
                        "last week: from 2020-07-09 (KuaiRec: 2020-08-30), against all rows before it"),
                inspected().notes());
    }

    @Test
    void files_that_are_not_there_have_no_figures() {
        assertTrue(Stream.concat(inspected().counts().stream(), inspected().shapes().stream())
                .noneMatch(figure -> figure.of().startsWith("small_matrix")
                        || figure.of().equals("social_network")
                        || figure.of().equals("kuairec_caption_category")));
    }

    @Test
    void the_other_files_are_counted_where_they_are() throws IOException {
        lines(
                "small_matrix.csv",
                LOG_HEADER,
                "0,1,1000,2000,2020-07-05 00:08:23.438,20200705.0,1593878903.438,0.5",
                "0,2,3000,3000,,,,1.0",
                "1,1,4000,2000,2020-07-06 00:08:23.438,20200706.0,1593965303.438,2.0");
        lines("social_network.csv", "user_id,friend_list", "0,[1]", "1,\"[0, 2, 3]\"");
        lines("kuairec_caption_category.csv", "video_id,caption", "0,a", "1", ",b,", "2,c");
        DataInspection inspection = inspected();

        assertEquals(3, find(inspection.counts(), "small_matrix", "rows").value());
        assertEquals(
                1,
                find(inspection.counts(), "small_matrix", "rows without time").value());
        assertEquals(
                0.75,
                find(inspection.shapes(), "small_matrix", "share of pairs filled")
                        .value());
        assertEquals(
                1,
                find(inspection.shapes(), "small_matrix rows a user and day", "mean")
                        .value());
        assertEquals(
                2, find(inspection.shapes(), "social_network", "mean friends").value());
        assertEquals(
                4,
                find(inspection.counts(), "kuairec_caption_category", "records").value());
    }

    @Test
    void a_log_without_a_readable_row_is_a_mistake() throws IOException {
        lines("big_matrix.csv", LOG_HEADER, "a,b,c,d,e,f,g,h");

        assertEquals(
                "big_matrix.csv has no row that can be read; unreadable rows: 1",
                assertThrows(InputException.class, this::inspected).getMessage());
    }

    @Test
    void a_log_without_times_is_a_mistake() throws IOException {
        lines("big_matrix.csv", LOG_HEADER, "0,0,500,1000,,,,0.5");

        assertEquals(
                "no row of big_matrix.csv has a timestamp",
                assertThrows(InputException.class, this::inspected).getMessage());
    }

    private DataInspection inspected() {
        return KuaiRecInspection.of(DataDirectory.in(folder, Map.of()), Progress.SILENT);
    }

    private static Figure find(List<Figure> figures, String of, String statistic) {
        return figures.stream()
                .filter(figure -> figure.of().equals(of) && figure.statistic().equals(statistic))
                .findFirst()
                .orElseThrow();
    }

    private void lines(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }
}
