package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.ListQuality;
import dev.linger.pipeline.evaluation.OracleOrder;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** Each stage and the whole side by side: one row a system. */
public final class StageTable {
    private static final Measure NDCG_10 = new Measure(ListMetric.NDCG, 10);
    private static final List<Measure> MEASURES = List.of(
            NDCG_10,
            new Measure(ListMetric.RECALL, 50),
            new Measure(ListMetric.RECALL, 100),
            new Measure(ListMetric.HIT_RATE, 10),
            new Measure(ListMetric.RECIPROCAL_RANK, 100),
            new Measure(ListMetric.AVERAGE_PRECISION, 10));
    private static final int COVERAGE_CUTOFF = 10;
    private static final int DIGITS = 4;

    private StageTable() {}

    /**
     * Which systems others are measured against, by name.
     *
     * @param reference whose NDCG@10 is taken from each system's
     * @param stageOne the candidates in stage-one order
     * @param oracle the same candidates in oracle order
     * @param reranked systems that order the same candidates again; they have a share captured
     */
    public record Roles(String reference, String stageOne, String oracle, List<String> reranked) {
        public Roles {
            reranked = List.copyOf(reranked);
        }
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException if a name in the roles is that of no system; stage one and the oracle are looked
     *     for only where a system is re-ranked
     */
    public static ResultTable of(Protocol protocol, List<NamedLists> systems, Roles roles, PairedBootstrap bootstrap) {
        MeasuredSystems measured = new MeasuredSystems(systems, protocol.judgments(), MEASURES);
        roles.reranked().forEach(measured::of);
        List<List<Cell>> rows = new ArrayList<>();
        for (NamedLists system : systems) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(system.name()));
            MEASURES.forEach(measure -> row.add(Cell.of(measure.mean(measured.of(system.name())))));
            row.add(coverage(protocol, system));
            row.addAll(difference(system.name(), measured, roles, bootstrap));
            row.add(captured(system.name(), measured, roles));
            rows.add(row);
        }
        return new ResultTable(
                protocol.id("stages"),
                "Stages: " + protocol.name() + ", " + protocol.judgments().rule(),
                protocol.caption(),
                columns(),
                rows,
                notes(roles, bootstrap));
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("system"));
        MEASURES.forEach(measure -> columns.add(Column.decimal(measure.name(), DIGITS)));
        columns.add(Column.decimal("Coverage@" + COVERAGE_CUTOFF, DIGITS));
        columns.add(Column.decimal("difference", DIGITS));
        columns.add(Column.interval("95% interval", DIGITS));
        columns.add(Column.decimal("captured", 3));
        return columns;
    }

    private static Cell coverage(Protocol protocol, NamedLists system) {
        return Cell.of(ListQuality.of(system.lists(), protocol.items(), protocol.judgments(), COVERAGE_CUTOFF)
                .coverage());
    }

    private static List<Cell> difference(
            String system, MeasuredSystems measured, Roles roles, PairedBootstrap bootstrap) {
        ListMetrics reference = measured.of(roles.reference());
        if (system.equals(roles.reference())) {
            return List.of(Cell.notApplicable(), Cell.of(Double.NaN, Double.NaN));
        }
        PairedBootstrap.Difference difference = NDCG_10.difference(measured.of(system), reference, bootstrap);
        return List.of(Cell.of(difference.mean()), Cell.of(difference.low(), difference.high()));
    }

    private static Cell captured(String system, MeasuredSystems measured, Roles roles) {
        if (!roles.reranked().contains(system)) {
            return Cell.notApplicable();
        }
        return Cell.of(OracleOrder.shareCaptured(
                NDCG_10.mean(measured.of(system)),
                NDCG_10.mean(measured.of(roles.stageOne())),
                NDCG_10.mean(measured.of(roles.oracle()))));
    }

    private static List<String> notes(Roles roles, PairedBootstrap bootstrap) {
        return List.of(
                "difference: " + NDCG_10.name() + " less that of " + roles.reference()
                        + ", paired by user; interval from " + bootstrap.resamples() + " resamples of users",
                "captured: (" + NDCG_10.name() + " - " + roles.stageOne() + ") / (" + roles.oracle() + " - "
                        + roles.stageOne() + ")");
    }
}
