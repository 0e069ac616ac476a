package dev.linger.pipeline.page;

import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cells of a table by the names of its columns; an interval is two, "NAME low" and "NAME high". */
final class Rows {
    private final ResultTable table;
    private final List<String> names;
    private final List<List<@Nullable Object>> values;

    Rows(ResultTable table) {
        this.table = table;
        this.names = table.fields().stream().map(Column::name).toList();
        this.values = table.values();
    }

    ResultTable table() {
        return table;
    }

    int size() {
        return values.size();
    }

    boolean has(String column) {
        return names.contains(column);
    }

    String text(int row, String column) {
        return String.valueOf(values.get(row).get(at(column)));
    }

    /** NaN where nothing applies. */
    double number(int row, String column) {
        return values.get(row).get(at(column)) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The rows in which a column has this text. */
    List<Integer> where(String column, String text) {
        return IntStream.range(0, size())
                .filter(row -> text(row, column).equals(text))
                .boxed()
                .toList();
    }

    /** The distinct texts of a column, in the order of the rows. */
    List<String> distinct(String column) {
        return IntStream.range(0, size())
                .mapToObj(row -> text(row, column))
                .distinct()
                .toList();
    }

    private int at(String column) {
        int at = names.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("table " + table.id() + " has no column " + column + ", only " + names);
        }
        return at;
    }
}
