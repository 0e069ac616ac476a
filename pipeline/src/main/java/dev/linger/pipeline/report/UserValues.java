package dev.linger.pipeline.report;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Numbers of each user counted, the file {@code per-user/<id>.csv}: what averages and paired differences are made of.
 *
 * @param id its file name without ending
 * @param users external ids, ascending
 * @param columns "SYSTEM METRIC" each, distinct, without a comma
 * @param values {@code [column][user]}
 */
public record UserValues(String id, IdColumn users, List<String> columns, double[][] values) {
    /** What the values are by. */
    public static final List<String> KEYS = List.of("user_id");

    public UserValues {
        columns = lines(users, columns, values).columns();
    }

    private static IdValues lines(IdColumn users, List<String> columns, double[][] values) {
        return new IdValues(KEYS, List.of(users), columns, values);
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
        return lines(users, columns, values).column(name).clone();
    }

    /** Writes header and lines. */
    public void writeTo(Writer writer) throws IOException {
        lines(users, columns, values).writeTo(writer);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws InputException if the file cannot be read or is not of this form
     */
    public static UserValues read(Path file, String id) {
        IdValues read = IdValues.read(file, KEYS);
        return new UserValues(id, read.ids().get(0), read.columns(), read.values());
    }
}
