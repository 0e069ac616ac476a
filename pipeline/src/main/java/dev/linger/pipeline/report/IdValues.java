package dev.linger.pipeline.report;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.data.csv.IdRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers by ids as a CSV file: one line a row, first its ids, then one field a column at full precision, so that reading
 * gives the same bits; nothing stands for NaN. Holds 4 bytes an id and 8 bytes a number.
 *
 * @param keys names of the ids, at least one
 * @param ids external ids, by key
 * @param columns distinct names without a comma
 * @param values {@code [column][row]}
 */
public record IdValues(List<String> keys, List<IdColumn> ids, List<String> columns, double[][] values) {
    public IdValues {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        ids = List.copyOf(ids);
        int rows = ids.get(0).size();
        if (ids.size() != keys.size()
                || values.length != columns.size()
                || ids.stream().anyMatch(key -> key.size() != rows)
                || Arrays.stream(values).anyMatch(column -> column.length != rows)) {
            throw new IllegalArgumentException(
                    "values do not fit " + keys + " and " + columns + " of " + rows + " rows");
        }
        for (String column : columns) {
            if (isUnfit(column)) {
                throw new IllegalArgumentException("column " + column + " cannot stand in a CSV header");
            }
        }
    }

    /** How many rows there are. */
    public int size() {
        return ids.get(0).size();
    }

    /** The values of a column, by row; it is not copied. */
    public double[] column(String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("there is no column " + name + ", only " + columns);
        }
        return values[at];
    }

    /** Writes header and lines. */
    public void writeTo(Writer writer) throws IOException {
        writer.write(String.join(",", keys));
        for (String column : columns) {
            writer.write("," + column);
        }
        writer.write('\n');
        StringBuilder line = new StringBuilder();
        for (int row = 0; row < size(); row++) {
            line.setLength(0);
            for (IdColumn key : ids) {
                line.append(line.isEmpty() ? "" : ",").append(CsvLine.cell(key.written(row)));
            }
            for (double[] column : values) {
                line.append(',');
                if (!Double.isNaN(column[row])) {
                    line.append(column[row]);
                }
            }
            writer.write(line.append('\n').toString());
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws InputException if the file cannot be read or is not of this form
     */
    public static IdValues read(Path file, List<String> keys) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> columns = columns(file, keys, lines.isEmpty() ? "" : lines.get(0));
            List<IdRows> ids = keys.stream()
                    .map(key -> new IdRows(lines.size() + 1, false))
                    .toList();
            double[][] values = new double[columns.size()][lines.size() - 1];
            for (int row = 0; row < lines.size() - 1; row++) {
                read(file, row, CsvLine.split(lines.get(row + 1)), ids, values);
            }
            return new IdValues(keys, columns(keys, ids), columns, values);
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        }
    }

    /**
     * The names of the columns of such a file, whose rows are not read.
     *
     * @throws InputException if the file cannot be read or begins otherwise
     */
    public static List<String> columns(Path file, List<String> keys) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String first = reader.readLine();
            return columns(file, keys, first == null ? "" : first);
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        }
    }

    private static List<String> columns(Path file, List<String> keys, String line) {
        List<String> header = List.of(line.split(",", -1));
        if (header.size() < keys.size() || !header.subList(0, keys.size()).equals(keys)) {
            throw new InputException(file + ", line 1: must start with " + String.join(",", keys));
        }
        return distinct(file, header.subList(keys.size(), header.size()));
    }

    private static List<String> distinct(Path file, List<String> columns) {
        for (String column : columns) {
            if (isUnfit(column) || columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw new InputException(file + ", line 1: column " + column
                        + (isUnfit(column) ? " is no name of a column" : " is there twice"));
            }
        }
        return columns;
    }

    private static String requireId(Path file, int line, String cell) {
        String fault = Id.fault(cell);
        if (!fault.isEmpty()) {
            throw new InputException(file + ", line " + line + ": an id " + fault);
        }
        return cell;
    }

    private static boolean isUnfit(String column) {
        return column.matches("(?s).*[,\"\\r\\n].*");
    }

    private static List<IdColumn> columns(List<String> keys, List<IdRows> ids) {
        List<IdColumn> columns = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            columns.add(IdColumn.of(keys.get(key), ids.get(key)));
        }
        return columns;
    }

    private static void read(Path file, int row, String[] cells, List<IdRows> ids, double[][] values) {
        int line = row + 2;
        if (cells.length != ids.size() + values.length) {
            throw new InputException(
                    file + ", line " + line + ": has " + cells.length + " fields, not " + (ids.size() + values.length));
        }
        try {
            for (int key = 0; key < ids.size(); key++) {
                ids.get(key).add(requireId(file, line, cells[key]));
            }
            for (int column = 0; column < values.length; column++) {
                String cell = cells[ids.size() + column];
                values[column][row] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            }
        } catch (NumberFormatException noNumber) {
            throw new InputException(file + ", line " + line + ": no number (" + noNumber.getMessage() + ")", noNumber);
        }
    }
}
