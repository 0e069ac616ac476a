package dev.linger.pipeline.page.chart;

import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What things have of one measure against what they have of another, each a dot with its name.
 *
 * @param xName what the horizontal scale is of
 * @param yName what the vertical scale is of
 */
public record ScatterChart(String id, String title, String reading, String xName, String yName) {
    private static final int HEIGHT = 290;
    private static final double LEFT = 52;
    private static final double RIGHT = Drawing.WIDTH - 14.0;
    private static final double TOP = 22;
    private static final double BOTTOM = HEIGHT - 40.0;

    /** From here on, as a share of the width, a name stands before its dot rather than behind it. */
    private static final double NAME_BEFORE = 0.65;

    private static final double NAME_HEIGHT = 12;
    private static final double NAME_WIDTH = 110;

    /** One dot, both of whose values are finite. */
    public record Dot(String name, double x, double y) {}

    /**
     * The figure of at least one dot.
     *
     * @param lines names of dots, each list of which a line joins in its order
     * @param data the table that they are from
     */
    public Figure of(List<Dot> dots, List<List<String>> lines, Optional<ResultTable> data) {
        Axis x = axis(dots.stream().mapToDouble(Dot::x).toArray());
        Axis y = axis(dots.stream().mapToDouble(Dot::y).toArray());
        Drawing drawing = new Drawing(HEIGHT);
        for (double tick : y.ticks()) {
            double at = BOTTOM - y.share(tick) * (BOTTOM - TOP);
            drawing.line("grid", LEFT, at, RIGHT, at);
            drawing.text("end", LEFT - 6, at + 4, y.label(tick));
        }
        for (double tick : x.ticks()) {
            double at = LEFT + x.share(tick) * (RIGHT - LEFT);
            drawing.line("grid", at, TOP, at, BOTTOM);
            drawing.text("middle", at, BOTTOM + 16, x.label(tick));
        }
        drawing.text("middle", (LEFT + RIGHT) / 2, HEIGHT - 6.0, xName);
        drawing.text("start", 2, 13, yName);
        lines.forEach(names -> drawing.path("curve guide", path(names, dots, x, y)));
        List<double[]> names = new ArrayList<>();
        for (int number = 0; number < dots.size(); number++) {
            Dot dot = dots.get(number);
            double across = across(x, dot);
            double up = up(y, dot);
            String said =
                    String.format(Locale.ROOT, "%s: %s %.4g, %s %.4g", dot.name(), xName, dot.x(), yName, dot.y());
            drawing.point("dot " + Drawing.colour(number), across, up, said);
            boolean isBefore = x.share(dot.x()) > NAME_BEFORE;
            double line = free(names, across, up + 4);
            names.add(new double[] {across, line});
            drawing.text(isBefore ? "end" : "start", across + (isBefore ? -7 : 7), line, dot.name());
        }
        return new Figure(id, title, reading, drawing.svg(id, title, reading), List.of(), data);
    }

    private static String path(List<String> names, List<Dot> dots, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (String name : names) {
            dots.stream()
                    .filter(dot -> dot.name().equals(name))
                    .forEach(dot -> path.append(String.format(
                            Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", across(x, dot), up(y, dot))));
        }
        return path.toString();
    }

    private static double across(Axis x, Dot dot) {
        return LEFT + x.share(dot.x()) * (RIGHT - LEFT);
    }

    private static double up(Axis y, Dot dot) {
        return BOTTOM - y.share(dot.y()) * (BOTTOM - TOP);
    }

    /** The line nearest to the dot's on which no name stands yet. */
    private static double free(List<double[]> names, double across, double line) {
        for (int step = 0; ; step++) {
            double tried = line + (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * NAME_HEIGHT;
            if (names.stream()
                    .noneMatch(name ->
                            Math.abs(name[0] - across) < NAME_WIDTH && Math.abs(name[1] - tried) < NAME_HEIGHT)) {
                return tried;
            }
        }
    }

    private static Axis axis(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(1);
        return Axis.of(least, most, false);
    }
}
