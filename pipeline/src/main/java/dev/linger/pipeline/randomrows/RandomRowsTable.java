package dev.linger.pipeline.randomrows;

import dev.linger.data.InteractionLog;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Precision;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.pointwise.Labels;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.training.ObservedExamples;
import java.util.ArrayList;
import java.util.List;

/** What rankers predict of rows that were drawn at random: one row a ranker. */
final class RandomRowsTable {
    private static final int DIGITS = 4;

    private final ObservedExamples test;
    private final double ratioCap;
    private final Labels labels;
    private final Judgments judgments;
    private final List<ListMetric> metrics;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param testLog the rows that are predicted
     * @param test the same in the order of the scores
     * @param ratioCap larger ratios count as this one where ratios are scaled
     */
    RandomRowsTable(RandomRowsRequest request, InteractionLog testLog, ObservedExamples test, double ratioCap) {
        this.test = test;
        this.ratioCap = ratioCap;
        this.labels = Labels.of(test.watchRatio());
        this.judgments = Judgments.of(testLog, new RelevanceRule.RatioAbove(request.threshold(), true).fit(testLog), 0);
        this.metrics = List.of(new Ndcg(request.k()), new Precision(request.k()), new Recall(request.k()));
    }

    /** Adds a ranker by its scores. */
    void add(String name, boolean predictsRatio, double[] scores) {
        PointwiseMetrics errors =
                predictsRatio ? PointwiseMetrics.of(scores, labels) : PointwiseMetrics.ofScores(scores, labels);
        ListMetrics lists = ListMetrics.of(
                judgments,
                TestRowLists.of(test.requests().user(), test.requests().item(), scores),
                metrics);
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(name),
                Cell.of(errors.mae()),
                Cell.of(predictsRatio ? scaledError(scores) : Double.NaN),
                Cell.of(errors.rmse()),
                Cell.of(errors.xauc())));
        metrics.forEach(metric -> row.add(Cell.of(lists.mean(metric))));
        rows.add(row);
    }

    /** The mean absolute error of ratios that are cut at the cap and scaled to 0..1. */
    private double scaledError(double[] scores) {
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            sum += Math.abs(Math.min(scores[row], ratioCap) - Math.min(test.watchRatio()[row], ratioCap));
        }
        return sum / scores.length / ratioCap;
    }

    ResultTable table(RowDraw drawn) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("ranker"),
                Column.decimal("MAE", DIGITS),
                Column.decimal("MAE of 0..1", DIGITS),
                Column.decimal("RMSE", DIGITS),
                Column.decimal("XAUC", DIGITS)));
        metrics.forEach(metric -> columns.add(Column.decimal(metric.name(), DIGITS)));
        return new ResultTable(
                "random-rows",
                "Rows split at random: for comparison with what was published so, and for nothing else",
                new Caption(
                        "random rows",
                        "the distinct videos of each user's own test rows",
                        judgments.rule(),
                        judgments.userCount(),
                        "none: rows are drawn at random"),
                columns,
                rows,
                List.of(
                        drawn.fit().length + " rows to learn from, " + drawn.validation().length + " to stop by, "
                                + drawn.test().length + " to predict, which are of the same days, users and videos",
                        "MAE of 0..1: of ratios that are cut at " + ratioCap + " and divided by it",
                        "a row knows the days before its own, test rows among them; constants are fitted to the rows to"
                                + " learn from and to stop by"));
    }
}
