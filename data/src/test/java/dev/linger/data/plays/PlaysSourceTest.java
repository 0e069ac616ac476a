package dev.linger.data.plays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Titles;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.plays.PlaysSource.Columns;
import dev.linger.data.plays.PlaysSource.Delimiter;
import dev.linger.data.plays.PlaysSource.IdKind;
import dev.linger.data.plays.PlaysSource.Ids;
import dev.linger.data.plays.PlaysSource.Unit;
import dev.linger.data.plays.PlaysSource.Units;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaysSourceTest {
    static final Columns FOUND = new Columns("", "", "", "", "", "", List.of());
    static final Units AUTO = new Units(Unit.AUTO, Unit.AUTO, Unit.AUTO);

    static final Ids ANY = new Ids(IdKind.AUTO, IdKind.AUTO);

    @TempDir
    private Path folder;

    @Test
    void columns_are_found_by_usual_names_whatever_parts_them() throws IOException {
        for (String delimiter : new String[] {",", ";", "\t"}) {
            String text =
                    """
                    when_seen,video_id,user_id,duration_ms,play_time,ts
                    x,20,7,20000,10000,1600000000
                    y,10,5,30000,45000,1600000100
                    """;
            InteractionLog log =
                    read(text.replace(",", delimiter), FOUND, AUTO).dataset().log();
            assertEquals(2, log.size());
            assertEquals(0.5, log.watchRatio(0));
            assertEquals(1.5, log.watchRatio(1));
            assertEquals(1, log.user(0), "user 7 is after user 5");
            assertEquals(1_600_000_000_000L, log.timestampMillis(0));
        }
    }

    @Test
    void a_comma_marks_decimals_where_it_parts_no_fields() throws IOException {
        LoadedData data = read(
                "user;item;play;length;time\n1;2;7,5;15,0;1600000000,25\n",
                new Columns("user", "item", "play", "length", "time", "", List.of()),
                new Units(Unit.S, Unit.S, Unit.AUTO));
        assertEquals(7_500, data.dataset().log().playMillis(0));
        assertEquals(15_000, data.dataset().log().durationMillis(0));
        assertEquals(1_600_000_000_250L, data.dataset().log().timestampMillis(0));
    }

    @Test
    void units_are_those_that_names_end_with_or_that_are_said() throws IOException {
        InteractionLog log = read(
                        "user_id,item_id,play_s,duration_ms,timestamp_ms\n1,2,5,20000,1600000000123\n", FOUND, AUTO)
                .dataset()
                .log();
        assertEquals(0.25, log.watchRatio(0));
        assertEquals(1_600_000_000_123L, log.timestampMillis(0));
        for (String time : new String[] {"2020-09-13T12:26:40Z", "2020-09-13 14:26:40+0200", "2020-09-13 12:26:40"}) {
            for (Unit unit : new Unit[] {Unit.ISO, Unit.AUTO}) {
                assertEquals(
                        1_600_000_000_000L,
                        read(
                                        "user_id,item_id,play,duration,time\n1,2,5000,20000," + time + "\n",
                                        FOUND,
                                        new Units(Unit.AUTO, Unit.AUTO, unit))
                                .dataset()
                                .log()
                                .timestampMillis(0),
                        time + " " + unit);
            }
            String named = "user_id,item_id,play,duration,timestamp_ms\n1,2,5000,20000," + time + "\n";
            assertEquals(
                    1_600_000_000_000L,
                    read(named, FOUND, AUTO).dataset().log().timestampMillis(0),
                    "a date all the same");
        }
    }

    @Test
    void one_column_cannot_be_two_things() {
        assertTrue(message(
                        "user_id,item_id,play,time\n1,2,5000,1600000000\n",
                        new Columns("", "", "play", "play", "", "", List.of()),
                        AUTO)
                .startsWith("plays.csv: play and duration are both the column play. "));
    }

    @Test
    void all_columns_that_are_missing_are_named_at_once_with_what_to_do() {
        String message = message("who,what,play_time,duration,time\n1,2,3,4,5\n", FOUND, AUTO);
        assertEquals(
                "plays.csv: no column is called as the user usually is (user_id, user, userid, ...); no column is called as"
                        + " the item usually is (video_id, item_id, video, ...). Its header has who, what, play_time, duration,"
                        + " time. Say which is which, such as --map user=who (data.columns in a configuration).",
                message);
        assertTrue(message("user,vid,play_time,duration,time\n1,2,3,4,5\n", FOUND, AUTO)
                .endsWith("Say which is which, such as --map item=vid (data.columns in a configuration)."));
        assertTrue(message("a,b\n1,2\n", new Columns("a", "b", "c", "d", "e", "", List.of()), AUTO)
                .contains("there is no column c, which was to be the play"));
        assertTrue(message(
                        "who;watched;video;time\n1;2;3;4\n",
                        new Columns("who", "", "wached", "wached", "who", "", List.of()),
                        AUTO)
                .startsWith(
                        "plays.csv: there is no column wached (is it watched?), which was to be the play; there is no"
                                + " column wached (is it watched?), which was to be the duration; user and time are both the column"
                                + " who. "));
    }

    @Test
    void seconds_that_are_taken_for_milliseconds_are_refused_until_the_unit_is_said() throws IOException {
        String text = "user_id,item_id,play,duration,time\n1,2,10,20,1600000000\n";
        assertTrue(message(text, FOUND, AUTO).contains("If it counts seconds say --unit duration=s"));
        assertEquals(
                10,
                read(text, FOUND, new Units(Unit.MS, Unit.MS, Unit.AUTO))
                        .dataset()
                        .log()
                        .playMillis(0));
        assertTrue(message("user_id,item_id,play,duration,time\n1,2,10000,20000,1600000000123\n", FOUND, AUTO)
                .contains("its unit is taken for s: say another with --unit time=ms"));
        String both = message("user_id,item_id,play,duration,time\n1,2,10,20,1600000000123\n", FOUND, AUTO);
        assertTrue(both.contains("say another with --unit time=ms") && both.contains("say --unit duration=s"), both);
    }

    @Test
    void rows_that_cannot_be_used_are_counted_with_the_rule_and_the_line() throws IOException {
        StringBuilder text = new StringBuilder("user_id;item_id;play;duration;time\n");
        for (int row = 0; row < 400; row++) {
            text.append(row % 7)
                    .append(';')
                    .append(row % 11)
                    .append(";5000;10000;")
                    .append(1_600_000_000 + row)
                    .append('\n');
        }
        text.append(" 1;2;5000;10000;1600000000\n");
        text.append("1;2;5000;0;1600000000\n");
        text.append("1;2;-5;10000;1600000000\n");
        text.append("1;2;5000;10000;16\n");
        text.append("0;0;5000;10000;1600000000\n");
        text.append("1;2;5000;10000\n");
        LoadedData data = read(text.toString(), FOUND, AUTO);
        assertEquals(400, data.dataset().log().size());
        assertEquals(
                "[wrong-field-count 1 plays.csv:407, bad-cell 1 plays.csv:402, impossible-duration 1 plays.csv:403,"
                        + " impossible-play 1 plays.csv:404, impossible-time 1 plays.csv:405, exact-copy 1 plays.csv:406]",
                data.report().hits().stream()
                        .map(hit -> hit.rule().name() + " " + hit.rows() + " "
                                + hit.examples().get(0).place())
                        .toList()
                        .toString());
        assertTrue(
                data.report().hits().get(0).examples().get(0).text().endsWith("1;2;5000;10000"), "as it stands there");
    }

    @Test
    void a_video_is_called_as_in_its_latest_play_with_a_title() throws IOException {
        String text =
                """
                user_id;item_id;play;duration;time;Title
                1;20;5000;9000;1600000300;"the latest; with ""quotes""
                and a line, \t"
                1;20;5000;9000;1600000100;earlier
                2;20;5000;9000;1600000400;
                1;10;5000;9000;1600000100;5" screen
                1;30;5000;9000;1600000100;
                """;
        LoadedData data = read(text, FOUND, AUTO);
        assertEquals(5, data.dataset().log().size());
        Titles titles = data.dataset().itemTable().titles();
        assertEquals("5\" screen", titles.of(0));
        assertEquals("the latest; with \"quotes\"\nand a line,", titles.of(1));
        assertEquals("", titles.of(2));
        assertEquals(
                "5\" screen",
                read(text.replace("Title", "words"), columns("words", List.of()), AUTO)
                        .dataset()
                        .itemTable()
                        .titles()
                        .of(0));
        String others = "user_id,item_id,play,duration,time,words\n1,2,5000,9000,1600000000,a\n";
        assertTrue(read(others, FOUND, AUTO).dataset().itemTable().titles().isEmpty());
    }

    @Test
    void flags_are_the_columns_that_are_named_and_what_is_none_is_counted() throws IOException {
        String header = "user_id,item_id,play,duration,time,liked,shared\n";
        LoadedData data = read(
                header
                        + "1,20,5000,9000,1600000003,1,false\n"
                        + "1,20,5000,9000,1600000001,0.0,True\n"
                        + "1,20,5000,9000,1600000002,1.0,maybe\n"
                        + "1,20,5000,9000,1600000002,0,0\n"
                        + "2,20,5000,9000,1600000004,,1\n",
                columns("", List.of("shared", "liked")),
                AUTO);
        InteractionLog log = data.dataset().log();
        assertEquals(List.of("shared", "liked"), log.flagNames());
        assertEquals(List.of(1, 2, 2, 1), List.of(log.flags(0), log.flags(1), log.flags(2), log.flags(3)), "by time");
        assertEquals(
                "[exact-copy 1 plays.csv:5 , bad-flag 2 plays.csv:4 shared maybe]",
                data.report().hits().stream()
                        .map(hit -> hit.rule().name() + " " + hit.rows() + " "
                                + hit.examples().get(0).place() + " "
                                + hit.examples().get(0).column()
                                + (hit.examples().get(0).column().isEmpty()
                                        ? ""
                                        : " " + hit.examples().get(0).text()))
                        .toList()
                        .toString());
        String message =
                message(header + "1,2,5000,9000,1600000000,1,1\n", columns("liked", List.of("liked", "like")), AUTO);
        assertTrue(
                message.startsWith(
                        "plays.csv: there is no column like (is it liked?), which was to be the flag; title and a"
                                + " flag are both the column liked. "),
                message);
        assertThrows(IllegalArgumentException.class, () -> columns("", List.of("a", "a")));
        assertThrows(
                IllegalArgumentException.class,
                () -> columns("", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")));
    }

    private static Columns columns(String title, List<String> flags) {
        return new Columns("", "", "", "", "", title, flags);
    }

    @Test
    void a_folder_with_two_tables_must_say_which() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x\n");
        Files.writeString(folder.resolve("b.tsv.gz"), "x\n");
        String message = assertThrows(
                        InputException.class, () -> source("", FOUND, AUTO).size(folder))
                .getMessage();
        assertTrue(message.contains("holds 2 files of rows"), message);
    }

    private String message(String text, Columns columns, Units units) {
        return String.valueOf(assertThrows(InputException.class, () -> read(text, columns, units))
                .getMessage());
    }

    private LoadedData read(String text, Columns columns, Units units) throws IOException {
        Path file = folder.resolve("plays.csv");
        Files.writeString(file, text);
        PlaysSource source = source("", columns, units);
        assertEquals(1, source.digests(file, Progress.SILENT).size());
        return source.read(file, WatchRules.DEFAULTS, Progress.SILENT);
    }

    static PlaysSource source(String file, Columns columns, Units units) {
        return source(file, columns, units, ANY);
    }

    static PlaysSource source(String file, Columns columns, Units units, Ids ids) {
        return new PlaysSource(file, columns, units, ids, Delimiter.AUTO, "UTC", true, 86_400_000, 1990, 2099, 0.01);
    }
}
