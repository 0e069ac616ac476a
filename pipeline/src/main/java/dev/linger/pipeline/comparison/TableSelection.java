package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a document shows of a table.
 *
 * @param rows first cells of the rows, of each one or several with " / " between them, in this order; empty for all rows
 * @param columns names of the columns beside the first, in this order; empty for all columns
 */
record TableSelection(List<String> rows, List<String> columns) {
    private static final String BETWEEN_CELLS = " / ";

    /**
     * The selected part of the table. A note that opens with the names of columns, "MAE, XAUC: ...", stays if one of
     * them stays.
     *
     * @throws InputException if the table has no such row or column
     */
    ResultTable of(ResultTable table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        List<Integer> kept = columns.isEmpty()
                ? IntStream.range(0, names.size()).boxed().toList()
                : Stream.concat(Stream.of(0), columns.stream().map(name -> indexOf(table, names, name)))
                        .distinct()
                        .toList();
        ResultTable selected = selected(table);
        List<List<Cell>> cells = selected.rows().stream()
                .map(row -> kept.stream().map(row::get).toList())
                .toList();
        List<String> shown = kept.stream().map(names::get).toList();
        List<String> notes = table.notes().stream()
                .filter(note -> concerns(note, names, shown))
                .toList();
        List<Column> heads = kept.stream().map(table.columns()::get).toList();
        return new ResultTable(table.id(), table.title(), table.caption(), heads, cells, notes)
                .serving(selected.served());
    }

    private static int indexOf(ResultTable table, List<String> names, String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new InputException(
                    "table " + table.id() + " has no column " + name + "; it has " + String.join(", ", names));
        }
        return at;
    }

    private ResultTable selected(ResultTable table) {
        if (rows.isEmpty()) {
            return table;
        }
        List<Integer> selected = new ArrayList<>();
        for (String name : rows) {
            List<Integer> named = IntStream.range(0, table.rows().size())
                    .filter(row -> begins(table.rows().get(row), name))
                    .boxed()
                    .toList();
            if (named.isEmpty()) {
                throw new InputException("table " + table.id() + " has no row of " + name);
            }
            selected.addAll(named);
        }
        return table.rows(selected);
    }

    private static boolean begins(List<Cell> row, String name) {
        int cells = Math.min(row.size(), name.split(BETWEEN_CELLS, -1).length);
        return row.subList(0, cells).stream()
                .map(cell -> cell.shown(0))
                .collect(Collectors.joining(BETWEEN_CELLS))
                .equals(name);
    }

    private static boolean concerns(String note, List<String> names, List<String> shown) {
        List<String> subjects = Stream.of(note.replaceFirst(":.*", "").split(", "))
                .filter(names::contains)
                .toList();
        return subjects.isEmpty() || subjects.stream().anyMatch(shown::contains);
    }
}
