package dev.linger.serving.store;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LiveVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/**
 * The file {@code plays.db} of a folder that this process has locked. It is a database of SQLite in WAL mode with
 * synchronous=FULL: what is committed was flushed to the disk. Pages move from the log to the table in the background, so a
 * commit seldom waits for that.
 */
final class PlayFile implements AutoCloseable {
    static final String NAME = "plays.db";

    private static final String URL = "jdbc:sqlite:";

    /** About 64 MB of log; beyond, commits themselves move pages. */
    private static final int MOST_PAGES_OF_LOG = 16_000;

    private final Path path;
    private final int version;
    private final StoreLock lock;
    private final PlayTable table;
    private final Checkpoints checkpoints;

    private PlayFile(Path path, int version, StoreLock lock, PlayTable table, Checkpoints checkpoints) {
        this.path = path;
        this.version = version;
        this.lock = lock;
        this.table = table;
        this.checkpoints = checkpoints;
    }

    /** @throws InputException as {@link SqlitePlayStore#open} says */
    static PlayFile open(Path folder) {
        SqliteLibrary.load();
        Path path = folder.resolve(NAME);
        try {
            StoreLock lock = StoreLock.of(Files.createDirectories(folder));
            try {
                return open(path, lock);
            } catch (SQLException | IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (SQLException | IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static PlayFile open(Path path, StoreLock lock) throws SQLException, IOException {
        StoreFormat.check(path);
        Connection connection = connection(path);
        try {
            StoreFormat.prepare(path, connection);
            StoreFormat.checkWhole(path, connection);
            StoreFormat.addBlocks(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_autocheckpoint = " + MOST_PAGES_OF_LOG);
            }
            int version = StoreFormat.version(connection);
            return new PlayFile(path, version, lock, new PlayTable(connection), new Checkpoints(connection(path)));
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** By a URI, since the driver reads options from whatever follows a question mark in a path. */
    private static Connection connection(Path path) throws SQLException {
        return DriverManager.getConnection(URL + path.toUri());
    }

    /** A table that is whole, over a connection that changes nothing; needs no lock. */
    static PlayTable reading(Path path) throws SQLException {
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        Connection connection = readOnly.createConnection(URL + path.toUri());
        try {
            StoreFormat.checkWhole(path, connection);
            return new PlayTable(connection);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    Path path() {
        return path;
    }

    /** Whether ids may be texts; where not they are numbers. */
    boolean takesTexts() {
        return StoreFormat.takesTexts(version);
    }

    List<Stored> insert(List<ReceivedPlay> plays) throws SQLException {
        synchronized (table) {
            List<Stored> stored = table.insert(plays);
            checkpoints.afterCommit();
            return stored;
        }
    }

    void keep(List<LiveVideo> videos) throws SQLException {
        synchronized (table) {
            table.insertVideos(videos);
            checkpoints.afterCommit();
        }
    }

    List<LiveVideo> videos() {
        try (Connection reading = connection(path)) {
            return VideoTable.all(reading);
        } catch (SQLException failure) {
            throw StoreFormat.damaged(path, String.valueOf(failure.getMessage()));
        }
    }

    void keepBlocks(List<BlockChange> changes) throws SQLException {
        synchronized (table) {
            table.changeBlocks(changes);
            checkpoints.afterCommit();
        }
    }

    Map<Id, Blocks> blocks() {
        try (Connection reading = connection(path)) {
            return BlockTable.all(reading);
        } catch (SQLException failure) {
            throw StoreFormat.damaged(path, String.valueOf(failure.getMessage()));
        }
    }

    void writeNothing() throws SQLException {
        synchronized (table) {
            table.writeNothing(version);
        }
    }

    /** On a connection of its own, a page at a time: neither waits for commits nor lets the log grow. */
    void replay(Consumer<List<ReceivedPlay>> each) {
        reading(table -> {
            table.forEach(each);
            return 0L;
        });
    }

    void replayAfter(String id, Consumer<List<ReceivedPlay>> each) {
        reading(table -> {
            table.forEachAfter(table.sequence(id), each);
            return 0L;
        });
    }

    long countUpTo(String id) {
        return reading(table -> table.countUpTo(table.sequence(id)));
    }

    private long reading(Reading what) {
        try (PlayTable reading = new PlayTable(connection(path))) {
            return what.of(reading);
        } catch (SQLException failure) {
            throw StoreFormat.damaged(path, String.valueOf(failure.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Reading {
        long of(PlayTable table) throws SQLException;
    }

    static InputException unreadable(Path path, Exception failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof SQLException damaged && StoreFormat.isDamage(damaged)) {
            return StoreFormat.damaged(path, message);
        }
        return new InputException(
                path + ": cannot be opened (" + message
                        + "); look at its owner and at the room on the disk, and whether another program has it open",
                failure);
    }

    /** The log is moved to the table, so that {@code plays.db} alone is all. */
    @Override
    public void close() throws SQLException, IOException {
        try (lock;
                table;
                checkpoints) {
            // in the opposite order
        }
    }
}
