package dev.linger.pipeline.page;

import dev.linger.pipeline.page.PageFrame.Part;
import dev.linger.pipeline.page.chart.BarChart;
import dev.linger.pipeline.page.chart.BarChart.Bar;
import dev.linger.pipeline.page.chart.Figure;
import dev.linger.pipeline.page.chart.Html;
import dev.linger.pipeline.page.chart.LineChart;
import dev.linger.pipeline.page.chart.LineChart.Curve;
import dev.linger.pipeline.page.chart.ScatterChart;
import dev.linger.pipeline.page.chart.ScatterChart.Dot;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Policies in worlds that answer as a page: what viewers get, what becomes of creators, what the platform gets; then every table. */
public final class SimulationPage {
    /**
     * What a chart shows of the policies.
     *
     * @param measure its column
     * @param title of the chart
     * @param said what it is in a sentence of differences
     * @param means how to read it, in the words of people who do not read tables
     */
    private record Shown(String measure, String title, String said, String means, int digits) {}

    private static final List<Shown> VIEWERS = List.of(
            new Shown(
                    "seconds a visit",
                    "Time watched",
                    "seconds watched a visit",
                    "Seconds that somebody watches who opens the app: more is better. Oracle is what would be possible with perfect"
                            + " knowledge, random what no knowledge gives.",
                    1),
            new Shown(
                    "skipped",
                    "Skips",
                    "share skipped",
                    "Share of the videos that are swiped away within their first fifth: less is better.",
                    3),
            new Shown(
                    "tags 1%",
                    "Rabbit holes",
                    "subjects of those who see the fewest",
                    "How many subjects those see who see the fewest (one viewer in a hundred sees fewer): near 1 they see the same"
                            + " thing all month.",
                    2));

    private static final List<Shown> CREATORS = List.of(
            new Shown(
                    "creators",
                    "Creators who stay",
                    "creators who stay",
                    "Those who have not given up at the end: more is better.",
                    0),
            new Shown("uploads", "Uploads", "uploads", "Videos that were made in all: who is watched makes more.", 0),
            new Shown(
                    "found",
                    "Good new videos that find their viewers",
                    "share of the good new videos found",
                    "Of the best tenth of the new videos, the share that ten people have watched to the end: what is not found"
                            + " is lost to everybody.",
                    2));

    private static final List<Shown> PLATFORM = List.of(
            new Shown(
                    "creator Gini",
                    "How few creators get the plays",
                    "inequality of plays",
                    "0 where all creators get equally many plays, 1 where one gets all.",
                    3),
            new Shown(
                    "age",
                    "Age of what is watched",
                    "days of age of what is watched",
                    "Days since the upload: less is fresher.",
                    1));

    private final Rows outcomes;
    private final Rows differences;
    private final Rows days;
    private final List<ResultTable> tables;
    private final Set<String> bounds;
    private final List<List<String>> lines;

    private SimulationPage(List<ResultTable> tables, Set<String> bounds, List<List<String>> lines) {
        this.tables = tables;
        this.bounds = bounds;
        this.lines = lines;
        this.outcomes = rows("simulation");
        this.differences = rows("simulation-differences");
        this.days = rows("simulation-days");
    }

    /**
     * The page of the tables of a simulation.
     *
     * @param bounds the policies that know the truth or nothing: drawn with the others, but not where dots are compared, which
     *     they would push together
     * @param lines policies that differ in one number, as a weight; where dots are compared a line joins them
     */
    public static String of(List<ResultTable> tables, Set<String> bounds, List<List<String>> lines) {
        return new SimulationPage(tables, bounds, lines).html();
    }

