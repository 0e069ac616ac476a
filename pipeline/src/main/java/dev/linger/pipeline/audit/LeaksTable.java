package dev.linger.pipeline.audit;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Honest and leaky figures: one row of the honest run, two a leak. */
public final class LeaksTable {
    private static final int DIGITS = 4;

    private LeaksTable() {}

    /**
     * The table.
     *
     * @param system whose order a user gets
     * @param leaky in the order of the rows
     */
    public static ResultTable of(String system, Figures honest, Map<Leak, Figures> leaky) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("honest", honest));
        leaky.forEach((leak, figures) -> {
            rows.add(row(leak.label(), figures));
            rows.add(row("  less honest", figures.less(honest)));
        });
        List<Column> columns = new ArrayList<>(List.of(Column.text("run")));
        honest.all().forEach(figure -> columns.add(Column.decimal(figure.name(), DIGITS)));
        return new ResultTable(
                "audit-leaks", "Audit: the run with each leak by itself", null, columns, rows, notes(system));
    }

    private static List<Cell> row(String name, Figures figures) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
        figures.all().forEach(figure -> row.add(Cell.of(figure.value())));
        return row;
    }

    private static List<String> notes(String system) {
        return List.of(
                "source-on-all-rows: the first source of every instant is fitted to the whole log; same-day-statistics:"
                        + " rows see the daily statistics of their own day",
                "history-with-the-row: features of earlier plays count those of the row's own day, itself among them;"
                        + " test-rows-in-label-window: the ranker learns from the plays after the cut too",
                "MAE, RMSE, XAUC, exposed: of the ranker by itself; system: " + system
                        + "; a source: its own list; a leak through what the configuration does not use changes nothing");
    }
}
