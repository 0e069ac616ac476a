package dev.linger.pipeline.report;

import dev.linger.data.Printable;
import dev.linger.pipeline.run.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Aligned plain text for a terminal: text to the left, numbers to the right, each number with its column's digits, "-"
 * for what does not apply, ">" before what users get.
 *
 * <p>A table that is too wide is folded: what is the same in all rows stands in a line above it; then headings take several
 * lines; then texts do too, and further columns follow in blocks that repeat the first ones, the leading texts.
 *
 * @param width columns of the terminal
 */
public record ConsoleFormat(int width) implements TableFormat {
    private static final String MARK = ">";

    /** The share of the width that is left to the leading texts of a folded table. */
    private static final double LEADING = 0.48;

    private static final int LONGEST_TEXT = 30;

    /** For 80 columns. */
    public ConsoleFormat() {
        this(Screen.WIDTH);
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String format(ResultTable table) {
        StringBuilder text = new StringBuilder();
        append(text, table.title());
        if (table.caption() != null) {
            table.caption().lines().forEach(line -> append(text, line));
        }
        appendRows(text, table);
        table.notes(MARK).forEach(note -> append(text, "* " + note));
        return text.toString();
    }

    private void append(StringBuilder text, String line) {
        Screen.folded(Printable.line(line), width)
                .forEach(folded -> text.append(folded).append('\n'));
    }

    private void appendRows(StringBuilder text, ResultTable table) {
        List<ConsoleColumn> columns = columns(table);
        if (!fits(columns, table)) {
            List<ConsoleColumn> differing =
                    columns.stream().filter(column -> !column.isSame()).toList();
            if (!differing.isEmpty() && differing.size() < columns.size()) {
                append(
                        text,
                        columns.stream()
                                .filter(ConsoleColumn::isSame)
                                .map(column ->
                                        column.name() + " " + column.cells().get(0))
                                .collect(Collectors.joining("; ", "In all rows: ", "")));
                columns = differing;
            }
        }
        if (!fits(columns, table)) {
            columns = columns.stream().map(ConsoleColumn::headingFolded).toList();
        }
        if (fits(columns, table)) {
            new ConsoleBlock(columns, table).appendTo(text);
        } else {
            appendBlocks(text, columns, table);
        }
    }

    private static List<ConsoleColumn> columns(ResultTable table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(at -> ConsoleColumn.of(
                        table.columns().get(at),
                        table.rows().stream().map(row -> row.get(at)).toList()))
                .toList();
    }

    private boolean fits(List<ConsoleColumn> columns, ResultTable table) {
        return new ConsoleBlock(columns, table).width() <= width;
    }

    private void appendBlocks(StringBuilder text, List<ConsoleColumn> columns, ResultTable table) {
        int leadingCount = leadingCount(columns);
        List<ConsoleColumn> leading = folded(columns.subList(0, leadingCount));
        int room = width - new ConsoleBlock(leading, table).width() - ConsoleBlock.GAP.length();
        int longest = Math.max(ConsoleColumn.NARROWEST, Math.min(LONGEST_TEXT, room));
        List<ConsoleColumn> block = new ArrayList<>(leading);
        for (ConsoleColumn column : columns.subList(leadingCount, columns.size())) {
            ConsoleColumn next = column.folded(longest);
            List<ConsoleColumn> longer = new ArrayList<>(block);
            longer.add(next);
            if (block.size() > leading.size() && !fits(longer, table)) {
                new ConsoleBlock(block, table).appendTo(text);
                text.append('\n');
                longer = new ArrayList<>(leading);
                longer.add(next);
            }
            block = longer;
        }
        new ConsoleBlock(block, table).appendTo(text);
    }

    /** Texts that stand first, as far as there is room to repeat them; the first column in any case. */
    private int leadingCount(List<ConsoleColumn> columns) {
        int texts = (int) columns.stream().takeWhile(ConsoleColumn::isText).count();
        int most = (int) (LEADING * width) / (ConsoleColumn.NARROWEST + ConsoleBlock.GAP.length());
        return texts == columns.size() ? 1 : Math.max(1, Math.min(texts, most));
    }

    /** The leading columns in their share of the width: the narrow ones whole, the others alike. */
    private List<ConsoleColumn> folded(List<ConsoleColumn> leading) {
        int room = (int) (LEADING * width);
        int limit = room;
        while (limit > ConsoleColumn.NARROWEST && sum(leading, limit) > room) {
            limit--;
        }
        int most = limit;
        return leading.stream().map(column -> column.folded(most)).toList();
    }

    private static int sum(List<ConsoleColumn> columns, int limit) {
        return columns.stream()
                .mapToInt(column -> Math.min(limit, column.width()))
                .sum();
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
