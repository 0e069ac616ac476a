package dev.linger.serving.store;

import dev.linger.data.InputException;
import dev.linger.data.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The plays of a store, to be read and no more, also while a server keeps plays there: neither waits for the other, and what
 * is read is what was durable, up to some play.
 */
public final class StoredPlays implements AutoCloseable {
    private final Path path;
    private final PlayTable table;

    private StoredPlays(Path path, PlayTable table) {
        this.path = path;
        this.table = table;
    }

    /**
     * Opens the store of a folder.
     *
     * @throws InputException where there is none, or its file is damaged, of another version, or of something else
     */
    public static StoredPlays open(Path folder) {
        Path path = folder.resolve(PlayFile.NAME);
        try {
            if (!RegularFile.isThere(path) || Files.size(path) == 0) {
                throw new InputException("there is no store at " + path
                        + "; name the folder in which linger serve keeps plays: MODEL.plays beside its model, or that of"
                        + " its --data-dir");
            }
            SqliteLibrary.load();
            StoreFormat.check(path);
            return new StoredPlays(path, PlayFile.reading(path));
        } catch (SQLException | IOException failure) {
            throw PlayFile.unreadable(path, failure);
        }
    }

    /**
     * Gives all plays in the order of the store, in lists of a size that fits in memory.
     *
     * @throws InputException where the file is damaged
     */
    public void forEach(Consumer<List<ReceivedPlay>> each) {
        try {
            table.forEach(each);
        } catch (SQLException failure) {
            throw PlayFile.unreadable(path, failure);
        }
    }

    @Override
    public void close() {
        try {
            table.close();
        } catch (SQLException failure) {
            throw PlayFile.unreadable(path, failure);
        }
    }
}
