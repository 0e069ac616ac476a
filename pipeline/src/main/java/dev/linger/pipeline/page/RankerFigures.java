package dev.linger.pipeline.page;

import dev.linger.pipeline.page.chart.BarChart;
import dev.linger.pipeline.page.chart.BarChart.Bar;
import dev.linger.pipeline.page.chart.Figure;
import dev.linger.pipeline.page.chart.LineChart;
import dev.linger.pipeline.page.chart.LineChart.Curve;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Training curves, what columns were worth, and how good predictions are. */
final class RankerFigures {
    private static final int COLUMNS = 15;

    private final RunPage page;
    private final List<Figure> figures = new ArrayList<>();

    RankerFigures(RunPage page) {
        this.page = page;
    }

    List<Figure> all() {
        page.rowsOf("ranker-rounds-").forEach(this::addRounds);
        page.rowsOf("ranker-importance-").forEach(this::addImportance);
        page.rows("calibration-pointwise-" + page.rule()).ifPresent(this::addCalibration);
        page.rows("errors-pointwise-" + page.rule()).ifPresent(this::addErrors);
        page.rows("feature-skew").ifPresent(this::addSkew);
        return figures;
    }

    private void addRounds(Rows rows) {
        List<Double> rounds = IntStream.range(0, rows.size())
                .mapToObj(row -> rows.number(row, "round"))
                .toList();
        List<Curve> curves = List.of("fit rows", "validation rows").stream()
                .map(column -> new Curve(
                        column,
                        rounds,
                        IntStream.range(0, rows.size())
                                .mapToObj(row -> rows.number(row, column))
                                .toList()))
                .filter(curve -> curve.y().stream().anyMatch(value -> !Double.isNaN(value)))
                .toList();
        ResultTable table = rows.table();
        figures.add(new LineChart(
                        table.id(),
                        table.title(),
                        "Trees are added until the validation rows gain nothing for long; those up to the best round are kept."
                                + " A gap that grows while the validation curve is flat is learning by heart.",
                        "round",
                        "metric",
                        false,
                        false)
                .of(curves, false, Optional.of(table)));
    }

    private void addImportance(Rows rows) {
        double all = IntStream.range(0, rows.size())
                .mapToDouble(row -> rows.number(row, "gain"))
                .sum();
        List<Bar> bars = IntStream.range(0, Math.min(COLUMNS, rows.size()))
                .mapToObj(row -> Bar.of(rows.text(row, "column"), 100 * rows.number(row, "gain") / all))
                .toList();
        figures.add(new BarChart(
                        rows.table().id(),
                        rows.table().title(),
                        "Share of the loss that splits on the column took away, of the strongest " + bars.size()
                                + ". It says what the trees used, not what causes watching.",
                        "% of all gain",
                        1)
                .of(bars, Optional.of(rows.table())));
    }

    private void addCalibration(Rows rows) {
        String ranker = rows.text(0, "ranker");
        List<Integer> own = rows.where("ranker", ranker).stream()
                .sorted(Comparator.comparingDouble(row -> rows.number(row, "predicted")))
                .toList();
        Curve curve = new Curve(
                ranker,
                own.stream().map(row -> rows.number(row, "predicted")).toList(),
                own.stream().map(row -> rows.number(row, "watched")).toList());
        if (curve.x().stream().anyMatch(value -> value.isNaN())) {
            return;
        }
        figures.add(new LineChart(
                        "calibration",
                        "Predicted and watched ratios: " + ranker,
                        "Each point is a tenth of the plays, by prediction. On the dashed line predictions are right on average;"
                                + " a median, as L1 predicts, lies above it where a few watch for very long.",
                        "predicted",
                        "watched",
                        false,
                        true)
                .of(List.of(curve), true, Optional.of(rows.table())));
    }

    private void addErrors(Rows rows) {
        for (String by : rows.distinct("by")) {
            List<Bar> bars = rows.where("by", by).stream()
                    .filter(row -> !Double.isNaN(rows.number(row, "MAE")))
                    .map(row -> Bar.of(rows.text(row, "group"), rows.number(row, "MAE")))
                    .toList();
            if (!bars.isEmpty()) {
                figures.add(new BarChart(
                                "errors-" + by.replace(' ', '-'),
                                "Mean absolute error by " + by,
                                "Shorter is better. Ratios of short videos vary more, so their errors are larger for every ranker.",
                                "MAE of the watch ratio",
                                3)
                        .of(bars, Optional.of(rows.table())));
            }
        }
    }

    private void addSkew(Rows rows) {
        List<Bar> bars = IntStream.range(0, Math.min(COLUMNS, rows.size()))
                .mapToObj(row -> Bar.of(
                        rows.text(row, "column"),
                        Double.isNaN(rows.number(row, "PSI candidates"))
                                ? rows.number(row, "PSI plays")
                                : rows.number(row, "PSI candidates")))
                .filter(bar -> !Double.isNaN(bar.value()))
                .toList();
        if (!bars.isEmpty()) {
            figures.add(new BarChart(
                            "skew",
                            "Columns that look different at the test",
                            "Population stability index of the rows that were learned from against the test candidates. Above"
                                    + " 0.25 a column has moved; of what moves with time, as an age, that is its nature.",
                            "PSI",
                            2)
                    .of(bars, Optional.of(rows.table())));
        }
    }
}
