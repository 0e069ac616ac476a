package dev.linger.pipeline.report;

import dev.linger.data.Printable;
import java.util.ArrayList;
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
        appendLine(text, columns.stream().map(column -> escaped(column.name())).toList());
        text.append(columns.stream()
                .map(column -> column.kind() == Column.Kind.TEXT ? "---" : "---:")
                .collect(Collectors.joining("|", "|", "|\n")));
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells =
                    new ArrayList<>(ConsoleFormat.shown(columns, table.rows().get(row)));
            cells.replaceAll(MarkdownFormat::escaped);
            if (table.served().contains(row)) {
                cells.set(table.labels(), "**" + cells.get(table.labels()) + "**");
            }
            appendLine(text, cells);
        }
        appendNotes(text, table);
        return text.toString();
    }

    private static void appendLine(StringBuilder text, List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static void appendNotes(StringBuilder text, ResultTable table) {
        List<String> notes = table.notes("bold");
        if (table.caption() != null || !notes.isEmpty()) {
            text.append('\n');
        }
        if (table.caption() != null) {
            table.caption().lines().forEach(line -> appendNote(text, line));
        }
        notes.forEach(note -> appendNote(text, note));
    }

    private static void appendNote(StringBuilder text, String note) {
        text.append("- ").append(escaped(note)).append('\n');
    }

    private static String escaped(String text) {
        return MARKUP.matcher(Printable.line(text)).replaceAll("\\\\$0");
    }
}
