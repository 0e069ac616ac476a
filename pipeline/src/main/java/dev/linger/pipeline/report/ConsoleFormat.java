package dev.linger.pipeline.report;

import dev.linger.data.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned plain text for a terminal: text to the left, numbers to the right, each number with its column's digits, "-"
 * for what does not apply.
 */
public final class ConsoleFormat implements TableFormat {
    private static final String GAP = "  ";

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String format(ResultTable table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream()
                .map(column -> Printable.line(column.name()))
                .toList());
        for (List<Cell> row : table.rows()) {
            lines.add(shown(table.columns(), row));
        }
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder();
        appendCaption(text, table);
        for (int at = 0; at < lines.size(); at++) {
            appendLine(text, lines.get(at), table.columns(), widths);
            if (at == 0) {
                appendRule(text, widths);
            }
        }
        for (String note : table.notes()) {
            text.append("* ").append(Printable.line(note)).append('\n');
        }
        return text.toString();
    }

    private static void appendCaption(StringBuilder text, ResultTable table) {
        text.append(Printable.line(table.title())).append('\n');
        if (table.caption() != null) {
            table.caption().lines().forEach(line -> text.append(Printable.line(line))
                    .append('\n'));
        }
    }

    private static void appendLine(StringBuilder text, List<String> cells, List<Column> columns, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < widths.length; at++) {
            String padding = " ".repeat(widths[at] - cells.get(at).length());
            boolean left = columns.get(at).kind() == Column.Kind.TEXT;
            line.append(at == 0 ? "" : GAP);
            line.append(left ? cells.get(at) + padding : padding + cells.get(at));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static void appendRule(StringBuilder text, int[] widths) {
        for (int at = 0; at < widths.length; at++) {
            text.append(at == 0 ? "" : GAP).append("-".repeat(widths[at]));
        }
        text.append('\n');
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int at = 0; at < widths.length; at++) {
                widths[at] = Math.max(widths[at], line.get(at).length());
            }
        }
        return widths;
    }

    /** The cells of a row for the eye, each with its column's digits. */
    static List<String> shown(List<Column> columns, List<Cell> row) {
        List<String> shown = new ArrayList<>();
        for (int at = 0; at < row.size(); at++) {
            shown.add(Printable.line(row.get(at).shown(columns.get(at).digits())));
        }
        return shown;
    }
}
