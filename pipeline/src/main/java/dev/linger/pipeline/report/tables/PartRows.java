package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * How good lists are for parts of what is relevant: one row a part and system.
 *
 * @param protocol that measured the systems
 * @param measures their metrics have a column each
 * @param rows those of the parts so far
 */
record PartRows(Protocol protocol, Measures measures, List<List<Cell>> rows) {
    private static final int DIGITS = 4;

    PartRows(Protocol protocol, Measures measures) {
        this(protocol, measures, new ArrayList<>());
    }

    /** The columns: those that say which part it is, the system, its metrics, and whose lists they are. */
    List<Column> columns(List<Column> ofPart) {
        List<Column> columns = new ArrayList<>(ofPart);
        columns.add(Column.text("system"));
        measures.metrics().forEach(metric -> columns.add(Column.decimal(metric.name(), DIGITS)));
        columns.add(Column.decimal(StageTable.FALLBACK, StageTable.SHARE_DIGITS));
        return columns;
    }

    /**
     * Adds the rows of a part, none where nothing of it is relevant.
     *
     * @param part some of the judgments of the protocol
     * @param cells that say which part it is
     */
    void add(Judgments part, List<Cell> cells, List<MeasuredLists> systems) {
        int[] users = part.users();
        if (users.length == 0) {
            return;
        }
        for (MeasuredLists system : systems) {
            List<Cell> row = new ArrayList<>(cells);
            row.add(Cell.of(system.name()));
            ListMetrics measured = system.metrics().within(part);
            for (ListMetric metric : measures.metrics()) {
                row.add(Cell.of(measured.mean(metric)));
            }
            row.add(Cell.of(system.fallbackShare(users).orElse(Double.NaN)));
            rows.add(row);
        }
    }
}
