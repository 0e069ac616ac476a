package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Precision;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Precision, recall and NDCG of each system at many cutoffs: one row a system and metric. */
public final class CutoffTable {
    private static final List<Row> METRICS =
            List.of(new Row("Precision", Precision::new), new Row("Recall", Recall::new), new Row("NDCG", Ndcg::new));

    private CutoffTable() {}

    private record Row(String label, IntFunction<ListMetric> metric) {
        Stream<ListMetric> at(List<Integer> cutoffs) {
            return cutoffs.stream().map(metric::apply);
        }
    }

    /** The table. Precision divides by the cutoff, so it falls where lists are shorter than the cutoff. */
    public static ResultTable of(Protocol protocol, List<MeasuredLists> systems, Measures measures) {
        List<Integer> cutoffs = measures.cutoffs();
        MeasuredSystems measured = new MeasuredSystems(systems);
        List<Column> columns = new ArrayList<>(List.of(Column.text("system"), Column.text("metric")));
        cutoffs.forEach(cutoff -> columns.add(Column.decimal("@" + cutoff, 4)));
        List<List<Cell>> rows = new ArrayList<>();
        for (String system : measured.names()) {
            for (Row metric : METRICS) {
                List<Cell> row = new ArrayList<>(List.of(Cell.of(system), Cell.of(metric.label())));
                metric.at(cutoffs)
                        .forEach(at -> row.add(Cell.of(measured.of(system).mean(at))));
                rows.add(row);
            }
        }
        return new ResultTable(
                protocol.id("cutoffs"),
                "Cutoffs: " + protocol.name() + ", " + protocol.judgments().rule(),
                protocol.caption(),
                columns,
                rows,
                List.of(),
                ResultTable.Length.LONG);
    }
}
