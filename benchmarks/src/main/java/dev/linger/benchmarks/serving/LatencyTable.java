package dev.linger.benchmarks.serving;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Latencies of several kinds of calls: one row each. */
final class LatencyTable {
    private static final List<Double> SHARES = List.of(.5, .9, .99, .999, 1.);
    private static final List<Column> COLUMNS = List.of(
            Column.text("call"),
            Column.integer("answers"),
            Column.decimal("a second", 1),
            Column.decimal("p50 ms", 2),
            Column.decimal("p90 ms", 2),
            Column.decimal("p99 ms", 2),
            Column.decimal("p99.9 ms", 2),
            Column.decimal("max ms", 2),
            Column.text("errors"));

    /**
     * A row.
     *
     * @param seconds over which the answers came; those are counted a second
     */
    record Kind(String call, Latencies latencies, double seconds) {}

    private LatencyTable() {}

    static ResultTable of(String title, List<Kind> kinds, List<String> notes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Kind kind : kinds) {
            Latencies latencies = kind.latencies();
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(kind.call()), Cell.of(latencies.answers()), Cell.of(latencies.answers() / kind.seconds())));
            SHARES.forEach(share -> row.add(Cell.of(latencies.millis(share))));
            row.add(Cell.of(errors(latencies)));
            rows.add(row);
        }
        return new ResultTable("latencies", title, null, COLUMNS, rows, notes);
    }

    private static String errors(Latencies latencies) {
        String errors = latencies.failures().entrySet().stream()
                .map(each -> each.getValue() + " x " + each.getKey())
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? "none" : errors;
    }
}
