package dev.linger.pipeline.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables one after the other as the console shows them, each as far as its {@link ResultTable.Length} says.
 *
 * @param brief of longer tables only the file is named
 */
public record ConsoleReport(boolean brief) {
    private static final int FIRST_ROWS = 10;

    /** The text of the tables, parted by empty lines; names of files that follow each other are not. */
    public List<String> blocks(List<ResultTable> tables) {
        List<String> blocks = new ArrayList<>();
        boolean afterFile = false;
        for (ResultTable table : tables) {
            boolean file = brief && table.length() != ResultTable.Length.SHORT;
            String text = file ? table.title() + ": in " + ReportWriter.csvName(table) : text(table);
            blocks.add(file && afterFile ? text : "\n" + text);
            afterFile = file;
        }
        return blocks;
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
