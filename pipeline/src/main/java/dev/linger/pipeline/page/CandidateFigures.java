package dev.linger.pipeline.page;

import dev.linger.pipeline.page.chart.BarChart;
import dev.linger.pipeline.page.chart.BarChart.Bar;
import dev.linger.pipeline.page.chart.Figure;
import dev.linger.pipeline.page.chart.LineChart;
import dev.linger.pipeline.page.chart.LineChart.Curve;
import dev.linger.pipeline.report.tables.NewVideosTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What each source of candidates finds, and how ALS was fitted. */
final class CandidateFigures {
    private static final int CURVES = 8;
    private static final String SOURCE = "source";

    private final RunPage page;
    private final List<Figure> figures = new ArrayList<>();

    CandidateFigures(RunPage page) {
        this.page = page;
    }

    List<Figure> all() {
        page.rows("candidates-end-to-end-" + page.rule()).ifPresent(this::addRecall);
        page.rows("sources-end-to-end-" + page.rule()).ifPresent(this::addMarginal);
        page.rows(NewVideosTable.ID + "-end-to-end-" + page.rule()).ifPresent(this::addNewVideos);
        page.rows("source-loss").ifPresent(this::addLoss);
        return figures;
    }

    private void addNewVideos(Rows rows) {
        String metric = page.summary()
                .metrics()
                .get(Math.min(1, page.summary().metrics().size() - 1));
        List<Bar> bars = rows.where("videos", NewVideosTable.OF_LAST_DAY).stream()
                .map(row -> Bar.of(rows.text(row, "system"), rows.number(row, metric)))
                .toList();
        if (!bars.isEmpty()) {
            figures.add(new BarChart(
                            "new-videos",
                            metric + " of videos of the last day",
                            "Relevant are only videos that were first played within a day before the cut, in lists of all"
                                    + " videos. Who learns from plays alone has seen little of them.",
                            metric,
                            4)
                    .of(bars, Optional.of(rows.table())));
        }
    }

    private void addRecall(Rows rows) {
        List<Curve> curves = rows.distinct(SOURCE).stream()
                .map(source -> {
                    List<Integer> own = rows.where(SOURCE, source);
                    return new Curve(
                            source,
                            own.stream().map(row -> rows.number(row, "N")).toList(),
                            own.stream()
                                    .map(row -> rows.number(row, "Recall@N"))
                                    .toList());
                })
                .sorted(Comparator.comparingDouble(
                        curve -> -curve.y().get(curve.y().size() - 1)))
                .limit(CURVES)
                .toList();
        figures.add(new LineChart(
                        "recall",
                        "Recall by the number of candidates",
                        "How much of what users liked is among the first N of each source, of the best " + CURVES
                                + ". No order of the candidates can find more than their curve allows.",
                        "N, candidates a user",
                        "recall",
                        true,
                        true)
                .of(curves, false, Optional.of(rows.table())));
    }

    private void addMarginal(Rows rows) {
        List<Bar> bars = IntStream.range(0, rows.size())
                .filter(row -> !Double.isNaN(rows.number(row, "marginal")))
                .mapToObj(row -> Bar.of(rows.text(row, SOURCE), rows.number(row, "marginal")))
                .toList();
        if (!bars.isEmpty()) {
            figures.add(new BarChart(
                            "marginal",
                            "What the candidates would lose without a source",
                            "Recall of all candidates less that of what the other sources would find in its place. A source"
                                    + " below 0 takes room from better ones.",
                            "recall lost",
                            4)
                    .of(bars, Optional.of(rows.table())));
        }
    }

    private void addLoss(Rows rows) {
        List<Curve> curves = rows.distinct(SOURCE).stream()
                .map(source -> {
                    List<Integer> own = rows.where(SOURCE, source);
                    double first = rows.number(own.get(0), "loss");
                    return new Curve(
                            source,
                            own.stream()
                                    .map(row -> rows.number(row, "iteration"))
                                    .toList(),
                            own.stream()
                                    .map(row -> rows.number(row, "loss") / first)
                                    .toList());
                })
                .toList();
        figures.add(new LineChart(
                        "loss",
                        "Loss of the factors by iteration",
                        "As a share of the loss after the first iteration. Where a curve is flat, more iterations bring nothing.",
                        "iteration",
                        "loss / first loss",
                        false,
                        false)
                .of(curves, false, Optional.of(rows.table())));
    }
}
