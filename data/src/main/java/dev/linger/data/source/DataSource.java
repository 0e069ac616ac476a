package dev.linger.data.source;

import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layout of a data set and how its files are cleaned. An implementation is a record whose components are all settings
 * that change what is read, registered under the name of the layout in
 * {@link dev.linger.data.config.ConfigTypes} for the family {@code DataSource}; a configuration chooses it by
 * {@code "data": {"type": ...}}. Equal files and equal records give equal data sets: snapshots rely on it.
 */
public interface DataSource {
    /**
     * How many rows a directory holds, told before anything is read.
     *
     * @throws dev.linger.data.InputException where a required file is missing or cannot be read
     */
    DataSize size(Path directory);

    /**
     * The SHA-256 of each file that {@link #read} would read, by the file's name, in hexadecimal digits: the same names and
     * digests as in the report of the data set.
     *
     * @throws dev.linger.data.InputException where a required file is missing or one cannot be read
     */
    Map<String, String> digests(Path directory, Progress progress);

    /**
     * The data set in the directory, cleaned, and the report of what was found. For every file, rows read = rows kept +
     * rows that a rule dropped.
     *
     * @throws dev.linger.data.InputException where a required file or column is missing, or a file is too damaged to be
     *     used; the message names file, line and column
     */
    LoadedData read(Path directory, WatchRules watch, Progress progress);

    /**
     * What the directory holds of the layout that {@link #read} leaves aside under these settings: a line each, with the
     * reason.
     *
     * @throws dev.linger.data.InputException where a required file is missing
     */
    default List<String> unread(Path directory) {
        return List.of();
    }

    /** The region whose calendar makes the days, such as Asia/Shanghai. */
    String zone();

    /**
     * What the files look like before any cleaning, beside what is published of them; empty for a layout of which nothing is
     * published.
     *
     * @throws dev.linger.data.InputException where a required file or column is missing, or no row can be read
     */
    default Optional<DataInspection> inspect(Path directory, Progress progress) {
        return Optional.empty();
    }
}
