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
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            rows.add(row(runs.get(at), names.get(at)));
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
        figureNames(summary).forEach(name -> columns.add(Column.decimal(name, DIGITS)));
        columns.add(afterLists(summary), Column.integer("candidates"));
        columns.addAll(List.of(Column.decimal("seconds", 1), Column.decimal("resident GiB", 1)));
        return columns;
    }

    /** Where, after the run, its system and the metrics of its lists, the number of candidates comes. */
    private static int afterLists(RunSummary summary) {
        return 2 + summary.rules().size() * toReadFirst(summary).size();
    }

    /** How good lists and predictions are, by what is read first. */
    static List<String> figureNames(RunSummary summary) {
        List<String> names = new ArrayList<>();
        for (RunSummary.Rule rule : summary.rules()) {
            toReadFirst(summary).forEach(metric -> names.add(metric + " " + rule.relevance()));
        }
        names.addAll(List.of("candidate recall", "exposed " + summary.metrics().get(0), "MAE", "XAUC"));
        return names;
    }

    /** A run's figures, in the order of their names. */
    static List<Double> figures(StoredRun run) {
        RunSummary summary = run.summary();
        List<Double> figures = new ArrayList<>();
        for (int rule = 0; rule < summary.rules().size(); rule++) {
            for (String metric : toReadFirst(summary)) {
                figures.add(StoredValues.mean(run.values(rule, metric)));
            }
        }
        figures.addAll(List.of(
                StoredValues.mean(run.values(0, "Recall@" + summary.candidateLimit())),
                run.exposed(),
                run.mae(),
                run.xauc()));
        return figures;
    }

    private static List<Cell> row(StoredRun run, String name) {
        RunSummary summary = run.summary();
        List<Cell> row = new ArrayList<>(List.of(Cell.of(name), Cell.of(summary.system())));
        figures(run).forEach(figure -> row.add(Cell.of(figure)));
        row.add(afterLists(summary), Cell.of(summary.candidateLimit()));
        row.addAll(List.of(Cell.of(run.seconds()), Cell.of(run.residentMiB() / 1024)));
        return row;
    }

    private static List<String> notes(RunSummary summary) {
        List<String> notes = new ArrayList<>(List.of(protocol(summary)));
        notes.addAll(notesOfFigures(summary));
        notes.add(
                "seconds, resident GiB: of all stages, as if no earlier run had kept anything, and the process at its peak, on the"
                        + " machine of the run");
        return notes;
    }

    static List<String> notesOfFigures(RunSummary summary) {
        String first = summary.rules().get(0).relevance();
        return List.of(
                "candidate recall: of all candidates of a user, by " + first + "; exposed: what users were shown, by "
                        + first
                        + ", in the order for such lists, over all users with a relevant play after the cut, of a video seen before or not",
                "MAE, XAUC: of the ranker by itself, on every play after the cut");
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
