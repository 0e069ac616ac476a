package dev.linger.pipeline.report;

import dev.linger.data.Printable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table in Markdown (GitHub's dialect): the title in bold, a pipe table with numbers to the right, then caption and
 * notes as a list. Cells read as on the console.
 */
public final class MarkdownFormat implements TableFormat {
    private static final Pattern MARKUP = Pattern.compile("[\\\\|*<`]");

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public String format(ResultTable table) {
        List<Column> columns = table.columns();
        StringBuilder text = new StringBuilder();
        text.append("**").append(escaped(table.title())).append("**\n\n");
        appendLine(text, columns.stream().map(Column::name).toList());
        text.append(columns.stream()
                .map(column -> column.kind() == Column.Kind.TEXT ? "---" : "---:")
                .collect(Collectors.joining("|", "|", "|\n")));
        for (List<Cell> row : table.rows()) {
            appendLine(text, ConsoleFormat.shown(columns, row));
        }
        appendNotes(text, table);
        return text.toString();
    }

    private static void appendLine(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(MarkdownFormat::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static void appendNotes(StringBuilder text, ResultTable table) {
        if (table.caption() != null || !table.notes().isEmpty()) {
            text.append('\n');
        }
        if (table.caption() != null) {
            table.caption().lines().forEach(line -> appendNote(text, line));
        }
        table.notes().forEach(note -> appendNote(text, note));
    }

    private static void appendNote(StringBuilder text, String note) {
        text.append("- ").append(escaped(note)).append('\n');
    }

    private static String escaped(String text) {
        return MARKUP.matcher(Printable.line(text)).replaceAll("\\\\$0");
    }
}
