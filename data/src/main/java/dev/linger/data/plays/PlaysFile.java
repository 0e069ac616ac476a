package dev.linger.data.plays;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.RowFile;
import dev.linger.data.plays.PlaysSource.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table that is read, and where in its rows what stands.
 *
 * @param fields positions of user, video, play time, duration and time in the header
 * @param units of the last three, that of time where it is a number
 * @param title position of the title, -1 where there is none
 * @param flags positions of the flags, in the order in which they are named
 */
record PlaysFile(
        RowFile file, CsvHeader header, List<Integer> fields, List<Unit> units, int title, List<Integer> flags) {
    static final int USER = 0;
    static final int ITEM = 1;
    static final int PLAY = 2;
    static final int DURATION = 3;
    static final int TIME = 4;

    private static final int NOT_FOUND = -1;

    /** What each is called in a configuration. */
    static final List<String> KEYS = List.of("user", "item", "play", "duration", "time");

    private static final List<String> USUAL_TITLES =
            List.of("title", "video_title", "item_title", "caption", "video_name", "item_name");

    /** Names that are usual, in lower case. */
    private static final List<List<String>> USUAL = List.of(
            List.of("user_id", "user", "userid", "uid", "visitor_id", "device_id"),
            List.of("video_id", "item_id", "video", "item", "itemid", "videoid", "photo_id", "content_id", "movie_id"),
            List.of(
                    "play_duration",
                    "play_time_ms",
                    "play_time",
                    "watch_time_ms",
                    "watch_time",
                    "watch_ms",
                    "watched_ms",
                    "played_ms",
                    "play_ms",
                    "play",
                    "playing_time",
                    "play_s",
                    "watch_s",
                    "watch_time_s"),
            List.of("video_duration", "duration_ms", "duration", "duration_s", "length_ms", "length", "length_s"),
            List.of("timestamp", "time_ms", "time", "ts", "timestamp_ms", "timestamp_s", "event_time", "date_time"));

    /** The table at a path, which is it or the folder that holds it. */
    static PlaysFile of(Path path, PlaysSource config) {
        RowFile file = PlaysTable.at(path, config.file(), config.delimiter());
        CsvHeader header = file.header();
        List<String> given = List.of(
                config.columns().user(),
                config.columns().item(),
                config.columns().play(),
                config.columns().duration(),
                config.columns().time());
        List<String> problems = new ArrayList<>();
        List<Integer> fields = new ArrayList<>();
        for (int at = 0; at < KEYS.size(); at++) {
            fields.add(position(header, at, given.get(at), problems));
        }
        String titled = config.columns().title();
        int title = titled.isEmpty() ? usual(header, USUAL_TITLES) : named(header, titled, "title", problems);
        List<Integer> flags = config.columns().flags().stream()
                .map(flag -> named(header, flag, "flag", problems))
                .toList();
        requireDistinct(
                Stream.of(fields, List.of(title), flags).flatMap(List::stream).toList(), file, header, problems);
        if (!problems.isEmpty()) {
            throw new InputException(file.name() + ": " + String.join("; ", problems) + ". Its header has "
                    + String.join(
                            ", ", header.names().stream().map(file::original).toList())
                    + ". Say which is which, such as --map " + example(fields, file, header)
                    + " (data.columns in a configuration).");
        }
        List<Unit> units = List.of(
                unit(config.units().play(), header, fields.get(PLAY), Unit.MS),
                unit(config.units().duration(), header, fields.get(DURATION), Unit.MS),
                unit(config.units().time(), header, fields.get(TIME), Unit.S));
        return new PlaysFile(file, header, List.copyOf(fields), units, title, flags);
    }

    /** What was not found first, with the first column that is nothing yet. */
    private static String example(List<Integer> fields, RowFile file, CsvHeader header) {
        int missing = Math.max(0, fields.indexOf(NOT_FOUND));
        int free = IntStream.range(0, header.names().size())
                .filter(column -> !fields.contains(column))
                .findFirst()
                .orElse(0);
        return KEYS.get(missing) + "=" + file.original(header.names().get(free));
    }

    /** No column is two things; of those that were not found none is told of here. */
    private static void requireDistinct(List<Integer> columns, RowFile file, CsvHeader header, List<String> problems) {
        for (int at = 1; at < columns.size(); at++) {
            int same = columns.indexOf(columns.get(at));
            if (same < at && columns.get(at) >= 0) {
                problems.add(what(same) + " and " + what(at) + " are both the column "
                        + file.original(header.names().get(columns.get(at))));
            }
        }
    }

    private static String what(int column) {
        return column < KEYS.size() ? KEYS.get(column) : column == KEYS.size() ? "title" : "a flag";
    }

    private static int position(CsvHeader header, int what, String given, List<String> problems) {
        if (!given.isEmpty()) {
            return named(header, given, KEYS.get(what), problems);
        }
        int at = usual(header, USUAL.get(what));
        if (at < 0) {
            problems.add("no column is called as the " + KEYS.get(what) + " usually is ("
                    + String.join(", ", USUAL.get(what).subList(0, 3)) + ", ...)");
        }
        return at;
    }

    private static int named(CsvHeader header, String given, String what, List<String> problems) {
        int at = header.names().indexOf(given);
        if (at < 0) {
            problems.add("there is no column " + given
                    + NearestName.of(given, header.names())
                            .map(near -> " (is it " + near + "?)")
                            .orElse("")
                    + ", which was to be the " + what);
        }
        return at;
    }

    /** The first column that has one of the names; -1 where none has. */
    private static int usual(CsvHeader header, List<String> usual) {
        List<String> names = header.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return usual.stream()
                .filter(names::contains)
                .findFirst()
                .map(names::indexOf)
                .orElse(NOT_FOUND);
    }

    private static Unit unit(Unit wanted, CsvHeader header, int field, Unit otherwise) {
        if (wanted != Unit.AUTO) {
            return wanted;
        }
        String name = header.names().get(field).toLowerCase(Locale.ROOT);
        return name.endsWith("_ms") ? Unit.MS : name.endsWith("_s") ? Unit.S : otherwise;
    }

    String columnName(int what) {
        return name(fields.get(what));
    }

    /** The names of the flags as the file has them. */
    List<String> flagNames() {
        return flags.stream().map(this::name).toList();
    }

    private String name(int field) {
        return file.original(header.names().get(field));
    }
}
