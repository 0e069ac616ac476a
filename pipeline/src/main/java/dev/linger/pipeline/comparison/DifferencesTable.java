package dev.linger.pipeline.comparison;

import dev.linger.pipeline.evaluation.Holm;
import dev.linger.pipeline.evaluation.PairedBootstrap;
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
        List<List<Cell>> heads = new ArrayList<>();
        List<PairedBootstrap.Difference> differences = new ArrayList<>();
        for (int other = 1; other < runs.size(); other++) {
            for (int rule = 0; rule < rules.size(); rule++) {
                for (String metric : RunsTable.toReadFirst(first.summary())) {
                    heads.add(List.of(
                            Cell.of(names.get(other)), Cell.of(rules.get(rule).relevance()), Cell.of(metric)));
                    differences.add(first.bootstrap()
                            .compare(first.values(rule, metric), runs.get(other).values(rule, metric)));
                }
            }
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("against"), Column.text("relevant"), Column.text("metric"), Column.integer("users")));
        columns.addAll(PairedColumns.columns());
        columns.add(Column.decimal("Holm p", 3));
        List<String> notes = new ArrayList<>(List.of(RunsTable.protocol(first.summary())));
        notes.addAll(PairedColumns.notes(first.bootstrap()));
        notes.add(
                "Holm p: of the two-sided bootstrap test over users, corrected for all rows; above 0.05 the difference is"
                        + " within the noise");
        return new ResultTable(
                "differences",
                "Paired differences: " + names.get(0) + " less each other run",
                null,
                columns,
                rows(heads, differences),
                notes);
    }

    /** Holm's correction is over all rows. */
    private static List<List<Cell>> rows(List<List<Cell>> heads, List<PairedBootstrap.Difference> differences) {
        double[] pValues = Holm.corrected(differences.stream()
                .mapToDouble(PairedBootstrap.Difference::pValue)
                .toArray());
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < heads.size(); at++) {
            List<Cell> row = new ArrayList<>(heads.get(at));
            row.add(Cell.of((long) differences.get(at).users()));
            row.addAll(PairedColumns.cells(differences.get(at)));
            row.add(Cell.of(pValues[at]));
            rows.add(row);
        }
        return rows;
    }
}
