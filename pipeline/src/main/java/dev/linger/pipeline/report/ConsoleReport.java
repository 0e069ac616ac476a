package dev.linger.pipeline.report;

import java.util.List;
import java.util.stream.IntStream;

/** Tables one after the other as text, each as far as its {@link ResultTable.Length} says. */
public final class ConsoleReport {
    private static final int FIRST_ROWS = 10;

    private ConsoleReport() {}

    /** The text of the tables, each after an empty line. */
    public static List<String> blocks(List<ResultTable> tables) {
        return tables.stream().map(table -> "\n" + text(table)).toList();
    }

    private static String text(ResultTable table) {
        int rows = table.rows().size();
        boolean whole = table.length() != ResultTable.Length.FIRST_ROWS || rows <= FIRST_ROWS;
        return new ConsoleFormat().format(whole ? table : firstRows(table)).stripTrailing();
    }

    private static ResultTable firstRows(ResultTable table) {
        return table.rows(IntStream.range(0, FIRST_ROWS).boxed().toList())
                .noting(List.of("the first " + FIRST_ROWS + " of "
                        + table.rows().size() + " rows; all are in " + ReportWriter.csvName(table)));
    }
}
