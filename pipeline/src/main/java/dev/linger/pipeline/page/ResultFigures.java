package dev.linger.pipeline.page;

import dev.linger.pipeline.page.chart.BarChart;
import dev.linger.pipeline.page.chart.BarChart.Bar;
import dev.linger.pipeline.page.chart.Figure;
import dev.linger.pipeline.page.chart.LineChart;
import dev.linger.pipeline.page.chart.LineChart.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How good the lists are, and where relevant videos are lost. */
final class ResultFigures {
    private static final String SYSTEM = "system";

    private final RunPage page;
    private final String metric;
    private final List<Figure> figures = new ArrayList<>();

    ResultFigures(RunPage page) {
        this.page = page;
        this.metric = page.summary().metrics().get(0);
    }

    List<Figure> all() {
        page.rows("stages-end-to-end-" + page.rule()).ifPresent(this::addStages);
        page.rows("losses-end-to-end-" + page.rule()).ifPresent(this::addLosses);
        page.rows("cutoffs-end-to-end-" + page.rule()).ifPresent(this::addCutoffs);
        page.rows("stages-exposed-" + page.rule()).ifPresent(this::addExposed);
        page.rows("quality-end-to-end-" + page.rule()).ifPresent(this::addQuality);
        page.rows("users-end-to-end-" + page.rule()).ifPresent(this::addUsers);
        return figures;
    }

    /** The oracle is far to the right of all others and would press them together. */
    private static List<Integer> withoutOracle(Rows rows) {
        return IntStream.range(0, rows.size())
                .filter(row -> !rows.text(row, SYSTEM).equals("oracle"))
                .boxed()
                .toList();
    }

    private void addStages(Rows rows) {
        double reference = withoutOracle(rows).stream()
                .filter(row -> rows.text(row, SYSTEM).equals("candidates"))
                .mapToDouble(row -> rows.number(row, metric))
                .findFirst()
                .orElse(Double.NaN);
        List<Bar> bars = withoutOracle(rows).stream()
                .map(row -> new Bar(
                        rows.text(row, SYSTEM),
                        rows.number(row, metric),
                        reference + rows.number(row, "95% interval low"),
                        reference + rows.number(row, "95% interval high"),
                        rows.text(row, SYSTEM).equals(page.summary().system())))
                .toList();
        figures.add(new BarChart(
                        "stages",
                        metric + " of every order, end to end",
                        "Longer is better. The marked bar is what users get. The line over a bar is the 95 % interval of its"
                                + " difference to the candidates in the order of stage one: where it does not reach the end"
                                + " of their bar, the difference is more than the luck of which users were counted.",
                        metric,
                        4)
                .of(bars, Optional.of(rows.table())));
    }

    private void addLosses(Rows rows) {
        List<Bar> bars = IntStream.range(0, rows.size())
                .mapToObj(row -> Bar.of(rows.text(row, "step"), rows.number(row, "videos")))
                .toList();
        figures.add(new BarChart(
                        "losses",
                        "Where relevant videos are lost",
                        "From above: all that users turned out to like, what of it could be recommended at all, what retrieval"
                                + " found, and what stands high enough to be seen. The largest step down is where work pays.",
                        "videos that were relevant to a user",
                        0)
                .of(bars, Optional.of(rows.table())));
    }

    private void addCutoffs(Rows rows) {
        List<String> cutoffs = rows.table().columns().stream()
                .map(column -> column.name())
                .filter(name -> name.startsWith("@"))
                .toList();
        List<Double> x =
                cutoffs.stream().map(name -> Double.valueOf(name.substring(1))).toList();
        List<Curve> curves = rows.where("metric", "NDCG").stream()
                .filter(row -> !rows.text(row, SYSTEM).equals("oracle"))
                .map(row -> new Curve(
                        rows.text(row, SYSTEM),
                        x,
                        cutoffs.stream().map(cutoff -> rows.number(row, cutoff)).toList()))
                .toList();
        figures.add(new LineChart(
                        "cutoffs",
                        "NDCG by how far down the list one looks",
                        "Higher is better. An order whose curve lies above another at every length is better wherever the"
                                + " screen ends.",
                        "k, the length of the list",
                        "NDCG@k",
                        true,
                        true)
                .of(curves, false, Optional.of(rows.table())));
    }

    private void addExposed(Rows rows) {
        List<Bar> bars = withoutOracle(rows).stream()
                .map(row -> new Bar(
                        rows.text(row, SYSTEM),
                        rows.number(row, metric),
                        Double.NaN,
                        Double.NaN,
                        rows.text(row, SYSTEM).equals(page.summary().systemOfGivenLists())))
                .toList();
        figures.add(new BarChart(
                        "exposed",
                        metric + " of what users were shown",
                        "Only the order of the videos that a user was shown counts here. The marked bar is the order that is"
                                + " meant for such lists. Another system had picked these videos.",
                        metric,
                        4)
                .of(bars, Optional.of(rows.table())));
    }

    private void addQuality(Rows rows) {
        List<Bar> coverage = withoutOracle(rows).stream()
                .map(row -> new Bar(
                        rows.text(row, SYSTEM),
                        rows.number(row, "coverage"),
                        Double.NaN,
                        Double.NaN,
                        rows.text(row, SYSTEM).equals(page.summary().system())))
                .toList();
        figures.add(new BarChart(
                        "coverage",
                        "How many videos are shown to anybody",
                        "The share of all videos that stand in somebody's first ten. A short bar shows the same few to"
                                + " everybody.",
                        "coverage of the first ten",
                        3)
                .of(coverage, Optional.of(rows.table())));
        List<Bar> popularity = withoutOracle(rows).stream()
                .map(row -> new Bar(
                        rows.text(row, SYSTEM),
                        rows.number(row, "popularity"),
                        Double.NaN,
                        Double.NaN,
                        rows.text(row, SYSTEM).equals(page.summary().system())))
                .toList();
        figures.add(new BarChart(
                        "popularity",
                        "How popular the shown videos are",
                        "Mean percentile of the plays before the cut: 1 shows what everybody has played, 0.5 is blind to it.",
                        "popularity of the first ten",
                        3)
                .of(popularity, Optional.of(rows.table())));
    }

    private void addUsers(Rows rows) {
        if (rows.distinct("users").size() < 2) {
            return;
        }
        List<Bar> bars = IntStream.range(0, rows.size())
                .filter(row -> !rows.text(row, SYSTEM).equals("oracle"))
                .mapToObj(row -> new Bar(
                        rows.text(row, "users") + ": " + rows.text(row, SYSTEM),
                        rows.number(row, metric),
                        Double.NaN,
                        Double.NaN,
                        rows.text(row, SYSTEM).equals(page.summary().system())))
                .toList();
        figures.add(new BarChart(
                        "users",
                        metric + " for known and for new users",
                        "Warm users have plays before the cut, new ones have none and get what is the same for all.",
                        metric,
                        4)
                .of(bars, Optional.of(rows.table())));
    }
}