    private Rows rows(String id) {
        return new Rows(tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private String html() {
        List<Part> parts = new ArrayList<>(List.of(
                part("for-viewers", "Viewers", VIEWERS, List.of(byDay("seconds a visit", "Time watched, day by day"))),
                part("for-creators", "Creators", CREATORS, List.of(byDay("creators", "Creators who stay, day by day"))),
                part(
                        "for-platform",
                        "The platform",
                        PLATFORM,
                        List.of(
                                trade("found", "Time watched and good new videos found"),
                                trade("creators", "Time watched and creators who stay"),
                                trade("tags 1%", "Time watched and rabbit holes")))));
        parts.add(new Part("tables", "Every table", Html.tables(tables)));
        return new PageFrame(
                        "Simulation",
                        tables.get(0).title()
                                + ". Every policy lives through the same days in the same generated worlds, whose"
                                + " viewers and creators answer to what is shown. What it says holds for worlds of this kind.",
                        parts,
                        "The same numbers are in tables/ beside this file, as CSV and JSON.")
                .html();
    }

    private Part part(String id, String title, List<Shown> shown, List<Figure> more) {
        List<Figure> figures = new ArrayList<>();
        shown.forEach(one -> figures.add(bars(one)));
        figures.addAll(more);
        Part drawn = RunPage.figures(id, title, figures);
        return new Part(id, title, sentences(shown) + drawn.html());
    }

    /** For each policy what it changes for sure. */
    private String sentences(List<Shown> shown) {
        StringBuilder html =
                new StringBuilder("<p>What differs from the first policy by more than chance:</p>\n<ul>\n");
        for (String policy : differences.distinct("policy")) {
            List<String> said = shown.stream()
                    .flatMap(one -> differences.where("policy", policy).stream()
                            .filter(row -> differences.text(row, "measure").equals(one.measure()))
                            .filter(this::isSure)
                            .map(row -> said(one, row)))
                    .toList();
            html.append("<li><strong>" + Html.escaped(policy) + "</strong>: ")
                    .append(Html.escaped(
                            said.isEmpty()
                                    ? "nothing that these worlds can tell from chance"
                                    : String.join("; ", said)))
                    .append("</li>\n");
        }
        return html.append("</ul>\n").toString();
    }

    private boolean isSure(int row) {
        return differences.number(row, "95% interval low") > 0 || differences.number(row, "95% interval high") < 0;
    }

    private String said(Shown shown, int row) {
        double percent = differences.number(row, "percent");
        return shown.said()
                + String.format(
                        Locale.ROOT,
                        " %+." + shown.digits() + "f%s",
                        differences.number(row, "difference"),
                        Double.isNaN(percent) ? "" : String.format(Locale.ROOT, " (%+.1f %%)", percent));
    }

    private Figure bars(Shown shown) {
        List<Bar> bars = IntStream.range(0, outcomes.size())
                .filter(row -> Double.isFinite(outcomes.number(row, shown.measure())))
                .mapToObj(row -> Bar.of(outcomes.text(row, "policy"), outcomes.number(row, shown.measure())))
                .toList();
        return new BarChart(idOf(shown.measure()), shown.title(), shown.means(), shown.measure(), shown.digits())
                .of(bars, Optional.empty());
    }

    private Figure byDay(String measure, String title) {
        List<Curve> curves = days.distinct("policy").stream()
                .map(policy -> new Curve(policy, ofDays(policy, "day"), ofDays(policy, measure)))
                .toList();
        return new LineChart(idOf(measure) + "-days", title, "One line a policy.", "day", measure, false, false)
                .of(curves, false, Optional.empty());
    }

    private List<Double> ofDays(String policy, String column) {
        return days.where("policy", policy).stream()
                .map(row -> days.number(row, column))
                .toList();
    }

    private Figure trade(String measure, String title) {
        List<Dot> dots = IntStream.range(0, outcomes.size())
                .filter(row -> !bounds.contains(outcomes.text(row, "policy")))
                .filter(row -> Double.isFinite(outcomes.number(row, measure)))
                .mapToObj(row -> new Dot(
                        outcomes.text(row, "policy"),
                        outcomes.number(row, "seconds a visit"),
                        outcomes.number(row, measure)))
                .toList();
        return new ScatterChart(
                        idOf(measure) + "-trade",
                        title,
                        "To the right people watch more, above there is more of the other: a policy is worth its price where none is"
                                + " both above it and to its right."
                                + (lines.isEmpty() ? "" : " A line joins policies that differ in one number."),
                        "seconds a visit",
                        measure)
                .of(dots, lines, Optional.empty());
    }

    private static String idOf(String measure) {
        return measure.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
