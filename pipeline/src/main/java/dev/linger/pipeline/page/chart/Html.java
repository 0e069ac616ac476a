package dev.linger.pipeline.page.chart;

import dev.linger.data.Printable;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;

/** Text and tables as HTML. */
public final class Html {
    private Html() {}

    /** Text that is nothing but text, wherever it stands. */
    public static String escaped(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A table with its notes, in a frame that scrolls where the screen is narrow. */
    public static String table(ResultTable table) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escaped(table.title()))
                .append("\"><table><thead><tr>");
        for (Column column : table.columns()) {
            html.append("<th scope=\"col\"")
                    .append(side(column))
                    .append('>')
                    .append(escaped(column.name()))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        for (int number = 0; number < table.rows().size(); number++) {
            List<Cell> row = table.rows().get(number);
            boolean served = table.served().contains(number);
            html.append(served ? "<tr class=\"served\">" : "<tr>");
            for (int at = 0; at < row.size(); at++) {
                Column column = table.columns().get(at);
                html.append(at == 0 ? "<th scope=\"row\"" : "<td")
                        .append(side(column))
                        .append('>')
                        .append(served && at == 0 ? "&gt; " : "")
                        .append(escaped(row.get(at).shown(column.digits())))
                        .append(at == 0 ? "</th>" : "</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        List<String> notes = table.notes(">");
        if (!notes.isEmpty()) {
            html.append("<ul class=\"notes\">");
            notes.forEach(note -> html.append("<li>").append(escaped(note)).append("</li>"));
            html.append("</ul>\n");
        }
        return html.toString();
    }

    /** Tables one below the other, each opened when it is asked for. */
    public static String tables(Iterable<ResultTable> tables) {
        StringBuilder html = new StringBuilder();
        for (ResultTable table : tables) {
            html.append("<details id=\"t-" + table.id() + "\"><summary>" + escaped(table.title()) + "</summary>\n"
                    + table(table) + "</details>\n");
        }
        return html.toString();
    }

    private static String side(Column column) {
        return column.kind() == Column.Kind.TEXT ? "" : " class=\"n\"";
    }
}
