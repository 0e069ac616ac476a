package dev.linger.pipeline.report;

import dev.linger.data.InputException;
import dev.linger.pipeline.run.NewPath;
import dev.linger.pipeline.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables in a folder of their own, outside a run. */
public final class TablesFolder {
    private TablesFolder() {}

    /**
     * Checks that a folder can be made.
     *
     * @throws InputException where there is a folder or file of that name
     */
    public static void requireNew(Path folder) {
        if (Files.exists(folder)) {
            throw new InputException(folder + " is there already; name a new folder");
        }
    }

    /**
     * Writes each table as CSV and JSON, and a page.
     *
     * @throws InputException as {@link #appear}
     */
    public static void write(Path folder, List<ResultTable> tables, String pageName, String page) {
        appear(folder, unfinished -> {
            for (ResultTable table : tables) {
                for (TableFormat format : List.of(new CsvFormat(), new JsonFormat())) {
                    Files.writeString(unfinished.resolve(table.id() + "." + format.extension()), format.format(table));
                }
            }
            Files.writeString(unfinished.resolve(pageName), page);
        });
    }

    /**
     * Has a folder written. It appears whole or not at all; what a killed process left of it is removed.
     *
     * @param folder must not exist yet
     * @throws InputException where it does, or cannot be written
     */
    public static void appear(Path folder, RunFolder.FolderContent content) {
        requireNew(folder);
        try (NewPath made = NewPath.begin(folder)) {
            made.finish(path -> content.writeTo(Files.createDirectory(path)));
        }
    }
}
