package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.ListQuality;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.OracleOrder;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** Each stage and the whole side by side: one row a system. */
public final class StageTable {
    /** The column of lists that are not the system's own. */
    static final String FALLBACK = "fallback";

    static final String FALLBACK_NOTE =
            "fallback: share of lists that are really the fallback's, because the source does not know the user, or of a"
                    + " merged list none of the sources that are not the same for all; - where that is not kept";

    /** Below a table that names sources and has no room for the column. */
    static final String FALLBACK_ELSEWHERE =
            "a list of a user whom the source does not know is the fallback's: the table of stages says how many are";

    static final int SHARE_DIGITS = 3;
    private static final int DIGITS = 4;

    private StageTable() {}

    /**
     * Which systems others are measured against, by name.
     *
     * @param reference whose headline metric is taken from each system's
     * @param stageOne the candidates in stage-one order
     * @param oracle the same candidates in oracle order
     * @param reranked systems that order the same candidates again; they capture a share of the headroom
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
    public static ResultTable of(Protocol protocol, List<MeasuredLists> systems, Roles roles, Measures measures) {
        MeasuredSystems measured = new MeasuredSystems(systems);
        roles.reranked().forEach(measured::of);
        List<List<Cell>> rows = new ArrayList<>();
        for (MeasuredLists system : systems) {
            ListMetrics own = measured.of(system.name());
            List<Cell> row = new ArrayList<>(List.of(Cell.of(system.name())));
            measures.metrics().forEach(metric -> row.add(Cell.of(own.mean(metric))));
            row.add(Cell.of(system.quality().coverage()));
            row.add(fallback(system));
            row.addAll(difference(system.name(), measured, roles, measures));
            row.add(headroomCaptured(system.name(), measured, roles, measures.headline()));
            rows.add(row);
        }
        return new ResultTable(
                protocol.id("stages"),
                "Stages: " + protocol.name() + ", " + protocol.judgments().rule(),
                protocol.caption(),
                columns(measures),
                rows,
                notes(roles, measures));
    }

    private static List<Column> columns(Measures measures) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("system")));
        measures.metrics().forEach(metric -> columns.add(Column.decimal(metric.name(), DIGITS)));
        columns.add(Column.decimal("Coverage@" + ListQuality.FIRST_PAGE, DIGITS));
        columns.add(Column.decimal(FALLBACK, SHARE_DIGITS));
        columns.addAll(PairedColumns.columns().subList(0, 2));
        columns.add(Column.decimal("headroom captured", 3));
        return columns;
    }

    static Cell fallback(MeasuredLists system) {
        return Cell.of(system.fallbackShare().orElse(Double.NaN));
    }

    private static List<Cell> difference(String system, MeasuredSystems measured, Roles roles, Measures measures) {
        ListMetrics reference = measured.of(roles.reference());
        return system.equals(roles.reference())
                ? PairedColumns.none()
                : PairedColumns.withoutWinRate(
                        measured.of(system).less(reference, measures.headline(), measures.bootstrap()));
    }

    private static Cell headroomCaptured(String system, MeasuredSystems measured, Roles roles, ListMetric headline) {
        if (!roles.reranked().contains(system)) {
            return Cell.notApplicable();
        }
        return Cell.of(OracleOrder.headroomCaptured(
                measured.of(system).mean(headline),
                measured.of(roles.stageOne()).mean(headline),
                measured.of(roles.oracle()).mean(headline)));
    }

    private static List<String> notes(Roles roles, Measures measures) {
        String headline = measures.headline().name();
        return List.of(
                FALLBACK_NOTE,
                "difference: " + headline + " less that of " + roles.reference() + ", paired by user; interval from "
                        + measures.bootstrap().resamples() + " resamples of users",
                "headroom captured: (" + headline + " - " + roles.stageOne() + ") / (" + roles.oracle() + " - "
                        + roles.stageOne() + ")");
    }
}
