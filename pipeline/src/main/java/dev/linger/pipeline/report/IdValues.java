package dev.linger.pipeline.report;

import dev.linger.data.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers by ids as a CSV file: one line a row, first its ids, then one field a column at full precision, so that reading
 * gives the same bits; nothing stands for NaN. Holds 8 bytes a field.
 *
 * @param keys names of the ids, at least one
 * @param ids external ids, {@code [key][row]}
 * @param columns distinct names without a comma
 * @param values {@code [column][row]}
 */
public record IdValues(List<String> keys, long[][] ids, List<String> columns, double[][] values) {
    public IdValues {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        int rows = ids[0].length;
        if (ids.length != keys.size()
                || values.length != columns.size()
                || Arrays.stream(ids).anyMatch(key -> key.length != rows)
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
        return ids[0].length;
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
            for (long[] key : ids) {
                line.append(line.isEmpty() ? "" : ",").append(key[row]);
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
            long[][] ids = new long[keys.size()][lines.size() - 1];
            double[][] values = new double[columns.size()][lines.size() - 1];
            for (int row = 0; row < lines.size() - 1; row++) {
                read(file, row, lines.get(row + 1).split(",", -1), ids, values);
            }
            return new IdValues(keys, ids, columns, values);
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

    private static boolean isUnfit(String column) {
        return column.matches("(?s).*[,\"\\r\\n].*");
    }

    private static void read(Path file, int row, String[] cells, long[][] ids, double[][] values) {
        int line = row + 2;
        if (cells.length != ids.length + values.length) {
            throw new InputException(
                    file + ", line " + line + ": has " + cells.length + " fields, not " + (ids.length + values.length));
        }
        try {
            for (int key = 0; key < ids.length; key++) {
                ids[key][row] = Long.parseLong(cells[key]);
            }
            for (int column = 0; column < values.length; column++) {
                String cell = cells[ids.length + column];
                values[column][row] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            }
        } catch (NumberFormatException noNumber) {
            throw new InputException(file + ", line " + line + ": no number (" + noNumber.getMessage() + ")", noNumber);
        }
    }
}
