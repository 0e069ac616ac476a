package dev.linger.data.csv;

import dev.linger.data.Progress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A small table in memory, column by column, every cell as its text: what a cell means, and whether it is missing, is not
 * known here. Tablesaw holds the columns, one number a cell and each text once; its own parser reads none of them.
 */
public final class SideTable {
    private final Map<String, TextColumn> columns;
    private final Map<String, NumberColumn> numbers;
    private final long[] lines;
    private final FileReading reading;

    private SideTable(TableCells cells, FileReading reading) {
        this.columns = cells.columns();
        this.numbers = cells.numbers();
        this.lines = cells.lines();
        this.reading = reading;
    }

    /**
     * The named columns of the file.
     *
     * @param broken takes the lines that are no row
     * @throws dev.linger.data.InputException where a column is missing or the file cannot be read to its end
     */
    public static SideTable read(
            RowFile file, List<String> names, Cells cells, Progress progress, Consumer<BrokenRow> broken) {
        return read(file, names, Set.of(), Map.of(), cells, progress, broken);
    }

    /**
     * The named columns of the file, of some of which numbers alone are wanted.
     *
     * @param names of the others
     * @param numbers how the cells of these are written, by name
     * @param broken takes the lines that are no row
     * @throws dev.linger.data.InputException where a column is missing or the file cannot be read to its end
     */
    public static SideTable read(
            RowFile file,
            List<String> names,
            Map<String, CellKind> numbers,
            Progress progress,
            Consumer<BrokenRow> broken) {
        return read(file, names, Set.of(), numbers, Cells.SHORT, progress, broken);
    }

    /**
     * The named columns of the file, some of which hold what people wrote.
     *
     * @param prose names of these
     * @param broken takes the lines that are no row
     * @throws dev.linger.data.InputException where a column is missing or the file cannot be read to its end
     */
    public static SideTable read(
            RowFile file,
            List<String> names,
            Set<String> prose,
            Cells cells,
            Progress progress,
            Consumer<BrokenRow> broken) {
        return read(file, names, prose, Map.of(), cells, progress, broken);
    }

    private static SideTable read(
            RowFile file,
            List<String> names,
            Set<String> prose,
            Map<String, CellKind> numbers,
            Cells cells,
            Progress progress,
            Consumer<BrokenRow> broken) {
        CsvHeader header = file.header();
        TableCells sink = new TableCells(header, names, prose, numbers, broken);
        FileReading reading = file.readRows(header, cells, progress, sink);
        return new SideTable(sink, reading);
    }

    /** What the file was found to hold. */
    public FileReading reading() {
        return reading;
    }

    /** The number of rows. */
    public int size() {
        return lines.length;
    }

    /** Whether a column was asked for. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The cells of a column that was asked for, "" where empty. */
    public TextColumn column(String name) {
        TextColumn column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("column " + name + " was not read");
        }
        return column;
    }

    /** The cells of a column that numbers were asked of; null where texts were. */
    public @Nullable NumberColumn numbers(String name) {
        return numbers.get(name);
    }

    /** The line of the file on which a row begins. */
    public long line(int row) {
        return lines[row];
    }
}
