package dev.linger.data.kuairec;

import dev.linger.data.csv.SourceFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How many rows a directory in the KuaiRec layout holds, told from the sizes of its files and their first lines before
 * anything is read: exact for files of up to a mebibyte, else within a few percent.
 *
 * @param plays rows of the log, copies included
 * @param users rows of the user features
 * @param videos rows of the tags
 * @param smallCells rows of the small matrix; 0 where there is none
 * @param dailyRows rows of the daily statistics
 */
public record DataSize(long plays, long users, long videos, long smallCells, long dailyRows) {
    /**
     * The size of the data set in a directory.
     *
     * @throws dev.linger.data.InputException where a required file is missing or cannot be read
     */
    public static DataSize of(Path directory) {
        DataDirectory files = DataDirectory.in(directory);
        return new DataSize(
                files.log().estimatedRows(),
                files.users().estimatedRows(),
                files.tags().estimatedRows(),
                rows(files.smallMatrix()),
                files.daily().estimatedRows());
    }

    private static long rows(Optional<SourceFile> file) {
        return file.map(SourceFile::estimatedRows).orElse(0L);
    }
}
