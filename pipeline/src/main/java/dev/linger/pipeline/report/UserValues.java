package dev.linger.pipeline.report;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of each user counted, the file {@code per-user/<id>.csv}: what averages and paired differences are made of.
 *
 * <p>One line a user, {@code user_id} first, then one field a column at full precision, so that reading gives the same
 * bits. Holds 8 bytes a user and column.
 *
 * @param id its file name without ending
 * @param userIds external ids, ascending
 * @param columns "SYSTEM METRIC" each, distinct, without a comma
 * @param values {@code [column][user]}
 */
public record UserValues(String id, long[] userIds, List<String> columns, double[][] values) {
    private static final String USER = "user_id";

    public UserValues {
        columns = List.copyOf(columns);
        if (values.length != columns.size()
                || Arrays.stream(values).anyMatch(column -> column.length != userIds.length)) {
            throw new IllegalArgumentException(
                    "values of " + id + " do not fit " + columns.size() + " columns of " + userIds.length + " users");
        }
        for (String column : columns) {
            if (isUnfit(column)) {
                throw new IllegalArgumentException("column " + column + " of " + id + " cannot stand in a CSV header");
            }
        }
    }

    /** The file of these values, as seen from the run folder. */
    public String fileName() {
        return fileName(id);
    }

    /** The file of the values of this id, as seen from the run folder. */
    public static String fileName(String id) {
        return "per-user/" + id + ".csv";
    }

    /** The values of a column, by user. */
    public double[] column(String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("there is no column " + name + ", only " + columns);
        }
        return values[at].clone();
    }

    /** Writes header and lines. */
    public void writeTo(Writer writer) throws IOException {
        writer.write(USER + "," + String.join(",", columns) + "\n");
        StringBuilder line = new StringBuilder();
        for (int user = 0; user < userIds.length; user++) {
            line.setLength(0);
            line.append(userIds[user]);
            for (double[] column : values) {
                line.append(',').append(column[user]);
            }
            writer.write(line.append('\n').toString());
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws InputException if the file cannot be read or is not of this form
     */
    public static UserValues read(Path file, String id) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] header = lines.isEmpty() ? new String[0] : lines.get(0).split(",", -1);
            if (header.length == 0 || !header[0].equals(USER)) {
                throw new InputException(file + ", line 1: must start with " + USER);
            }
            long[] userIds = new long[lines.size() - 1];
            double[][] values = new double[header.length - 1][userIds.length];
            for (int user = 0; user < userIds.length; user++) {
                read(file, user + 2, lines.get(user + 1).split(",", -1), userIds, values);
            }
            return new UserValues(id, userIds, columns(file, header), values);
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        }
    }

    private static List<String> columns(Path file, String[] header) {
        List<String> columns = List.of(header).subList(1, header.length);
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

    private static void read(Path file, int line, String[] cells, long[] userIds, double[][] values) {
        if (cells.length != values.length + 1) {
            throw new InputException(
                    file + ", line " + line + ": has " + cells.length + " fields, not " + (values.length + 1));
        }
        int user = line - 2;
        try {
            userIds[user] = Long.parseLong(cells[0]);
            for (int column = 0; column < values.length; column++) {
                values[column][user] = Double.parseDouble(cells[column + 1]);
            }
        } catch (NumberFormatException noNumber) {
            throw new InputException(file + ", line " + line + ": no number (" + noNumber.getMessage() + ")", noNumber);
        }
    }
}
