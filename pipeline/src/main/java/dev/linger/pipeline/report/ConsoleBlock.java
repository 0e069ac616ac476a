package dev.linger.pipeline.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Columns side by side as text, with a heading and a rule; where the table has marks, each line begins with the mark or with as
 * much space.
 *
 * @param columns at least one
 * @param table whose columns these are
 */
record ConsoleBlock(List<ConsoleColumn> columns, ResultTable table) {
    static final String GAP = "  ";
    private static final String MARKED = "> ";
    private static final String UNMARKED = "  ";

    int width() {
        return begin(-1).length()
                + columns.stream().mapToInt(ConsoleColumn::width).sum()
                + GAP.length() * (columns.size() - 1);
    }

    private String begin(int row) {
        return table.served().isEmpty() ? "" : table.served().contains(row) ? MARKED : UNMARKED;
    }

    void appendTo(StringBuilder text) {
        int ofHeading = columns.stream()
                .mapToInt(column -> column.heading().size())
                .max()
                .orElseThrow();
        for (int line = 0; line < ofHeading; line++) {
            int number = line;
            append(text, begin(-1), column -> column.headingLine(number, ofHeading));
        }
        append(text, begin(-1), column -> "-".repeat(column.width()));
        for (int row = 0; row < table.rows().size(); row++) {
            appendRow(text, row);
        }
    }

    private void appendRow(StringBuilder text, int row) {
        int height = columns.stream()
                .mapToInt(column -> column.lines().get(row).size())
                .max()
                .orElseThrow();
        for (int line = 0; line < height; line++) {
            int number = line;
            append(text, begin(line == 0 ? row : -1), column -> column.line(row, number));
        }
    }

    private void append(StringBuilder text, String begin, Function<ConsoleColumn, String> line) {
        String cells = columns.stream()
                .map(column -> column.aligned(line.apply(column)))
                .collect(Collectors.joining(GAP));
        text.append((begin + cells).stripTrailing()).append('\n');
    }
}
