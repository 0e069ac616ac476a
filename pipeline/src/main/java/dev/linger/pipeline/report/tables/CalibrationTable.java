package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** Predicted against watched ratio: one row a ranker and decile of its predictions. */
public final class CalibrationTable {
    private static final int DIGITS = 4;

    private CalibrationTable() {}

    /** The table; a ranker whose scores are no watch ratios has no rows in it. */
    public static ResultTable of(Caption caption, List<NamedPredictions> rankers) {
        List<List<Cell>> rows = new ArrayList<>();
        for (NamedPredictions ranker : rankers) {
            for (PointwiseMetrics.Decile decile : ranker.metrics().calibration()) {
                rows.add(List.of(
                        Cell.of(ranker.name()),
                        Cell.of(decile.decile()),
                        Cell.of(decile.rows()),
                        Cell.of(decile.meanPrediction()),
                        Cell.of(decile.meanLabel()),
                        Cell.of(decile.meanPrediction() - decile.meanLabel())));
            }
        }
        return new ResultTable(
                TableId.of("calibration", caption.protocol(), caption.relevance()),
                "Calibration by decile of the prediction: " + caption.protocol(),
                caption,
                List.of(
                        Column.text("ranker"),
                        Column.integer("decile"),
                        Column.integer("plays"),
                        Column.decimal("predicted", DIGITS),
                        Column.decimal("watched", DIGITS),
                        Column.decimal("bias", DIGITS)),
                rows,
                List.of("plays of equal prediction stay in one decile, so a constant has the first alone"),
                ResultTable.Length.LONG);
    }
}
