package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The numbers to read first: one row a system, by every relevance rule, and the error of the ranker. */
public final class SummaryTable {
    public static final String ID = "summary";

    private static final int DIGITS = 4;

    private SummaryTable() {}

    /**
     * The table.
     *
     * @param protocols the same protocol by each relevance rule
     * @param systems the systems of each, under the same names in the same order
     * @param ranker predictions of the system of that name
     * @param constant predictions it has to beat
     */
    public static ResultTable of(
            List<Protocol> protocols,
            List<List<NamedLists>> systems,
            Measures measures,
            NamedPredictions ranker,
            NamedPredictions constant) {
        List<ListMetric> metrics = measures.toReadFirst();
        List<MeasuredSystems> measured = new ArrayList<>();
        for (int rule = 0; rule < protocols.size(); rule++) {
            measured.add(
                    new MeasuredSystems(systems.get(rule), protocols.get(rule).judgments(), metrics));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (NamedLists system : systems.get(0)) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(system.name())));
            measured.forEach(byRule -> metrics.forEach(
                    metric -> row.add(Cell.of(byRule.of(system.name()).mean(metric)))));
            row.add(system.name().equals(ranker.name()) ? mae(ranker) : Cell.notApplicable());
            rows.add(row);
        }
        rows.add(constantRow(constant, protocols.size() * metrics.size()));
        List<String> notes = new ArrayList<>(Protocol.notes(protocols));
        notes.add("MAE: mean |prediction - watch ratio| of every play after the cut; " + constant.name()
                + " is the best prediction without features");
        return new ResultTable(
                ID, "Summary: " + protocols.get(0).name(), null, columns(protocols, metrics), rows, notes);
    }

    private static List<Cell> constantRow(NamedPredictions constant, int listMetrics) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(constant.name())));
        row.addAll(Collections.nCopies(listMetrics, Cell.notApplicable()));
        row.add(mae(constant));
        return row;
    }

    private static Cell mae(NamedPredictions predictions) {
        return Cell.of(predictions.metrics().mae());
    }

    private static List<Column> columns(List<Protocol> protocols, List<ListMetric> metrics) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("system")));
        for (Protocol protocol : protocols) {
            String rule = protocol.judgments().rule();
            metrics.forEach(metric -> columns.add(Column.decimal(metric.name() + " " + rule, DIGITS)));
        }
        columns.add(Column.decimal("MAE", DIGITS));
        return columns;
    }
}
