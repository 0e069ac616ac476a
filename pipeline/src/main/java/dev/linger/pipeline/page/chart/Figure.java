package dev.linger.pipeline.page.chart;

import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import java.util.Optional;

/**
 * A drawing with how to read it, and its numbers.
 *
 * @param id in kebab-case, unique on the page
 * @param reading one sentence or two
 * @param svg the drawing
 * @param legend names of what has a colour, in the order of the colours; empty where there is one thing
 * @param data the table it is drawn from
 */
public record Figure(
        String id, String title, String reading, String svg, List<String> legend, Optional<ResultTable> data) {
    public String html() {
        StringBuilder html =
                new StringBuilder("<figure id=\"" + id + "\">\n<h3>" + Html.escaped(title) + "</h3>\n" + svg);
        if (!legend.isEmpty()) {
            html.append("<ul class=\"legend\">");
            for (int at = 0; at < legend.size(); at++) {
                html.append("<li><svg viewBox=\"0 0 26 8\" aria-hidden=\"true\"><line class=\"curve ")
                        .append(Drawing.colour(at))
                        .append("\" x1=\"1\" y1=\"4\" x2=\"25\" y2=\"4\"/></svg>")
                        .append(Html.escaped(legend.get(at)))
                        .append("</li>");
            }
            html.append("</ul>\n");
        }
        html.append("<figcaption>").append(Html.escaped(reading)).append("</figcaption>\n");
        data.ifPresent(table -> html.append("<details><summary>Numbers</summary>\n")
                .append(Html.table(table))
                .append("</details>\n"));
        return html.append("</figure>\n").toString();
    }
}
