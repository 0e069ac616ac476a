package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The numbers to read first: one row a system, by every relevance rule, and the error of the ranker. */
public final class SummaryTable {
    private static final List<Measure> MEASURES =
            List.of(new Measure(ListMetric.NDCG, 10), new Measure(ListMetric.RECALL, 50));
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
            NamedPredictions ranker,
            NamedPredictions constant) {
        List<MeasuredSystems> measured = new ArrayList<>();
        for (int rule = 0; rule < protocols.size(); rule++) {
            measured.add(
                    new MeasuredSystems(systems.get(rule), protocols.get(rule).judgments(), MEASURES));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (NamedLists system : systems.get(0)) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(system.name())));
            measured.forEach(
                    byRule -> MEASURES.forEach(measure -> row.add(Cell.of(measure.mean(byRule.of(system.name()))))));
            row.add(system.name().equals(ranker.name()) ? mae(ranker) : Cell.notApplicable());
            rows.add(row);
        }
        rows.add(constantRow(constant, protocols.size() * MEASURES.size()));
        return new ResultTable(
                "summary",
                "Summary: " + protocols.get(0).name(),
                null,
                columns(protocols),
                rows,
                notes(protocols, constant));
    }

    private static List<Cell> constantRow(NamedPredictions constant, int listMetrics) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(constant.name())));
        for (int metric = 0; metric < listMetrics; metric++) {
            row.add(Cell.notApplicable());
        }
        row.add(mae(constant));
        return row;
    }

    private static Cell mae(NamedPredictions predictions) {
        return Cell.of(predictions.metrics().mae());
    }

    private static List<Column> columns(List<Protocol> protocols) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("system")));
        for (Protocol protocol : protocols) {
            String rule = protocol.judgments().rule();
            MEASURES.forEach(measure -> columns.add(Column.decimal(measure.name() + " " + rule, DIGITS)));
        }
        columns.add(Column.decimal("MAE", DIGITS));
        return columns;
    }

    private static List<String> notes(List<Protocol> protocols, NamedPredictions constant) {
        Protocol first = protocols.get(0);
        String users = protocols.stream()
                .map(Protocol::judgments)
                .map(judgments -> judgments.userCount() + " by " + judgments.rule())
                .collect(Collectors.joining(", "));
        return List.of(
                first.name() + ": " + first.universe() + "; cut: " + first.cut(),
                "users with a relevant play: " + users,
                "MAE: mean |prediction - watch ratio| of every play after the cut; " + constant.name()
                        + " is the best prediction without features");
    }
}
