package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.report.ValueGroups;
import dev.linger.pipeline.report.tables.PairedColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** For which users one run is better: by how much they had played before the cut, by the first rule and metric. */
final class SegmentsTable {
    private static final String ACTIVITY = "activity";
    private static final int DIGITS = 4;

    private SegmentsTable() {}

    /** One row a run and segment; none where the first run has not kept how active its users were. */
    static List<ResultTable> of(List<StoredRun> runs, List<String> names) {
        StoredRun first = runs.get(0);
        Path file = first.folder().resolve(UserValues.fileName(ACTIVITY));
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        int[] segments = segments(first, file);
        String metric = RunsTable.toReadFirst(first.summary()).get(0);
        List<List<Cell>> rows = new ArrayList<>();
        for (int other = 1; other < runs.size(); other++) {
            for (int segment = 0; segment < ValueGroups.ACTIVITY.names().size(); segment++) {
                int wanted = segment;
                int[] users = IntStream.range(0, segments.length)
                        .filter(user -> segments[user] == wanted)
                        .toArray();
                if (users.length > 0) {
                    rows.add(row(
                            List.of(
                                    names.get(other),
                                    ValueGroups.ACTIVITY.names().get(segment)),
                            of(users, first.values(0, metric)),
                            of(users, runs.get(other).values(0, metric)),
                            first.bootstrap()));
                }
            }
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("against"),
                Column.text(ValueGroups.ACTIVITY.by()),
                Column.integer("users"),
                Column.decimal("first run", DIGITS),
                Column.decimal("other run", DIGITS)));
        columns.addAll(PairedColumns.columns());
        return List.of(new ResultTable(
                "segments",
                "Segments: " + metric + " by how much users had played, "
                        + first.summary().rules().get(0).relevance(),
                null,
                columns,
                rows,
                PairedColumns.notes(first.bootstrap())));
    }

    private static List<Cell> row(List<String> head, double[] values, double[] others, PairedBootstrap bootstrap) {
        List<Cell> row = new ArrayList<>(head.stream().map(Cell::of).toList());
        row.add(Cell.of((long) values.length));
        row.add(Cell.of(StoredValues.mean(values)));
        row.add(Cell.of(StoredValues.mean(others)));
        row.addAll(PairedColumns.cells(bootstrap.compare(values, others)));
        return row;
    }

    private static double[] of(int[] users, double[] values) {
        return IntStream.of(users).mapToDouble(user -> values[user]).toArray();
    }

    /** The segment of each user of the first rule. */
    private static int[] segments(StoredRun run, Path file) {
        UserValues activity = UserValues.read(file, ACTIVITY);
        double[] plays = activity.values()[0];
        IdColumn users = run.users().get(0).users();
        int[] rows = activity.users().rowsOf(users);
        for (int user = 0; user < rows.length; user++) {
            if (rows[user] < 0) {
                throw new InputException(file + ": has no user " + users.written(user) + "; make the run again");
            }
        }
        return IntStream.of(rows)
                .map(row -> ValueGroups.ACTIVITY.of(plays[row]))
                .toArray();
    }
}
