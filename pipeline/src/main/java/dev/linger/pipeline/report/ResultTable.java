package dev.linger.pipeline.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A titled table of results: typed columns, rows, and what the numbers rest on.
 *
 * @param id its file name without ending, in kebab-case
 * @param title one line
 * @param caption the protocol, where the table measures something
 * @param columns at least one
 * @param rows each with one cell a column, of the column's kind
 * @param notes what a reader must know of single columns, one line each
 * @param length how much of it a reader of the console wants to see
 * @param served positions of the rows of the system whose order users get; files have the field {@link #SERVED} where there is one
 */
public record ResultTable(
        String id,
        String title,
        @Nullable Caption caption,
        List<Column> columns,
        List<List<Cell>> rows,
        List<String> notes,
        Length length,
        Set<Integer> served) {
    /** The field of files that says "yes" in rows of what users get and "no" in others. */
    public static final String SERVED = "served";

    /** How texts tell of the marked rows. */
    private static final String SERVED_NOTE = "the order that users get";

    private static final String SYSTEM = "system";

    /** How much of a table the console shows; files hold all of it. */
    public enum Length {
        /** Read as a whole. */
        SHORT,
        /** Looked up: a page shows it when it is asked for. */
        LONG,
        /** Of interest as far as its first rows go: these alone are printed. */
        FIRST_ROWS
    }

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ResultTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        served = Set.copyOf(served);
        if (!KEBAB_CASE.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be in kebab-case but was \"" + id + "\"");
        }
        requireDistinctNames(id, columns);
        for (List<Cell> row : rows) {
            requireFits(id, columns, row);
        }
    }

    /** A short table without systems. */
    public ResultTable(
            String id,
            String title,
            @Nullable Caption caption,
            List<Column> columns,
            List<List<Cell>> rows,
            List<String> notes) {
        this(id, title, caption, columns, rows, notes, Length.SHORT);
    }

    /** A table without systems. */
    public ResultTable(
            String id,
            String title,
            @Nullable Caption caption,
            List<Column> columns,
            List<List<Cell>> rows,
            List<String> notes,
            Length length) {
        this(id, title, caption, columns, rows, notes, length, Set.of());
    }

    /** The same table with more notes. */
    public ResultTable noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new ResultTable(id, title, caption, columns, rows, all, length, served);
    }

    /** The same table with marks at the rows whose column "system" has this name. */
    public ResultTable serving(String system) {
        int at = columns.indexOf(Column.text(SYSTEM));
        return serving(IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).get(at).equals(Cell.of(system)))
                .boxed()
                .collect(Collectors.toSet()));
    }

    /** The same table with marks at the rows of these positions. */
    public ResultTable serving(Set<Integer> marked) {
        return new ResultTable(id, title, caption, columns, rows, notes, length, marked);
    }

    /** The notes, before them what a mark means where there is one. */
    public List<String> notes(String mark) {
        return Stream.concat(served.isEmpty() ? Stream.empty() : Stream.of(mark + ": " + SERVED_NOTE), notes.stream())
                .toList();
    }

    /** The column that names a marked row. */
    int labels() {
        return Math.max(0, columns.indexOf(Column.text(SYSTEM)));
    }

    /** Some of the rows, given by their positions, in this order. */
    public ResultTable rows(List<Integer> positions) {
        return new ResultTable(
                id,
                title,
                caption,
                columns,
                positions.stream().map(rows::get).toList(),
                notes,
                length,
                IntStream.range(0, positions.size())
                        .filter(at -> served.contains(positions.get(at)))
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    /** The same table of another length. */
    public ResultTable as(Length other) {
        return new ResultTable(id, title, caption, columns, rows, notes, other, served);
    }

    /** The same table with the caption behind the cells of each row, so that tables of several protocols can be stacked. */
    public ResultTable stackable() {
        if (caption == null) {
            return this;
        }
        Map<Column, Cell> told = caption.cells();
        return new ResultTable(
                id,
                title,
                null,
                joined(columns, told.keySet()),
                rows.stream().map(row -> joined(row, told.values())).toList(),
                notes,
                length,
                served);
    }

    private static <T> List<T> joined(Collection<T> first, Collection<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The columns with one value a field, as files hold them. */
    public List<Column> fields() {
        return Stream.concat(
                        columns.stream().flatMap(column -> column.fields().stream()),
                        served.isEmpty() ? Stream.empty() : Stream.of(Column.text(SERVED)))
                .toList();
    }

    /** The rows at full precision: for each field a String, a Long, a Double, or null for what does not apply. */
    public List<List<@Nullable Object>> values() {
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<@Nullable Object> flat = new ArrayList<>();
            rows.get(row).forEach(cell -> flat.addAll(cell.values()));
            if (!served.isEmpty()) {
                flat.add(served.contains(row) ? "yes" : "no");
            }
            values.add(flat);
        }
        return values;
    }

    private static void requireDistinctNames(String id, List<Column> columns) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("table " + id + " has two columns named " + column.name());
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("table " + id + " has no columns");
        }
    }

    private static void requireFits(String id, List<Column> columns, List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "table " + id + " has " + columns.size() + " columns but a row of " + row.size() + " cells");
        }
        for (int at = 0; at < row.size(); at++) {
            if (row.get(at).kind() != columns.get(at).kind()) {
                throw new IllegalArgumentException("column " + columns.get(at).name() + " of table " + id + " holds "
                        + columns.get(at).kind() + ", not " + row.get(at));
            }
        }
    }
}
