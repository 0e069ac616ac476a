package dev.linger.pipeline.comparison;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.PairedColumns;
import dev.linger.pipeline.run.RunSummary;
import java.util.ArrayList;
import java.util.List;

/** Whether the first run beats another on the same users: one row a run, relevance rule and metric. */
final class DifferencesTable {
    private DifferencesTable() {}

    static ResultTable of(List<StoredRun> runs, List<String> names) {
        StoredRun first = runs.get(0);
        List<RunSummary.Rule> rules = first.summary().rules();
        List<List<Cell>> rows = new ArrayList<>();
        for (int other = 1; other < runs.size(); other++) {
            for (int rule = 0; rule < rules.size(); rule++) {
                for (String metric : RunsTable.toReadFirst(first.summary())) {
                    List<Cell> row = new ArrayList<>(List.of(
                            Cell.of(names.get(other)), Cell.of(rules.get(rule).relevance()), Cell.of(metric)));
                    row.addAll(difference(first, runs.get(other), rule, metric));
                    rows.add(row);
                }
            }
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("against"), Column.text("relevant"), Column.text("metric"), Column.integer("users")));
        columns.addAll(PairedColumns.columns());
        List<String> notes = new ArrayList<>(List.of(RunsTable.protocol(first.summary())));
        notes.addAll(PairedColumns.notes(first.bootstrap()));
        return new ResultTable(
                "differences",
                "Paired differences: " + names.get(0) + " less each other run",
                null,
                columns,
                rows,
                notes);
    }

    private static List<Cell> difference(StoredRun first, StoredRun other, int rule, String metric) {
        double[] values = first.values(rule, metric);
        List<Cell> cells = new ArrayList<>(List.of(Cell.of((long) values.length)));
        cells.addAll(PairedColumns.cells(first.bootstrap().compare(values, other.values(rule, metric))));
        return cells;
    }
}
