package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The values of each user of a finished run. They are believed where each lies in the range of a metric of lists, 0 to 1
 * ({@link dev.linger.pipeline.evaluation.listwise.ListMetric}), and their averages are the figures of the run's own table of
 * stages.
 */
final class StoredValues {
    /** Both sides are sums of the same numbers in the same order; this only leaves room for how decimals are read. */
    private static final double ROUNDING = 1e-9;

    private final Path folder;
    private final Path file;
    private final UserValues values;

    private StoredValues(Path folder, Path file, UserValues values) {
        this.folder = folder;
        this.file = file;
        this.values = values;
    }

    /**
     * Reads the values by one relevance rule.
     *
     * @throws InputException naming file, line and column of what cannot be true
     */
    static UserValues read(Path folder, RunSummary summary, RunSummary.Rule rule) {
        String id = "end-to-end-" + rule.id();
        Path file = folder.resolve(UserValues.fileName(id));
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + " is not there: the folder is not whole; make the run again");
        }
        UserValues values = UserValues.read(file, id);
        StoredValues stored = new StoredValues(folder, file, values);
        stored.requireUsers(rule.usersCounted());
        stored.requireRanges();
        stored.requireMeans(JsonFile.read(folder.resolve("tables/stages-" + id + ".json")), summary);
        return values;
    }

    /**
     * The values of a column.
     *
     * @throws InputException if there is no such column
     */
    static double[] column(Path folder, UserValues values, String column) {
        if (!values.columns().contains(column)) {
            throw new InputException(folder.resolve(values.fileName()) + ": has no column " + column
                    + "; the file was changed or the run is of another Linger, make it again");
        }
        return values.column(column);
    }

    private void requireUsers(int counted) {
        IdColumn users = values.users();
        if (users.size() != counted) {
            throw new InputException(file + ": has " + users.size() + " users, but run.json says that " + counted
                    + " are counted; make the run again");
        }
        int descent = users.firstDescent();
        if (descent > 0) {
            throw new InputException(file + ", line " + (descent + 2) + ": user " + users.written(descent)
                    + " comes after user " + users.written(descent - 1) + ", but users ascend; make the run again");
        }
    }

    private void requireRanges() {
        for (int column = 0; column < values.columns().size(); column++) {
            double[] ofUsers = values.values()[column];
            for (int user = 0; user < ofUsers.length; user++) {
                if (!(ofUsers[user] >= 0 && ofUsers[user] <= 1)) {
                    throw new InputException(file + ", line " + (user + 2) + ", column "
                            + values.columns().get(column) + ": " + ofUsers[user]
                            + " cannot be, a metric of a list is from 0 to 1; make the run again");
                }
            }
        }
    }

    private void requireMeans(JsonFile stages, RunSummary summary) {
        for (int at = 0; at < stages.at("/rows").tree().size(); at++) {
            JsonFile row = stages.at("/rows/" + at);
            for (String metric : summary.metrics()) {
                String column = row.text("/system") + " " + metric;
                double mean = mean(column(folder, values, column));
                double shown = row.number("/" + metric, 0, 1);
                if (Math.abs(mean - shown) > ROUNDING) {
                    throw new InputException(file + ": the average of column " + column + " is " + mean + ", but "
                            + row.origin() + " says " + shown + "; one of them was changed, make the run again");
                }
            }
        }
    }

    /** Summed in order of users, as the tables of the run are. */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
