package dev.linger.pipeline.malformed;

import static dev.linger.pipeline.malformed.SoundData.CAPTIONS;
import static dev.linger.pipeline.malformed.SoundData.DAILY;
import static dev.linger.pipeline.malformed.SoundData.FRIENDS;
import static dev.linger.pipeline.malformed.SoundData.LOG;
import static dev.linger.pipeline.malformed.SoundData.SMALL;
import static dev.linger.pipeline.malformed.SoundData.TAGS;
import static dev.linger.pipeline.malformed.SoundData.USERS;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.WatchMatrix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Holds a data set against what its files say: each value of it must be what some row says, and each row that says
 * something must be in it or be on a line that a rule has counted.
 */
final class SlowData {
    private static final double RATIO_CAP = 5;
    private static final double RATIO_TOLERANCE = 1e-4;
    private static final long LONGEST_MILLIS = 3_600_000;
    private static final long EARLIEST = startOf(2011);
    private static final long END = startOf(2100);

    private final Map<String, SlowTable> files;
    private final Dataset data;
    private final Map<String, Set<Long>> counted = new HashMap<>();
    private final Map<String, Set<Long>> mayBeCounted = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** @param files those that are there */
    SlowData(Map<String, SlowTable> files, Dataset data) {
        this.files = files;
        this.data = data;
    }

    /** Where data and files part. */
    List<String> complaints() {
        files.values().stream()
                .filter(table -> table.headerFault() != null)
                .forEach(table -> complain(table, 1, "accepted, yet its header has " + table.headerFault()));
        if (complaints.isEmpty()) {
            files.values().forEach(this::noteFaults);
            checkIds(files.get(USERS), data.users());
            checkIds(files.get(TAGS), data.items());
            checkUsers();
            checkTags();
            checkDaily();
            checkCaptions();
            checkFriends();
            checkLog();
            checkMatrix();
        }
        return complaints;
    }

    /** The lines of a file each of which a rule must have counted. */
    Set<Long> mustBeCounted(String file) {
        return counted.computeIfAbsent(file, none -> new TreeSet<>());
    }

    /** The lines of a file that a rule may have counted, those that it must among them. */
    Set<Long> mayBeCounted(String file) {
        Set<Long> lines = mayBeCounted.computeIfAbsent(file, none -> new TreeSet<>());
        lines.addAll(mustBeCounted(file));
        return lines;
    }

    private void noteFaults(SlowTable table) {
        for (SlowTable.Row row : table.rows()) {
            boolean unused = table.file().equals(DAILY) && row.isWhole() && !hasFault(row, SlowData::isOfEveryDay);
            if (row.hasFault() && !unused) {
                mustBeCounted(table.file()).add(row.line());
            } else if (!row.sure()) {
                mayBeCounted(table.file()).add(row.line());
            }
        }
    }

    private static boolean hasFault(SlowTable.Row row, Predicate<String> column) {
        return row.cells().entrySet().stream()
                .anyMatch(cell -> column.test(cell.getKey()) && cell.getValue().faulty());
    }

    /** Of the daily table the attributes of videos are read from the earliest day alone. */
    private static boolean isOfEveryDay(String column) {
        return column.equals("video_id")
                || column.equals("date")
                || SoundData.statistics().contains(column);
    }

    private void checkIds(SlowTable table, IdIndex index) {
        Set<Long> all = ids(table, row -> true);
        Set<Long> known = new HashSet<>();
        IntStream.range(0, index.size()).forEach(at -> known.add(index.number(at)));
        known.stream().filter(id -> !all.contains(id)).forEach(id -> complain(table, 0, "no row has the id " + id));
        for (SlowTable.Row row : table.rows()) {
            if (row.isWhole() && !known.contains(id(table, row))) {
                absent(table, row);
            }
        }
        List<Long> sure = table.rows().stream()
                .filter(SlowTable.Row::sure)
                .map(row -> id(table, row))
                .toList();
        if (new HashSet<>(sure).size() < sure.size()) {
            complain(table, 0, "accepted with an id that stands twice");
        }
    }

    private static Set<Long> ids(SlowTable table, Predicate<SlowTable.Row> which) {
        Set<Long> ids = new HashSet<>();
        table.rows().stream().filter(row -> row.isWhole() && which.test(row)).forEach(row -> ids.add(id(table, row)));
        return ids;
    }

    private static Long id(SlowTable table, SlowTable.Row row) {
        return (Long) row.cell(SoundData.key(table.file())).value();
    }

