package dev.linger.pipeline.report;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes tables to a directory, each as {@code <id>.csv} and {@code <id>.json}. A file appears whole or not at all: it is
 * written beside its place and moved there, over an older one of the same name.
 *
 * @param directory made where it is missing
 */
public record ReportWriter(Path directory) {
    private static final List<TableFormat> FORMATS = List.of(new CsvFormat(), new JsonFormat());

    /** Writes the tables, whose ids must differ. */
    public void write(List<ResultTable> tables) {
        Set<String> ids = new HashSet<>();
        for (ResultTable table : tables) {
            if (!ids.add(table.id())) {
                throw new IllegalArgumentException("two tables have the id " + table.id());
            }
        }
        try {
            Files.createDirectories(directory);
            for (ResultTable table : tables) {
                for (TableFormat format : FORMATS) {
                    replace(directory.resolve(table.id() + "." + format.extension()), format.format(table));
                }
            }
        } catch (IOException failure) {
            throw new InputException(
                    "cannot write tables to " + directory + " (" + failure
                            + "): choose a directory that can be written to and has room",
                    failure);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
