package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.MeasuredLists;
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
     * @param byRule the same systems by each relevance rule
     * @param ranker predictions of the system of that name
     * @param constant predictions it has to beat
     */
    public static ResultTable of(
            List<ListTables> byRule, Measures measures, NamedPredictions ranker, NamedPredictions constant) {
        List<Protocol> protocols = byRule.stream().map(ListTables::protocol).toList();
        List<ListMetric> metrics = measures.toReadFirst();
        List<MeasuredSystems> measured = byRule.stream()
                .map(lists -> new MeasuredSystems(lists.systems()))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (MeasuredLists system : byRule.get(0).systems()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(system.name())));
            measured.forEach(systems -> metrics.forEach(
                    metric -> row.add(Cell.of(systems.of(system.name()).mean(metric)))));
            row.add(system.name().equals(ranker.name()) ? mae(ranker) : Cell.notApplicable());
            rows.add(row);
        }
        rows.add(constantRow(constant, protocols.size() * metrics.size()));
        List<String> notes = new ArrayList<>(Protocol.notes(protocols));
        notes.add("MAE: mean |prediction - watch ratio| of every play after the cut; " + constant.name()
                + " is the best prediction without features");
        return byRule.get(0)
                .marked(new ResultTable(
                        ID, "Summary: " + protocols.get(0).name(), null, columns(protocols, metrics), rows, notes));
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