    /** A row that is not in the data. */
    private void absent(SlowTable table, SlowTable.Row row) {
        if (row.sure()) {
            complain(table, row.line(), "is lost");
        }
        mustBeCounted(table.file()).add(row.line());
    }

    private static List<SlowTable.Row> rowsOf(SlowTable table, long id) {
        return table.rows().stream()
                .filter(row -> row.isWhole() && Long.valueOf(id).equals(id(table, row)))
                .toList();
    }

    private void checkUsers() {
        SlowTable table = files.get(USERS);
        for (int user = 0; user < data.userCount(); user++) {
            int at = user;
            anyMatches(
                    table,
                    rowsOf(table, data.users().number(user)),
                    column -> attribute(data.userTable().columns(), column, at));
        }
    }

    /** Whether one of the rows says the values that the data has; complains where none does. */
    private SlowTable.Row anyMatches(SlowTable table, List<SlowTable.Row> rows, Function<String, Object> actual) {
        String first = "no row says what the data has";
        for (SlowTable.Row row : rows) {
            String difference = difference(table, row, actual);
            if (difference == null) {
                row.cells().forEach((column, cell) -> noteMissing(table, row, cell, actual, column));
                return row;
            }
            first = difference;
        }
        complain(table, rows.isEmpty() ? 0 : rows.get(0).line(), first);
        return null;
    }

    private void noteMissing(
            SlowTable table, SlowTable.Row row, SlowCell cell, Function<String, Object> actual, String column) {
        boolean emptied = cell.value() != null && !(cell.value() instanceof Set) && actual.apply(column) == null;
        if (!isKey(table, column) && emptied && !cell.nothing()) {
            mustBeCounted(table.file()).add(row.line());
        }
    }

    private static boolean isKey(SlowTable table, String column) {
        return column.equals(SoundData.key(table.file())) || (table.file().equals(DAILY) && column.equals("date"));
    }

    private static String difference(SlowTable table, SlowTable.Row row, Function<String, Object> actual) {
        for (String column : row.cells().keySet()) {
            SlowCell cell = row.cell(column);
            Object value = isKey(table, column) ? cell.value() : actual.apply(column);
            boolean same =
                    value == null ? cell.value() == null || !cell.sure() : value.equals(cell.value()) || cell.faulty();
            if (value == SKIPPED || same) {
                continue;
            }
            return column + " says " + cell.value() + " but the data has " + value;
        }
        return null;
    }

    private static final Object SKIPPED = new Object();

    private static Object attribute(List<AttributeColumn> columns, String name, int row) {
        AttributeColumn column = columns.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (column == null) {
            return SKIPPED;
        }
        if (column instanceof AttributeColumn.Category category) {
            int code = category.codes()[row];
            return code < 0 ? null : category.levels().get(code);
        }
        return number(column.value(row));
    }

    private static Object number(float value) {
        return Float.isNaN(value) ? null : value;
    }

    private void checkTags() {
        SlowTable table = files.get(TAGS);
        List<Set<?>> expected = new ArrayList<>();
        TreeSet<Long> all = new TreeSet<>();
        for (int item = 0; item < data.itemCount(); item++) {
            Set<?> list = rowsOf(table, data.items().number(item)).stream()
                    .map(row -> row.cell("feat"))
                    .filter(cell -> !cell.faulty())
                    .findFirst()
                    .map(cell -> (Set<?>) cell.value())
                    .orElse(Set.of());
            expected.add(list);
            list.forEach(tag -> all.add((Long) tag));
        }
        List<Long> tags = List.copyOf(all);
        for (int item = 0; item < data.itemCount(); item++) {
            Set<Long> actual = new TreeSet<>();
            for (int tag : data.itemTable().tags()[item]) {
                actual.add(tag < tags.size() ? tags.get(tag) : Long.valueOf(-1 - tag));
            }
            if (!actual.equals(expected.get(item))) {
                complain(
                        table,
                        0,
                        "video " + data.items().number(item) + " has the tags " + actual + ", not "
                                + expected.get(item));
            }
        }
    }

