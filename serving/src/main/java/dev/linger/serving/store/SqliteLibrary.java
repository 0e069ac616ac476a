package dev.linger.serving.store;

import dev.linger.data.InputException;
import dev.linger.data.store.TemporaryFolder;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite's native library, unpacked into a folder that is this process's alone and gone once it is loaded. */
final class SqliteLibrary {
    private static final String UNPACKED_INTO = "org.sqlite.tmpdir";
    private static boolean loaded;

    private SqliteLibrary() {}

    /** @throws InputException where it cannot be unpacked or loaded */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String before = System.getProperty(UNPACKED_INTO);
        try (TemporaryFolder folder = TemporaryFolder.create("linger-sqlite")) {
            System.setProperty(UNPACKED_INTO, folder.path().toString());
            loaded = SQLiteJDBCLoader.initialize();
        } catch (Exception failure) { // as initialize() declares
            throw new InputException(
                    "cannot load SQLite's native library: " + failure.getMessage() + "; the folder of temporary files, "
                            + System.getProperty("java.io.tmpdir")
                            + ", needs room and leave to execute: name another one,"
                            + " as in java -Djava.io.tmpdir=/var/tmp -jar linger.jar ...",
                    failure);
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable String folder) {
        if (folder == null) {
            System.clearProperty(UNPACKED_INTO);
        } else {
            System.setProperty(UNPACKED_INTO, folder);
        }
    }
}
