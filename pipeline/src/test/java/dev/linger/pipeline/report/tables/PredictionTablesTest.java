package dev.linger.pipeline.report.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.pipeline.evaluation.pointwise.Gauc;
import dev.linger.pipeline.evaluation.pointwise.Labels;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTablesTest {
    private static final Caption CAPTION =
            new Caption("pointwise", "every test play", "ratio > 1.0", 2, "2020-08-29 (80 % of rows)");
    private static final double[] LABELS = {0.5, 1.5, 0.5, 1.5};
    private static final double[] RATIOS = {0.5, 1.0, 1.0, 2.0};
    private static final double[] SCORES = {-3, -2, 5, 9};
    private static final List<NamedPredictions> RANKERS = List.of(
            new NamedPredictions("lightgbm l1", PointwiseMetrics.of(RATIOS, LABELS), gauc(RATIOS)),
            new NamedPredictions("lambdarank", PointwiseMetrics.ofScores(SCORES, Labels.of(LABELS)), gauc(SCORES)),
            new NamedPredictions("median", PointwiseMetrics.of(new double[4], LABELS), gauc(new double[4])));

    @Test
    void the_pointwise_table_has_no_errors_where_the_ranker_gives_no_ratio() {
        // l1: errors 0 -.5 .5 .5: MAE .375, RMSE sqrt(.75 / 4) = .4330, median .5, bias .125;
        // pairs (.5, 1.5): .5 < 1, .5 < 2, 1 = 1, 1 < 2: 3.5 / 4. Scores: -3 < -2, -3 < 9, 5 > -2, 5 < 9: 3 / 4.
        // Zeros: MAE 1, RMSE sqrt(5 / 4) = 1.1180, median (.5 + 1.5) / 2, bias -1.
        assertEquals(
                List.of(
                        "ranker       plays     MAE    RMSE  median error     bias    XAUC    GAUC  GAUC users",
                        "-----------  -----  ------  ------  ------------  -------  ------  ------  ----------",
                        "lightgbm l1      4  0.3750  0.4330        0.5000   0.1250  0.8750  1.0000           2",
                        "lambdarank       4       -       -             -        -  0.7500  1.0000           2",
                        "median           4  1.0000  1.1180        1.0000  -1.0000  0.5000  0.5000           2"),
                body(PointwiseTable.of(CAPTION, RANKERS)).subList(0, 5));
    }

    @Test
    void the_calibration_table_has_a_row_for_each_decile_of_a_ranker_that_gives_ratios() {
        // Sorted predictions .5 1 1 2 start at positions 0, 1, 3 of 4: deciles 1, 3, 8.
        assertEquals(
                List.of(
                        "ranker       decile  plays  predicted  watched     bias",
                        "-----------  ------  -----  ---------  -------  -------",
                        "lightgbm l1       1      1     0.5000   0.5000   0.0000",
                        "lightgbm l1       3      2     1.0000   1.0000   0.0000",
                        "lightgbm l1       8      1     2.0000   1.5000   0.5000",
                        "median            1      4     0.0000   1.0000  -1.0000"),
                body(CalibrationTable.of(CAPTION, RANKERS)).subList(0, 6));
    }

    private static Gauc gauc(double[] predictions) {
        return Gauc.of(new int[] {0, 0, 1, 1}, predictions, new boolean[] {false, true, false, true});
    }

    private static List<String> body(ResultTable table) {
        return new ConsoleFormat(1_000).format(table).lines().skip(3).toList();
    }
}
