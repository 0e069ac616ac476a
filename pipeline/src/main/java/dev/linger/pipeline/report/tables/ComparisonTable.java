package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** Whether one system beats another on the same users: one row a pair and metric. */
public final class ComparisonTable {
    private static final List<Measure> MEASURES = List.of(
            new Measure(ListMetric.NDCG, 10),
            new Measure(ListMetric.HIT_RATE, 10),
            new Measure(ListMetric.RECALL, 100));
    private static final int DIGITS = 4;

    private ComparisonTable() {}

    /**
     * Two systems by name.
     *
     * @param system whose advantage is shown
     * @param reference what it is compared with
     */
    public record Pair(String system, String reference) {}

    /** The table: NDCG@10, HitRate@10 and Recall@100 of each pair. */
    public static ResultTable of(
            Protocol protocol, List<NamedLists> systems, List<Pair> pairs, PairedBootstrap bootstrap) {
        MeasuredSystems measured = new MeasuredSystems(systems, protocol.judgments(), MEASURES);
        List<List<Cell>> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            MEASURES.forEach(measure -> rows.add(row(measured, pair, measure, bootstrap)));
        }
        return new ResultTable(
                protocol.id("comparisons"),
                "Paired comparisons: " + protocol.name() + ", "
                        + protocol.judgments().rule(),
                protocol.caption(),
                columns(),
                rows,
                List.of(
                        "interval: percentiles of the mean difference over " + bootstrap.resamples()
                                + " resamples of users",
                        "win rate: users with the higher value + half of those with equal values / users"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("system"),
                Column.text("against"),
                Column.text("metric"),
                Column.decimal("difference", DIGITS),
                Column.interval("95% interval", DIGITS),
                Column.decimal("win rate", 3));
    }

    private static List<Cell> row(MeasuredSystems measured, Pair pair, Measure measure, PairedBootstrap bootstrap) {
        PairedBootstrap.Difference difference =
                measure.difference(measured.of(pair.system()), measured.of(pair.reference()), bootstrap);
        return List.of(
                Cell.of(pair.system()),
                Cell.of(pair.reference()),
                Cell.of(measure.name()),
                Cell.of(difference.mean()),
                Cell.of(difference.low(), difference.high()),
                Cell.of(difference.winRate()));
    }
}
