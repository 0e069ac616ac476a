package dev.linger.pipeline.report.tables;

import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.TwoWayBootstrap;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** Whether one system beats another on the same users: one row a pair and metric. */
public final class ComparisonTable {
    private ComparisonTable() {}

    /**
     * Two systems by name.
     *
     * @param system whose advantage is shown
     * @param reference what it is compared with
     */
    public record Pair(String system, String reference) {}

    /** The table: every metric of each pair, each by one of the workers. */
    public static ResultTable of(
            Protocol protocol, List<MeasuredLists> systems, List<Pair> pairs, Measures measures, Workers workers) {
        MeasuredSystems measured = new MeasuredSystems(systems);
        TwoWayBootstrap both = measures.bootstrap().twoWay(protocol.judgments());
        int metrics = measures.metrics().size();
        List<List<Cell>> rows = workers.map(
                pairs.size() * metrics,
                row -> row(pairs.get(row / metrics), measures.metrics().get(row % metrics), measured, measures, both));
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("system"), Column.text("against"), Column.text("metric")));
        columns.addAll(PairedColumns.columns());
        columns.add(Column.interval("95% users and videos", 4));
        List<String> notes = new ArrayList<>(PairedColumns.notes(measures.bootstrap()));
        notes.add(
                "users and videos: the interval from resampling both, since users share a few hot videos; of the first metrics,"
                        + " where they are sums over videos");
        return new ResultTable(
                protocol.id("comparisons"),
                "Paired comparisons: " + protocol.name() + ", "
                        + protocol.judgments().rule(),
                protocol.caption(),
                columns,
                rows,
                notes,
                ResultTable.Length.LONG);
    }

    private static List<Cell> row(
            Pair pair, ListMetric metric, MeasuredSystems measured, Measures measures, TwoWayBootstrap both) {
        ListMetrics system = measured.of(pair.system());
        ListMetrics reference = measured.of(pair.reference());
        List<Cell> row =
                new ArrayList<>(List.of(Cell.of(pair.system()), Cell.of(pair.reference()), Cell.of(metric.name())));
        row.addAll(PairedColumns.cells(system.less(reference, metric, measures.bootstrap())));
        row.add(byBoth(system, reference, metric, measures, both));
        return row;
    }

    private static Cell byBoth(
            ListMetrics system, ListMetrics reference, ListMetric metric, Measures measures, TwoWayBootstrap both) {
        if (!measures.toReadFirst().contains(metric)) {
            return Cell.of(Double.NaN, Double.NaN);
        }
        TwoWayBootstrap.Interval interval = both.compare(system, reference, metric);
        return Cell.of(interval.low(), interval.high());
    }
}
