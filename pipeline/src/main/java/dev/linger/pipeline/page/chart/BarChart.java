package dev.linger.pipeline.page.chart;

import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bars one below the other, each with its name before it and its value behind it.
 *
 * @param valueName what the scale is of
 * @param digits of the values
 */
public record BarChart(String id, String title, String reading, String valueName, int digits) {
    private static final double MOST_FOR_NAMES = 250;
    private static final double LETTER = 6.5;
    private static final double VALUES = 66;
    private static final double ROW = 22;
    private static final double TOP = 8;

    /**
     * One bar.
     *
     * @param low lower end of its interval, NaN where it has none
     * @param high upper end
     * @param marked whether it is the one that the page is about
     */
    public record Bar(String name, double value, double low, double high, boolean marked) {
        public static Bar of(String name, double value) {
            return new Bar(name, value, Double.NaN, Double.NaN, false);
        }
    }

    /** The figure of at least one bar; data is the table that they are from. */
    public Figure of(List<Bar> bars, Optional<ResultTable> data) {
        int height = (int) (TOP + ROW * bars.size() + 40);
        double least = bars.stream()
                .mapToDouble(bar -> Double.isNaN(bar.low()) ? bar.value() : Math.min(bar.value(), bar.low()))
                .min()
                .orElse(0);
        double most = bars.stream()
                .mapToDouble(bar -> Double.isNaN(bar.high()) ? bar.value() : Math.max(bar.value(), bar.high()))
                .max()
                .orElse(1);
        Axis axis = Axis.of(Math.min(0, least), Math.max(0, most), true);
        int longest = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
        double names = Math.min(MOST_FOR_NAMES, 16 + LETTER * longest);
        Drawing drawing = new Drawing(height);
        double bottom = TOP + ROW * bars.size();
        for (double tick : axis.ticks()) {
            drawing.line("grid", across(names, axis, tick), TOP, across(names, axis, tick), bottom);
            drawing.text("middle", across(names, axis, tick), bottom + 14, axis.label(tick));
        }
        drawing.text("middle", (names + Drawing.WIDTH - VALUES) / 2, height - 6.0, valueName);
        for (int at = 0; at < bars.size(); at++) {
            draw(drawing, bars.get(at), TOP + ROW * at, axis, names);
        }
        return new Figure(id, title, reading, drawing.svg(id, title, reading), List.of(), data);
    }

    private void draw(Drawing drawing, Bar bar, double top, Axis axis, double names) {
        String value = String.format(Locale.ROOT, "%." + digits + "f", bar.value());
        String said = bar.name() + ": " + value
                + (Double.isNaN(bar.low())
                        ? ""
                        : String.format(Locale.ROOT, " [%." + digits + "f, %." + digits + "f]", bar.low(), bar.high()));
        double zero = across(names, axis, 0);
        double end = across(names, axis, bar.value());
        int letters = (int) ((names - 8) / LETTER);
        String name = bar.name().length() <= letters ? bar.name() : bar.name().substring(0, letters - 2) + "..";
        drawing.text("end", names - 8, top + 15, name);
        drawing.bar(
                bar.marked() ? "bar marked" : "bar", Math.min(zero, end), top + 4, Math.abs(end - zero), ROW - 8, said);
        if (!Double.isNaN(bar.low())) {
            drawing.line(
                    "whisker",
                    across(names, axis, bar.low()),
                    top + ROW / 2,
                    across(names, axis, bar.high()),
                    top + ROW / 2);
        }
        drawing.text("start", Drawing.WIDTH - VALUES + 6, top + 15, value);
    }

    private static double across(double names, Axis axis, double value) {
        return names + axis.share(value) * (Drawing.WIDTH - VALUES - names);
    }
}
