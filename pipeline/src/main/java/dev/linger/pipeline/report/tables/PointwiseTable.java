package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** How well single plays are predicted: one row a ranker or constant baseline. */
public final class PointwiseTable {
    private static final int DIGITS = 4;

    private PointwiseTable() {}

    /** The table; what is no prediction of the watch ratio has no errors, only an order. */
    public static ResultTable of(Caption caption, List<NamedPredictions> rankers) {
        List<List<Cell>> rows = new ArrayList<>();
        for (NamedPredictions ranker : rankers) {
            PointwiseMetrics metrics = ranker.metrics();
            rows.add(List.of(
                    Cell.of(ranker.name()),
                    Cell.of(metrics.rows()),
                    Cell.of(metrics.mae()),
                    Cell.of(metrics.rmse()),
                    Cell.of(metrics.medianAbsoluteError()),
                    Cell.of(metrics.bias()),
                    Cell.of(metrics.xauc()),
                    Cell.of(ranker.gauc().value()),
                    Cell.of(ranker.gauc().users())));
        }
        return new ResultTable(
                TableId.of("predictions", caption.protocol(), caption.relevance()),
                "Predictions of the watch ratio: " + caption.protocol(),
                caption,
                List.of(
                        Column.text("ranker"),
                        Column.integer("plays"),
                        Column.decimal("MAE", DIGITS),
                        Column.decimal("RMSE", DIGITS),
                        Column.decimal("median error", DIGITS),
                        Column.decimal("bias", DIGITS),
                        Column.decimal("XAUC", DIGITS),
                        Column.decimal("GAUC", DIGITS),
                        Column.integer("GAUC users")),
                rows,
                List.of(
                        "bias: mean prediction - mean watch ratio; median error: of |prediction - watch ratio|",
                        "GAUC: AUC of " + caption.relevance()
                                + " within each user with both classes, weighted by plays"));
    }
}
