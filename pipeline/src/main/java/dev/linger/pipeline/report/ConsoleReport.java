package dev.linger.pipeline.report;

import java.util.ArrayList;
import java.util.List;

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
        List<String> notes = new ArrayList<>(table.notes());
        notes.add("the first " + FIRST_ROWS + " of " + table.rows().size() + " rows; all are in "
                + ReportWriter.csvName(table));
        return new ResultTable(
                table.id(),
                table.title(),
                table.caption(),
                table.columns(),
                table.rows().subList(0, FIRST_ROWS),
                notes);
    }
}
