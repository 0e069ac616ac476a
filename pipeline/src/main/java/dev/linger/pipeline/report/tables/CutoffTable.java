package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Precision, recall and NDCG of each system at many cutoffs: one row a system and metric. */
public final class CutoffTable {
    /** The largest cutoff: what stands further down a list is in no table of given lists. */
    public static final int LONGEST = 250;

    private static final int[] CUTOFFS = {5, 10, 20, 50, 100, LONGEST};
    private static final List<ListMetric> METRICS = List.of(ListMetric.PRECISION, ListMetric.RECALL, ListMetric.NDCG);

    private CutoffTable() {}

    /** The table. Precision divides by the cutoff, so it falls where lists are shorter than the cutoff. */
    public static ResultTable of(Protocol protocol, List<NamedLists> systems) {
        MeasuredSystems measured = new MeasuredSystems(systems, protocol.judgments(), measures());
        List<Column> columns = new ArrayList<>(List.of(Column.text("system"), Column.text("metric")));
        for (int cutoff : CUTOFFS) {
            columns.add(Column.decimal("@" + cutoff, 4));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (String system : measured.names()) {
            for (ListMetric metric : METRICS) {
                List<Cell> row = new ArrayList<>(List.of(Cell.of(system), Cell.of(metric.label())));
                atEachCutoff(metric).forEach(measure -> row.add(Cell.of(measure.mean(measured.of(system)))));
                rows.add(row);
            }
        }
        return new ResultTable(
                protocol.id("cutoffs"),
                "Cutoffs: " + protocol.name() + ", " + protocol.judgments().rule(),
                protocol.caption(),
                columns,
                rows,
                List.of());
    }

    private static List<Measure> measures() {
        return METRICS.stream().flatMap(CutoffTable::atEachCutoff).toList();
    }

    private static Stream<Measure> atEachCutoff(ListMetric metric) {
        return Arrays.stream(CUTOFFS).mapToObj(cutoff -> new Measure(metric, cutoff));
    }
}
