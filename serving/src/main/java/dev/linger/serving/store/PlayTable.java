package dev.linger.serving.store;

import dev.linger.recommender.live.LiveVideo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;

/** The table of plays, over a connection of its own; one thread at a time uses it. Each method is one transaction. */
final class PlayTable implements AutoCloseable {
    /** Sequence numbers are never given again. */
    static final String DEFINITION =
            """
            CREATE TABLE plays (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              id TEXT NOT NULL UNIQUE,
              user_id ANY NOT NULL,
              item_id ANY NOT NULL,
              play_millis INTEGER NOT NULL,
              duration_millis INTEGER NOT NULL,
              timestamp_millis INTEGER NOT NULL
            ) STRICT""";

    private static final String COLUMNS = "id, user_id, item_id, play_millis, duration_millis, timestamp_millis";
    private static final String INSERT =
            "INSERT INTO plays (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String BY_ID = "SELECT sequence, " + COLUMNS + " FROM plays WHERE id = ?";
    private static final String AFTER =
            "SELECT sequence, " + COLUMNS + " FROM plays WHERE sequence > ? ORDER BY sequence LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM plays WHERE sequence <= ?";
    private static final int PLAYS_A_PAGE = 10_000;
    private static final long NONE = 0;

    private final Connection connection;

    /**
     * @param last sequence number of the last play
     */
    record Page(List<ReceivedPlay> plays, long last) {}

    /** @param connection gets closed with this */
    PlayTable(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Adds those whose id is not known yet; on failure none. */
    List<Stored> insert(List<ReceivedPlay> plays) throws SQLException {
        List<Stored> stored = new ArrayList<>(plays.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement byId = connection.prepareStatement(BY_ID)) {
            for (ReceivedPlay play : plays) {
                stored.add(insert(play, insert, byId));
            }
            connection.commit();
            return stored;
        } catch (SQLException failure) {
            throw rolledBack(failure);
        }
    }

    /** Keeps videos; on failure none. */
    void insertVideos(List<LiveVideo> videos) throws SQLException {
        try {
            VideoTable.insert(connection, videos);
            connection.commit();
        } catch (SQLException failure) {
            throw rolledBack(failure);
        }
    }

    /** Keeps what users block; on failure none of it. */
    void changeBlocks(List<BlockChange> changes) throws SQLException {
        try {
            BlockTable.change(connection, changes);
            connection.commit();
        } catch (SQLException failure) {
            throw rolledBack(failure);
        }
    }

    private static Stored insert(ReceivedPlay play, PreparedStatement insert, PreparedStatement byId)
            throws SQLException {
        insert.setString(1, play.id());
        IdCell.set(insert, 2, play.userId());
        IdCell.set(insert, 3, play.itemId());
        insert.setInt(4, play.playMillis());
        insert.setInt(5, play.durationMillis());
        insert.setLong(6, play.timestampMillis());
        if (insert.executeUpdate() == 1) {
            return Stored.NEW;
        }
        byId.setString(1, play.id());
        try (ResultSet known = byId.executeQuery()) {
            return play.equals(play(known)) ? Stored.DUPLICATE : Stored.CONFLICT;
        }
    }

    /** Writes the number of the version again, which needs room and a disk as plays do. */
    void writeNothing(int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + version);
            connection.commit();
        } catch (SQLException failure) {
            throw rolledBack(failure);
        }
    }

    /** All plays in their order, a page at a time: neither waits for commits nor lets the log grow. */
    void forEach(Consumer<List<ReceivedPlay>> each) throws SQLException {
        forEachAfter(NONE, each);
    }

    /** The same of those after a sequence number. */
    void forEachAfter(long sequence, Consumer<List<ReceivedPlay>> each) throws SQLException {
        for (Page page = after(sequence, PLAYS_A_PAGE);
                !page.plays().isEmpty();
                page = after(page.last(), PLAYS_A_PAGE)) {
            each.accept(page.plays());
        }
    }

    /** The sequence number of a play; {@link #NONE}, which is below all, where it is not there. */
    long sequence(String id) throws SQLException {
        try (PreparedStatement byId = connection.prepareStatement(BY_ID)) {
            byId.setString(1, id);
            return number(byId);
        }
    }

    /** How many plays have this sequence number or a lower one. */
    long countUpTo(long sequence) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setLong(1, sequence);
            return number(count);
        }
    }

    private long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : NONE;
        } finally {
            connection.commit();
        }
    }

    /** The next plays after a sequence number, in their order; none at the end. */
    Page after(long sequence, int most) throws SQLException {
        List<ReceivedPlay> plays = new ArrayList<>();
        long last = sequence;
        try (PreparedStatement after = connection.prepareStatement(AFTER)) {
            after.setLong(1, sequence);
            after.setInt(2, most);
            try (ResultSet rows = after.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    plays.add(play(rows));
                }
            }
            connection.commit();
            return new Page(plays, last);
        } catch (SQLException failure) {
            throw rolledBack(failure);
        }
    }

    private static ReceivedPlay play(ResultSet row) throws SQLException {
        try {
            return new ReceivedPlay(
                    row.getString(2),
                    IdCell.get(row, 3),
                    IdCell.get(row, 4),
                    Math.toIntExact(row.getLong(5)),
                    Math.toIntExact(row.getLong(6)),
                    row.getLong(7));
        } catch (IllegalArgumentException | ArithmeticException damaged) {
            throw new SQLException(
                    "play " + row.getLong(1) + " is damaged: " + damaged.getMessage(),
                    null,
                    SQLiteErrorCode.SQLITE_CORRUPT.code,
                    damaged);
        }
    }

    private SQLException rolledBack(SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException rolledBackAlready) { // SQLite does so itself after some failures
            failure.addSuppressed(rolledBackAlready);
        }
        return failure;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
