package dev.linger.pipeline.comparison;

import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** Whether the first run beats another on the same users: one row a run, relevance rule and metric. */
final class DifferencesTable {
    private DifferencesTable() {}

    static ResultTable of(List<StoredRun> runs, List<String> names) {
        StoredRun first = runs.get(0);
        List<List<Cell>> rows = new ArrayList<>();
        for (int other = 1; other < runs.size(); other++) {
            for (int rule = 0; rule < first.summary().rules().size(); rule++) {
                for (String metric : RunsTable.METRICS) {
                    List<Cell> row = new ArrayList<>(List.of(
                            Cell.of(names.get(other)),
                            Cell.of(first.summary().rules().get(rule).relevance()),
                            Cell.of(metric)));
                    row.addAll(difference(first, runs.get(other), rule, metric));
                    rows.add(row);
                }
            }
        }
        return new ResultTable(
                "differences",
                "Paired differences: " + names.get(0) + " less each other run",
                null,
                columns(),
                rows,
                List.of(
                        RunsTable.protocol(first.summary()),
                        "interval: percentiles of the mean difference over "
                                + first.bootstrap().resamples() + " resamples of users",
                        "win rate: users with the higher value in " + names.get(0)
                                + " + half of those with equal values / users"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("against"),
                Column.text("relevant"),
                Column.text("metric"),
                Column.integer("users"),
                Column.decimal("difference", RunsTable.DIGITS),
                Column.interval("95% interval", RunsTable.DIGITS),
                Column.decimal("win rate", 3));
    }

    private static List<Cell> difference(StoredRun first, StoredRun other, int rule, String metric) {
        PairedBootstrap.Difference difference =
                first.bootstrap().compare(first.values(rule, metric), other.values(rule, metric));
        return List.of(
                Cell.of(difference.users()),
                Cell.of(difference.mean()),
                Cell.of(difference.low(), difference.high()),
                Cell.of(difference.winRate()));
    }
}
