package dev.linger.pipeline.page.chart;

import java.util.Locale;

/** Marks of an SVG drawing, whose colours are those of the page. */
final class Drawing {
    static final int WIDTH = 480;

    /** Colours told apart by most people, with a dash each so that they are told apart without colour too. */
    private static final int COLOURS = 8;

    private final StringBuilder marks = new StringBuilder();
    private final int height;

    Drawing(int height) {
        this.height = height;
    }

    /** The class of the n-th of several things. */
    static String colour(int n) {
        return "c" + n % COLOURS;
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        marks.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style,
                x1,
                y1,
                x2,
                y2));
    }

    void bar(String style, double x, double y, double width, double tall, String said) {
        marks.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>%n",
                style,
                x,
                y,
                Math.max(0.5, width),
                tall,
                Html.escaped(said)));
    }

    void point(String style, double x, double y, String said) {
        marks.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s</title></circle>%n",
                style,
                x,
                y,
                Html.escaped(said)));
    }

    void path(String style, String data) {
        marks.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(data)
                .append("\"/>\n");
    }

    /** @param anchor start, middle or end: which part of the text lies at x */
    void text(String anchor, double x, double y, String text) {
        marks.append(String.format(
                Locale.ROOT,
                "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                anchor,
                x,
                y,
                Html.escaped(text)));
    }

    /** The drawing, which says its name and what it shows to those who cannot see it. */
    String svg(String id, String title, String reading) {
        return "<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id
                + "-d\">\n<title id=\"" + id + "-t\">" + Html.escaped(title) + "</title>\n<desc id=\"" + id + "-d\">"
                + Html.escaped(reading) + "</desc>\n" + marks.toString().replace(System.lineSeparator(), "\n")
                + "</svg>\n";
    }
}
