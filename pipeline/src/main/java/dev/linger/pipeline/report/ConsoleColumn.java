package dev.linger.pipeline.report;

import dev.linger.data.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of text for a terminal.
 *
 * @param name its heading in one line
 * @param isText whether it is to the left
 * @param cells each in one line
 * @param heading lines of the heading
 * @param lines of each cell; from the second on they are indented, and "\" ends a line within a word
 * @param width of the longest line
 */
record ConsoleColumn(
        String name, boolean isText, List<String> cells, List<String> heading, List<List<String>> lines, int width) {
    /** Texts are folded to no less. */
    static final int NARROWEST = 10;

    private static final String INDENT = "  ";
    private static final String WITHIN_WORD = "\\";

    static ConsoleColumn of(Column column, List<Cell> cells) {
        List<String> shown = cells.stream()
                .map(cell -> Printable.line(cell.shown(column.digits())))
                .toList();
        String name = Printable.line(column.name());
        return of(
                name,
                column.kind() == Column.Kind.TEXT,
                shown,
                List.of(name),
                shown.stream().map(List::of).toList());
    }

    private static ConsoleColumn of(
            String name, boolean isText, List<String> cells, List<String> heading, List<List<String>> lines) {
        int width = longest(Stream.concat(heading.stream(), lines.stream().flatMap(List::stream)));
        return new ConsoleColumn(name, isText, cells, heading, lines, width);
    }

    /** Whether all of at least two rows have the same. */
    boolean isSame() {
        return cells.size() > 1 && cells.stream().distinct().count() == 1;
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    /** The same with a heading no wider than its cells and its longest word are. */
    ConsoleColumn headingFolded() {
        int narrowest =
                Math.max(longest(lines.stream().flatMap(List::stream)), longest(Stream.of(name.split(" ", -1))));
        return of(name, isText, cells, folded(name, narrowest, ""), lines);
    }

    /** The same with texts, not numbers, in lines of so many columns. */
    ConsoleColumn folded(int limit) {
        if (!isText || width <= limit) {
            return headingFolded();
        }
        return of(
                name,
                true,
                cells,
                folded(name, limit, ""),
                cells.stream().map(cell -> folded(cell, limit, INDENT)).toList());
    }

    private static List<String> folded(String text, int limit, String indent) {
        List<String> lines = new ArrayList<>();
        String line = "";
        boolean begun = false;
        for (String word : text.split(" ", -1)) {
            if (begun && line.length() + 1 + word.length() > limit) {
                lines.add(line);
                line = indent;
                begun = false;
            }
            line = begun ? line + " " + word : line + word;
            begun = true;
            while (line.length() > limit) {
                lines.add(line.substring(0, limit - 1) + WITHIN_WORD);
                line = indent + line.substring(limit - 1);
            }
        }
        lines.add(line);
        return lines;
    }

    /** A line of a heading of so many lines, at the bottom of which it stands. */
    String headingLine(int line, int of) {
        int at = line - (of - heading.size());
        return at < 0 ? "" : heading.get(at);
    }

    /** A line of a row, at the top of which the cell stands. */
    String line(int row, int line) {
        List<String> ofRow = lines.get(row);
        return line < ofRow.size() ? ofRow.get(line) : "";
    }

    /** A line filled up to the width. */
    String aligned(String line) {
        String padding = " ".repeat(width - line.length());
        return isText ? line + padding : padding + line;
    }
}
