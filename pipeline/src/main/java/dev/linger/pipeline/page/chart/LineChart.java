package dev.linger.pipeline.page.chart;

import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Curves over one scale.
 *
 * @param xName what the horizontal scale is of
 * @param yName what the vertical scale is of
 * @param logX whether the horizontal scale is one of ratios, with a tick at each value of the first curve
 * @param zeroY whether the vertical scale begins at 0
 */
public record LineChart(
        String id, String title, String reading, String xName, String yName, boolean logX, boolean zeroY) {
    private static final int HEIGHT = 270;
    private static final double LEFT = 52;
    private static final double RIGHT = Drawing.WIDTH - 14.0;
    private static final double TOP = 22;
    private static final double BOTTOM = HEIGHT - 40.0;

    /** One curve; its x ascend, and where y is NaN it has no point. */
    public record Curve(String name, List<Double> x, List<Double> y) {
        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }

    /**
     * The figure.
     *
     * @param curves at least one with a point
     * @param diagonal whether a line of equal x and y is drawn
     * @param data the table that they are from
     */
    public Figure of(List<Curve> curves, boolean diagonal, Optional<ResultTable> data) {
        List<Double> xs =
                finite(curves.stream().flatMap(curve -> curve.x().stream()).toList());
        List<Double> ys =
                finite(curves.stream().flatMap(curve -> curve.y().stream()).toList());
        Axis x = logX
                ? Axis.logarithmic(xs.stream().sorted().distinct().toList())
                : Axis.of(least(xs), most(xs), diagonal);
        Axis y = Axis.of(least(ys), most(ys), zeroY);
        Drawing drawing = new Drawing(HEIGHT);
        axes(drawing, x, y);
        if (diagonal) {
            double end = Math.min(x.high(), y.high());
            double begin = Math.max(x.low(), y.low());
            drawing.line("guide", across(x, begin), up(y, begin), across(x, end), up(y, end));
        }
        for (int at = 0; at < curves.size(); at++) {
            draw(drawing, curves.get(at), Drawing.colour(at), x, y);
        }
        return new Figure(
                id,
                title,
                reading,
                drawing.svg(id, title, reading),
                curves.size() == 1
                        ? List.of()
                        : curves.stream().map(Curve::name).toList(),
                data);
    }

    private void axes(Drawing drawing, Axis x, Axis y) {
        for (double tick : y.ticks()) {
            drawing.line("grid", LEFT, up(y, tick), RIGHT, up(y, tick));
            drawing.text("end", LEFT - 6, up(y, tick) + 4, y.label(tick));
        }
        for (double tick : x.ticks()) {
            drawing.line("grid", across(x, tick), TOP, across(x, tick), BOTTOM);
            drawing.text("middle", across(x, tick), BOTTOM + 16, x.label(tick));
        }
        drawing.text("middle", (LEFT + RIGHT) / 2, HEIGHT - 6.0, xName);
        drawing.text("start", 2, 13, yName);
    }

    private void draw(Drawing drawing, Curve curve, String colour, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        boolean begun = false;
        for (int at = 0; at < curve.x().size(); at++) {
            double value = curve.y().get(at);
            if (Double.isNaN(value)) {
                begun = false;
                continue;
            }
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    begun ? "L" : "M",
                    across(x, curve.x().get(at)),
                    up(y, value)));
            begun = true;
        }
        drawing.path("curve " + colour, path.toString());
        for (int at = 0; at < curve.x().size(); at++) {
            double value = curve.y().get(at);
            if (!Double.isNaN(value) && curve.x().size() <= 20) {
                drawing.point(
                        "dot " + colour,
                        across(x, curve.x().get(at)),
                        up(y, value),
                        String.format(
                                Locale.ROOT,
                                "%s: %s %.4g, %s %.4g",
                                curve.name(),
                                xName,
                                curve.x().get(at),
                                yName,
                                value));
            }
        }
    }

    private static double across(Axis axis, double value) {
        return LEFT + axis.share(value) * (RIGHT - LEFT);
    }

    private static double up(Axis axis, double value) {
        return BOTTOM - axis.share(value) * (BOTTOM - TOP);
    }

    private static List<Double> finite(List<Double> values) {
        List<Double> finite = new ArrayList<>(values);
        finite.removeIf(value -> !Double.isFinite(value));
        return finite;
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }
}