    private void checkDaily() {
        SlowTable table = files.get(DAILY);
        Map<List<Object>, List<SlowTable.Row>> rows = new HashMap<>();
        for (SlowTable.Row row : table.rows()) {
            Long id = row.isWhole() ? id(table, row) : null;
            Object day = row.isWhole() ? row.cell("date").value() : null;
            if (id == null || day == null) {
                mustBeCounted(DAILY).add(row.line());
            } else if (data.items().indexOf(id) < 0) {
                mustBeCounted(DAILY).add(row.line());
            } else {
                rows.computeIfAbsent(List.of(id, day), none -> new ArrayList<>())
                        .add(row);
            }
        }
        Set<List<Object>> there = new HashSet<>();
        for (int item = 0; item < data.itemCount(); item++) {
            checkDaily(table, rows, there, item);
        }
        rows.forEach((key, some) -> {
            if (!there.contains(key)) {
                some.forEach(row -> absent(table, row));
            }
        });
    }

    private void checkDaily(
            SlowTable table, Map<List<Object>, List<SlowTable.Row>> rows, Set<List<Object>> there, int item) {
        DailyStats stats = data.dailyStats();
        int row = stats.latestBefore(item, Integer.MAX_VALUE);
        while (row != DailyStats.NONE) {
            int at = row;
            int day = stats.day(row);
            row = stats.latestBefore(item, day);
            boolean earliest = row == DailyStats.NONE;
            List<Object> key = List.of(data.items().number(item), day);
            there.add(key);
            List<SlowTable.Row> some = rows.getOrDefault(key, List.of());
            SlowTable.Row kept =
                    anyMatches(table, some, column -> earliest ? earliest(column, at, item) : statistic(column, at));
            if (earliest && kept != null && kept.hasFault()) {
                mustBeCounted(DAILY).add(kept.line());
            }
            for (SlowTable.Row other : some) {
                if (some.size() > 1) {
                    mayBeCounted(DAILY).add(other.line());
                }
            }
        }
    }

    private Object statistic(String column, int row) {
        return SoundData.statistics().contains(column)
                ? number(data.dailyStats().value(row, DailyStat.valueOf(column.toUpperCase(Locale.ROOT))))
                : SKIPPED;
    }

    private Object earliest(String column, int row, int item) {
        ItemTable items = data.itemTable();
        return switch (column) {
            case "upload_dt" -> items.uploadDay()[item] == ItemTable.UNKNOWN_DAY ? null : items.uploadDay()[item];
            case "video_duration" -> number(items.durationMillis()[item]);
            default ->
                SoundData.statistics().contains(column)
                        ? statistic(column, row)
                        : attribute(items.columns(), column, item);
        };
    }

    private void checkCaptions() {
        SlowTable table = files.get(CAPTIONS);
        if (table == null) {
            return;
        }
        for (SlowTable.Row row : table.rows()) {
            Long id = row.isWhole() ? id(table, row) : null;
            if (id == null || data.items().indexOf(id) < 0) {
                mustBeCounted(CAPTIONS).add(row.line());
            }
        }
        for (int item = 0; item < data.itemCount(); item++) {
            int at = item;
            Function<String, Object> actual =
                    column -> attribute(data.itemTable().columns(), column, at);
            List<SlowTable.Row> rows = rowsOf(table, data.items().number(item));
            boolean none = SoundData.columns(CAPTIONS).keySet().stream()
                    .filter(column -> !isKey(table, column))
                    .allMatch(column -> actual.apply(column) == null);
            if (none && rows.stream().noneMatch(SlowTable.Row::sure)) {
                rows.forEach(row -> absent(table, row));
            } else {
                anyMatches(table, rows, actual);
            }
        }
    }

    private void checkFriends() {
        SlowTable table = files.get(FRIENDS);
        if (table != null) {
            for (SlowTable.Row row : table.rows()) {
                if (!row.isWhole() || data.users().indexOf(orNone(id(table, row))) < 0) {
                    mustBeCounted(FRIENDS).add(row.line());
                }
            }
        }
    }

    private static long orNone(Long id) {
        return id == null ? -1 : id;
    }

