package dev.linger.pipeline.comparison;

import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.Measures;
import dev.linger.pipeline.run.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How good each run's lists are: one row a run. */
final class RunsTable {
    private static final int DIGITS = 4;

    private RunsTable() {}

    static ResultTable of(List<StoredRun> runs, List<String> names) {
        List<String> metrics = toReadFirst(runs.get(0).summary());
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            rows.add(row(runs.get(at), names.get(at), metrics));
        }
        RunSummary first = runs.get(0).summary();
        return new ResultTable("runs", "Runs: end-to-end", null, columns(first), rows, notes(first));
    }

    /** The metrics that runs are compared by; runs that are compared have the same. */
    static List<String> toReadFirst(RunSummary summary) {
        return Measures.toReadFirst(summary.metrics());
    }

    private static List<Column> columns(RunSummary summary) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("run"), Column.text("system")));
        for (RunSummary.Rule rule : summary.rules()) {
            toReadFirst(summary)
                    .forEach(metric -> columns.add(Column.decimal(metric + " " + rule.relevance(), DIGITS)));
        }
        columns.addAll(List.of(
                Column.integer("candidates"),
                Column.decimal("candidate recall", DIGITS),
                Column.decimal("exposed " + summary.metrics().get(0), DIGITS),
                Column.decimal("MAE", DIGITS),
                Column.decimal("XAUC", DIGITS),
                Column.decimal("seconds", 1),
                Column.decimal("resident GiB", 1)));
        return columns;
    }

    private static List<Cell> row(StoredRun run, String name, List<String> metrics) {
        RunSummary summary = run.summary();
        List<Cell> row = new ArrayList<>(List.of(Cell.of(name), Cell.of(summary.system())));
        for (int rule = 0; rule < summary.rules().size(); rule++) {
            for (String metric : metrics) {
                row.add(Cell.of(StoredValues.mean(run.values(rule, metric))));
            }
        }
        row.addAll(List.of(
                Cell.of(summary.candidateLimit()),
                Cell.of(StoredValues.mean(run.values(0, "Recall@" + summary.candidateLimit()))),
                Cell.of(run.exposed()),
                Cell.of(run.mae()),
                Cell.of(run.xauc()),
                Cell.of(run.seconds()),
                Cell.of(run.residentMiB() / 1024)));
        return row;
    }

    private static List<String> notes(RunSummary summary) {
        String first = summary.rules().get(0).relevance();
        return List.of(
                protocol(summary),
                "candidate recall: of all candidates of a user, by " + first + "; exposed: what users were shown, by "
                        + first
                        + ", in the order for such lists, over all users with a relevant play after the cut, of a video seen before or not",
                "MAE, XAUC: of the ranker by itself, on every play after the cut",
                "seconds, resident GiB: of all stages, as if no earlier run had kept anything, and the process at its peak, on the"
                        + " machine of the run");
    }

    /** Universe, ties, cut and users counted, the same for all runs that are compared. */
    static String protocol(RunSummary summary) {
        String users = summary.rules().stream()
                .map(rule -> rule.usersCounted() + " by " + rule.relevance())
                .collect(Collectors.joining(", "));
        String leftOut = summary.rules().stream()
                .map(rule -> rule.pairsLeftOut() + " and " + rule.usersLeftOut() + " users by " + rule.relevance())
                .collect(Collectors.joining(", "));
        return "end-to-end: " + summary.universe() + "; users with a relevant play: " + users
                + "; relevant pairs left out, since no list can hold them: " + leftOut + "; ties: " + Caption.TIE_RULE
                + "; cut: " + summary.cut();
    }
}
