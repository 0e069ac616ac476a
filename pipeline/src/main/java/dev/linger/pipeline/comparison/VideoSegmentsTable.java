package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.IdValues;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.ValueGroups;
import dev.linger.pipeline.report.tables.PairedColumns;
import dev.linger.pipeline.report.tables.RelevantPairs;
import dev.linger.pipeline.report.tables.VideosAtCut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * For which videos one run is better: by their length, whether they had been played, and their age, by the first rule and the
 * first metric that is a sum over videos.
 *
 * <p>With a_ui what the relevant video i adds to the metric of user u, a group G of videos adds 1/|U| sum over u in U and i in
 * G of a_ui, so that the groups of one division add up to the metric of the run. Of the relevant pairs of the group those with
 * a_ui > 0 are found.
 */
final class VideoSegmentsTable {
    private static final String ID = "segments-videos";
    private static final String UNKNOWN = "not known";
    private static final int DIGITS = 4;

    /** The divisions by the column that each reads. */
    private static final Map<String, ValueGroups> DIVISIONS = divisions();

    private VideoSegmentsTable() {}

    private static Map<String, ValueGroups> divisions() {
        Map<String, ValueGroups> divisions = new LinkedHashMap<>();
        divisions.put(VideosAtCut.DURATION, ValueGroups.DURATION);
        divisions.put(VideosAtCut.PLAYS, ValueGroups.WARMTH);
        divisions.put(VideosAtCut.AGE, ValueGroups.AGE);
        return divisions;
    }

    /** One row a run, division and group; none, and a note why, where a run has not kept what that takes. */
    static ResultTable of(List<StoredRun> runs, List<String> names) {
        StoredRun first = runs.get(0);
        Optional<StoredRun> older =
                runs.stream().filter(run -> !StoredPairs.isIn(run.folder())).findFirst();
        if (older.isPresent()) {
            return table(
                    first,
                    "",
                    List.of(),
                    List.of("not shown: " + older.get().folder() + " has no " + RelevantPairs.FILE
                            + ", which runs of this version leave; make it again"));
        }
        Optional<String> metric = metric(runs);
        if (metric.isEmpty()) {
            return table(
                    first,
                    "",
                    List.of(),
                    List.of("not shown: the runs have none of the first metrics that is a sum over videos"));
        }
        StoredPairs ours = StoredPairs.read(first, metric.get());
        List<Group> groups = groups(first, ours);
        List<List<Cell>> rows = new ArrayList<>();
        for (int other = 1; other < runs.size(); other++) {
            StoredPairs theirs = StoredPairs.read(runs.get(other), metric.get());
            ours.requireSamePairs(theirs);
            for (Group group : groups) {
                rows.add(row(names.get(other), group, ours, theirs, first));
            }
        }
        List<String> notes = new ArrayList<>(List.of(
                "first run, other run: what the relevant videos of the group add to the " + metric.get()
                        + " of their users, as a mean over all users, so that the groups of one division add up to the "
                        + metric.get() + " of the run",
                "relevant: pairs of a user and a relevant video of the group; found: the share of them that is ranked where"
                        + " it counts for " + metric.get()));
        notes.addAll(PairedColumns.notes(first.bootstrap()).subList(0, 1));
        return table(first, metric.get() + " ", rows, notes);
    }

    /** The first metric of which all runs say what videos add to it. */
    private static Optional<String> metric(List<StoredRun> runs) {
        List<String> metrics = new ArrayList<>(StoredPairs.metrics(runs.get(0)));
        runs.subList(1, runs.size()).forEach(run -> metrics.retainAll(StoredPairs.metrics(run)));
        return metrics.stream().findFirst();
    }

    private static ResultTable table(StoredRun first, String metric, List<List<Cell>> rows, List<String> notes) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("against"),
                Column.text("by"),
                Column.text("videos"),
                Column.integer("relevant"),
                Column.decimal("found first", 3),
                Column.decimal("found other", 3),
                Column.decimal("first run", DIGITS),
                Column.decimal("other run", DIGITS)));
        columns.addAll(PairedColumns.columns().subList(0, 2));
        return new ResultTable(
                ID,
                "Segments: " + metric + "by video, "
                        + first.summary().rules().get(0).relevance(),
                null,
                columns,
                rows,
                notes);
    }

    /**
     * Videos of a kind.
     *
     * @param by what divides the videos
     * @param name of the group
     * @param has whether the video of each pair belongs to it
     * @param size how many pairs do
     */
    private record Group(String by, String name, boolean[] has, long size) {}

    /** Groups with a relevant pair, division by division. */
    private static List<Group> groups(StoredRun run, StoredPairs pairs) {
        Path file = run.folder().resolve(VideosAtCut.FILE);
        IdValues videos = IdValues.read(file, VideosAtCut.KEYS);
        int[] rows = videos.ids().get(0).rowsOf(pairs.video());
        for (int pair = 0; pair < rows.length; pair++) {
            if (rows[pair] < 0) {
                throw new InputException(
                        file + ": has no video " + pairs.video().written(pair) + "; make the run again");
            }
        }
        List<Group> groups = new ArrayList<>();
        DIVISIONS.forEach((column, division) -> {
            double[] values = IntStream.of(rows)
                    .mapToDouble(row -> videos.column(column)[row])
                    .toArray();
            for (int at = 0; at <= division.names().size(); at++) {
                Group group = group(division, at, values);
                if (group.size > 0) {
                    groups.add(group);
                }
            }
        });
        return groups;
    }

    /** The pairs whose value is in the group of this number, or after the last of these, not known. */
    private static Group group(ValueGroups division, int number, double[] values) {
        int unknown = division.names().size();
        boolean[] has = new boolean[values.length];
        long size = 0;
        for (int pair = 0; pair < has.length; pair++) {
            has[pair] = number == (Double.isNaN(values[pair]) ? unknown : division.of(values[pair]));
            size += has[pair] ? 1 : 0;
        }
        return new Group(
                division.by(), number == unknown ? UNKNOWN : division.names().get(number), has, size);
    }

    private static List<Cell> row(String name, Group group, StoredPairs ours, StoredPairs theirs, StoredRun first) {
        int users = first.users().get(0).users().size();
        double[] added = ours.sums(users, pair -> group.has[pair]);
        double[] others = theirs.sums(users, pair -> group.has[pair]);
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(name),
                Cell.of(group.by),
                Cell.of(group.name),
                Cell.of(group.size),
                Cell.of(found(group, ours)),
                Cell.of(found(group, theirs)),
                Cell.of(StoredValues.mean(added)),
                Cell.of(StoredValues.mean(others))));
        row.addAll(PairedColumns.cells(first.bootstrap().compare(added, others)).subList(0, 2));
        return row;
    }

    private static double found(Group group, StoredPairs pairs) {
        long found = IntStream.range(0, group.has.length)
                .filter(pair -> group.has[pair] && pairs.added()[pair] > 0)
                .count();
        return (double) found / group.size;
    }
}
