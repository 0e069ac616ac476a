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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
        Resampled resampled = Resampled.of(measured, protocol, measures, workers);
        int metrics = measures.metrics().size();
        List<List<Cell>> rows = workers.map(
                pairs.size() * metrics,
                row -> row(
                        pairs.get(row / metrics),
                        measures.metrics().get(row % metrics),
                        measured,
                        measures,
                        resampled));
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
            Pair pair, ListMetric metric, MeasuredSystems measured, Measures measures, Resampled resampled) {
        ListMetrics system = measured.of(pair.system());
        ListMetrics reference = measured.of(pair.reference());
        List<Cell> row =
                new ArrayList<>(List.of(Cell.of(pair.system()), Cell.of(pair.reference()), Cell.of(metric.name())));
        row.addAll(PairedColumns.cells(system.less(reference, metric, measures.bootstrap())));
        row.add(resampled.interval(pair, metric));
        return row;
    }

    /** The first metrics of every system in each resample of users and videos. */
    private record Resampled(TwoWayBootstrap bootstrap, Map<List<String>, double[]> means) {
        static Resampled of(MeasuredSystems measured, Protocol protocol, Measures measures, Workers workers) {
            TwoWayBootstrap bootstrap = measures.bootstrap().twoWay(protocol.judgments());
            List<ListMetric> metrics = measures.toReadFirst();
            List<String> names = List.copyOf(measured.names());
            Map<List<String>, double[]> means = new ConcurrentHashMap<>();
            workers.forBlocks(names.size() * metrics.size(), 1, (from, to) -> {
                String name = names.get(from / metrics.size());
                ListMetric metric = metrics.get(from % metrics.size());
                means.put(List.of(name, metric.name()), bootstrap.means(measured.of(name), metric));
            });
            return new Resampled(bootstrap, means);
        }

        Cell interval(Pair pair, ListMetric metric) {
            double[] system = means.get(List.of(pair.system(), metric.name()));
            double[] reference = means.get(List.of(pair.reference(), metric.name()));
            if (system == null || reference == null) {
                return Cell.of(Double.NaN, Double.NaN);
            }
            TwoWayBootstrap.Interval interval = bootstrap.compare(system, reference);
            return Cell.of(interval.low(), interval.high());
        }
    }
}
