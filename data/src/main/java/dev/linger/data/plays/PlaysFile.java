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

/**
 * The table that is read, and where in its rows what stands.
 *
 * @param fields positions of user, video, play time, duration and time in the header
 * @param units of the last three, that of time where it is a number
 */
record PlaysFile(RowFile file, CsvHeader header, List<Integer> fields, List<Unit> units) {
    static final int USER = 0;
    static final int ITEM = 1;
    static final int PLAY = 2;
    static final int DURATION = 3;
    static final int TIME = 4;

    /** What each is called in a configuration. */
    static final List<String> KEYS = List.of("user", "item", "play", "duration", "time");

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
        for (int at = 1; at < KEYS.size(); at++) {
            int same = fields.indexOf(fields.get(at));
            if (same < at && fields.get(at) >= 0) {
                problems.add(KEYS.get(same) + " and " + KEYS.get(at) + " are both the column "
                        + file.original(header.names().get(fields.get(at))));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(file.name() + ": " + String.join("; ", problems) + ". Its header has "
                    + String.join(
                            ", ", header.names().stream().map(file::original).toList())
                    + ". Say which is which, such as --map play="
                    + file.original(header.names().get(0))
                    + " (data.columns in a configuration).");
        }
        List<Unit> units = List.of(
                unit(config.units().play(), header, fields.get(PLAY), Unit.MS),
                unit(config.units().duration(), header, fields.get(DURATION), Unit.MS),
                unit(config.units().time(), header, fields.get(TIME), Unit.S));
        return new PlaysFile(file, header, List.copyOf(fields), units);
    }

    private static int position(CsvHeader header, int what, String given, List<String> problems) {
        if (!given.isEmpty()) {
            int at = header.names().indexOf(given);
            if (at < 0) {
                problems.add("there is no column " + given
                        + NearestName.of(given, header.names())
                                .map(near -> " (is it " + near + "?)")
                                .orElse("")
                        + ", which was to be the " + KEYS.get(what));
            }
            return at;
        }
        List<String> names = header.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        for (String usual : USUAL.get(what)) {
            if (names.contains(usual)) {
                return names.indexOf(usual);
            }
        }
        problems.add("no column is called as the " + KEYS.get(what) + " usually is ("
                + String.join(", ", USUAL.get(what).subList(0, 3)) + ", ...)");
        return -1;
    }

    private static Unit unit(Unit wanted, CsvHeader header, int field, Unit otherwise) {
        if (wanted != Unit.AUTO) {
            return wanted;
        }
        String name = header.names().get(field).toLowerCase(Locale.ROOT);
        return name.endsWith("_ms") ? Unit.MS : name.endsWith("_s") ? Unit.S : otherwise;
    }

    String columnName(int what) {
        return file.original(header.names().get(fields.get(what)));
    }
}
