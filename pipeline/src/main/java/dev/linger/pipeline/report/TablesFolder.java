package dev.linger.pipeline.report;

import dev.linger.data.InputException;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
     * Writes each table as CSV and JSON, and a page. The folder appears whole or not at all.
     *
     * @param folder must not exist yet
     * @throws InputException where it does, or cannot be written
     */
    public static void write(Path folder, List<ResultTable> tables, String pageName, String page) {
        requireNew(folder);
        Path absolute = folder.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
            UnfinishedWork work = UnfinishedWork.begin(absolute.resolveSibling(absolute.getFileName() + ".unfinished"));
            try {
                Files.createDirectory(work.path());
                for (ResultTable table : tables) {
                    for (TableFormat format : List.of(new CsvFormat(), new JsonFormat())) {
                        Files.writeString(
                                work.path().resolve(table.id() + "." + format.extension()), format.format(table));
                    }
                }
                Files.writeString(work.path().resolve(pageName), page);
                Files.move(work.path(), absolute, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                work.discard();
            }
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be written (" + failure + ")", failure);
        }
    }
}
