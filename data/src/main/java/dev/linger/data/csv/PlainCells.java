package dev.linger.data.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of some columns of a table of plain rows. Equal texts of a column are one object, for few are distinct. Only
 * a table that every reader of CSV takes alike is taken: no row short, long or empty, no blank beside a comma.
 */
final class PlainCells implements RowSink {
    private final int fields;
    private final int[] columnOfField;
    private final TextPool[] pools;
    private final String[][] cells;
    private int rows = -1; // the header is row -1
    private boolean plain = true;

    PlainCells(CsvHeader header, List<String> names) {
        fields = header.size();
        columnOfField = new int[fields];
        Arrays.fill(columnOfField, -1);
        pools = new TextPool[names.size()];
        cells = new String[names.size()][1 << 10];
        for (int column = 0; column < pools.length; column++) {
            columnOfField[header.position(names.get(column))] = column;
            pools[column] = new TextPool();
        }
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        int column = field < fields ? columnOfField[field] : -1;
        if (column < 0 && field > 0) {
            return;
        }
        plain &= length == 0 || (buffer[offset] > ' ' && buffer[offset + length - 1] > ' ');
        if (rows >= 0 && column >= 0) {
            if (rows == cells[column].length) {
                cells[column] = Arrays.copyOf(cells[column], rows * 2);
            }
            cells[column][rows] = pools[column].text(buffer, offset, length);
        }
    }

    @Override
    public void row(long line, int fieldCount) {
        plain &= fieldCount == fields && line == rows + 2L;
        rows++;
    }

    /** The cells by column; none where the table is of another kind. */
    List<List<String>> columns() {
        if (!plain) {
            return List.of();
        }
        List<List<String>> columns = new ArrayList<>();
        for (String[] column : cells) {
            columns.add(Arrays.asList(Arrays.copyOf(column, rows)));
        }
        return columns;
    }
}
