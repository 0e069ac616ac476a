package dev.linger.data.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;

/** Collects the cells of some columns, and the line of each row. Equal texts of a column are one, for few are distinct. */
final class TableCells implements RowSink {
    private final List<String> names;
    private final Set<String> prose;
    private final int[] columnOfField;
    private final @Nullable NumberColumn[] numberOfField;
    private final Map<String, NumberColumn> numbers = new HashMap<>();
    private final Consumer<BrokenRow> broken;
    private final TextPool[] pools;
    private final int[][] cells;
    private long[] lines = new long[1 << 10];
    private int rows;

    /**
     * @param names the columns of which texts are kept
     * @param prose those of the names whose columns hold what people wrote
     * @param numbers the columns of which numbers are kept
     */
    TableCells(
            CsvHeader header,
            List<String> names,
            Set<String> prose,
            Map<String, CellKind> numbers,
            Consumer<BrokenRow> broken) {
        this.names = names;
        this.prose = prose;
        this.broken = broken;
        columnOfField = new int[header.size()];
        Arrays.fill(columnOfField, -1);
        numberOfField = new NumberColumn[header.size()];
        numbers.forEach((name, kind) -> {
            NumberColumn column = new NumberColumn(kind);
            this.numbers.put(name, column);
            numberOfField[header.position(name)] = column;
        });
        pools = new TextPool[names.size()];
        cells = new int[names.size()][lines.length];
        for (int column = 0; column < pools.length; column++) {
            columnOfField[header.position(names.get(column))] = column;
            pools[column] = new TextPool();
        }
    }

    @Override
    public boolean reads(int field) {
        return field < columnOfField.length && (columnOfField[field] >= 0 || numberOfField[field] != null);
    }

    @Override
    public boolean isProse(int field) {
        return reads(field) && columnOfField[field] >= 0 && prose.contains(names.get(columnOfField[field]));
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        int column = columnOfField[field];
        if (column >= 0) {
            cells[column][rows] = pools[column].number(buffer, offset, length);
        }
        NumberColumn numberColumn = numberOfField[field];
        if (numberColumn != null) {
            numberColumn.set(rows, buffer, offset, length);
        }
    }

    @Override
    public void row(long line) {
        lines[rows++] = line;
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows * 2);
            for (int column = 0; column < cells.length; column++) {
                cells[column] = Arrays.copyOf(cells[column], rows * 2);
            }
        }
    }

    @Override
    public void broken(BrokenRow row) {
        broken.accept(row);
    }

    long[] lines() {
        return Arrays.copyOf(lines, rows);
    }

    /** The columns of numbers by their names. */
    Map<String, NumberColumn> numbers() {
        numbers.values().forEach(column -> column.dropFrom(rows));
        return numbers;
    }

    /** The columns of texts by their names. */
    Map<String, TextColumn> columns() {
        Map<String, TextColumn> columns = new HashMap<>();
        for (int column = 0; column < cells.length; column++) {
            IntColumn numbers = IntColumn.create(names.get(column), Arrays.copyOf(cells[column], rows));
            columns.put(names.get(column), new TextColumn(numbers, pools[column].texts()));
        }
        return columns;
    }
}