    private void checkLog() {
        SlowTable table = files.get(LOG);
        Map<List<Object>, Boolean> sure = new HashMap<>();
        Map<List<Object>, List<Long>> lines = new HashMap<>();
        for (SlowTable.Row row : table.rows()) {
            List<Object> play = play(table, row);
            if (play != null) {
                sure.merge(play, row.sure(), Boolean::logicalOr);
                lines.computeIfAbsent(play, none -> new ArrayList<>()).add(row.line());
            }
        }
        InteractionLog log = data.log();
        Set<List<Object>> kept = new HashSet<>();
        for (int row = 0; row < log.size(); row++) {
            List<Object> play = List.of(
                    data.users().number(log.user(row)),
                    data.items().number(log.item(row)),
                    (long) log.playMillis(row),
                    (long) log.durationMillis(row),
                    log.timestampMillis(row));
            if (!kept.add(play)) {
                complain(table, 0, "the play " + play + " is in the data twice");
            }
            if (!sure.containsKey(play)) {
                complain(table, 0, "no row says the play " + play + " of the data");
            }
            if (log.day(row) != local(log.timestampMillis(row))) {
                complain(table, 0, "the play " + play + " is on day " + log.day(row));
            }
        }
        sure.forEach((play, isSure) -> {
            if (kept.contains(play)) {
                lines.get(play).stream().skip(1).forEach(copy -> mayBeCounted(LOG)
                        .add(copy));
                if (isSure && lines.get(play).size() > 1) {
                    mustBeCounted(LOG).add(lines.get(play).get(lines.get(play).size() - 1));
                }
            } else if (isSure) {
                complain(table, lines.get(play).get(0), "is lost: " + play);
            } else {
                mustBeCounted(LOG).addAll(lines.get(play));
            }
        });
    }

    /** What a row of a log says: user, video, play, duration, time; null where no rule lets it pass. */
    private List<Object> play(SlowTable table, SlowTable.Row row) {
        if (!row.isWhole()) {
            return null;
        }
        Long user = (Long) row.cell("user_id").value();
        Long video = (Long) row.cell("video_id").value();
        Long play = (Long) row.cell("play_duration").value();
        Long duration = (Long) row.cell("video_duration").value();
        Long time = table.file().equals(SMALL)
                ? Long.valueOf(EARLIEST)
                : (Long) row.cell("timestamp").value();
        if (user == null || video == null || play == null || duration == null || time == null) {
            mustBeCounted(table.file()).add(row.line());
            return null;
        }
        boolean possible = duration > 0 && duration <= LONGEST_MILLIS && play <= Integer.MAX_VALUE;
        boolean known = data.users().indexOf(user) >= 0 && data.items().indexOf(video) >= 0;
        if (!possible || !known || time < EARLIEST || time >= END) {
            mustBeCounted(table.file()).add(row.line());
            return null;
        }
        Object date = row.cell("date").value();
        boolean otherDay = table.file().equals(LOG) && date != null && !date.equals(local(time));
        if (otherDay || ratioIsOdd(row.cell("watch_ratio").value(), (double) play / duration)) {
            mustBeCounted(table.file()).add(row.line());
        }
        return List.of(user, video, play, duration, time);
    }

    private static boolean ratioIsOdd(Object cell, double ratio) {
        boolean disagrees = cell != null && Math.abs((Float) cell - ratio) > 2 * RATIO_TOLERANCE * Math.max(1, ratio);
        return disagrees || ratio > RATIO_CAP;
    }

    private void checkMatrix() {
        SlowTable table = files.get(SMALL);
        WatchMatrix matrix = data.smallMatrix();
        if (table == null || matrix == null) {
            if ((table == null) != (matrix == null)) {
                complain(table == null ? files.get(LOG) : table, 0, "the small matrix is there in one only");
            }
            return;
        }
        Map<List<Object>, List<SlowTable.Row>> rows =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (SlowTable.Row row : table.rows()) {
            List<Object> play = play(table, row);
            if (play != null) {
                rows.computeIfAbsent(play.subList(0, 2), none -> new ArrayList<>())
                        .add(row);
            }
        }
        Set<List<Object>> kept = new HashSet<>();
        for (int at = 0; at < matrix.size(); at++) {
            List<Object> pair =
                    List.of(data.users().number(matrix.user()[at]), data.items().number(matrix.item()[at]));
            kept.add(pair);
            long duration = matrix.durationMillis()[at];
            double ratio = matrix.watchRatio()[at];
            boolean said = rows.getOrDefault(pair, List.of()).stream()
                    .anyMatch(row -> row.cell("video_duration").value().equals(duration)
                            && (double) (Long) row.cell("play_duration").value() / duration == ratio);
            if (!said) {
                complain(table, 0, "no row says that " + pair + " has the ratio " + ratio + " of " + duration);
            }
        }
        rows.forEach((pair, some) -> {
            if (!kept.contains(pair)) {
                some.forEach(row -> absent(table, row));
            }
        });
    }

    private void complain(SlowTable table, long line, String what) {
        complaints.add(table.file() + ":" + line + " " + what);
    }

    private static int local(long millis) {
        return (int) LocalDate.ofInstant(Instant.ofEpochMilli(millis), SoundData.ZONE)
                .toEpochDay();
    }

    private static long startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(SoundData.ZONE).toInstant().toEpochMilli();
    }
}
