package dev.linger.serving.store;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;

/**
 * What tells a file of plays from others: the application's number and the version in SQLite's header (<a
 * href="https://www.sqlite.org/fileformat2.html">Database File Format</a>, 1.3).
 */
final class StoreFormat {
    static final int VERSION = 3;

    /** In files of this version ids are numbers; they are kept as they are. */
    private static final int VERSION_OF_NUMBERS = 2;

    /** "LNGR". */
    private static final int APPLICATION = 0x4C4E4752;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int VERSION_AT = 60;
    private static final int APPLICATION_AT = 68;

    private static final String BLOCKS = "blocks";

    /** How a definition reads where there is no such table. */
    private static final String NO_TABLE = "null";

    private StoreFormat() {}

    /**
     * Looks at the header before SQLite opens the file, which may write to it.
     *
     * @throws InputException where it is there and is no file of plays of this version
     */
    static void check(Path path) throws IOException {
        if (Files.notExists(path) || Files.size(path) == 0) {
            Path log = path.resolveSibling(path.getFileName() + "-wal");
            if (Files.exists(log) && Files.size(log) > 0) {
                throw new InputException(log + ": holds plays of a file that is gone; put " + path
                        + " back beside it, or move it away to begin without them");
            }
            return;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        try (InputStream in = Files.newInputStream(path)) {
            header.limit(in.readNBytes(header.array(), 0, HEADER_BYTES));
        }
        boolean database =
                header.limit() == HEADER_BYTES && header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
        if (!database || header.getInt(APPLICATION_AT) != APPLICATION) {
            throw new InputException(path + ": is no file of plays; move it away, or give the server another folder");
        }
        int version = header.getInt(VERSION_AT);
        if (version != VERSION && version != VERSION_OF_NUMBERS) {
            throw new InputException(
                    path + ": has version " + version + " of the format, and this Linger knows " + VERSION_OF_NUMBERS
                            + " and " + VERSION + "; use the Linger that wrote it, or give this one another folder");
        }
    }

    /** Makes the table where there is none, and asks for the log and a flush for every commit. */
    static void prepare(Path path, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // in one transaction and before the log: whatever a kill leaves is empty or has its numbers
            if (text(statement, "SELECT count(*) FROM sqlite_schema").equals("0")) {
                statement.execute("PRAGMA application_id = " + APPLICATION);
                statement.execute("PRAGMA user_version = " + VERSION);
                statement.execute(PlayTable.DEFINITION);
                statement.execute(VideoTable.DEFINITION);
            }
            connection.commit();
            connection.setAutoCommit(true);
            String mode = text(statement, "PRAGMA journal_mode = WAL");
            if (!mode.equals("wal")) {
                throw new InputException(
                        path + ": this file system cannot hold it (journal mode " + mode + "); use a local disk");
            }
            statement.execute("PRAGMA synchronous = FULL");
        }
    }

    /** @throws InputException where pages are damaged or the table is another; nothing is mended */
    static void checkWhole(Path path, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String found = text(statement, "PRAGMA quick_check(1)");
            if (!found.equals("ok")) {
                throw damaged(path, found);
            }
            boolean numbers = version(statement) == VERSION_OF_NUMBERS;
            if (!definition(statement, "plays").equals(defined(PlayTable.DEFINITION, numbers))
                    || !definition(statement, "videos").equals(defined(VideoTable.DEFINITION, numbers))) {
                throw damaged(path, "its tables were changed");
            }
            String blocks = definition(statement, BLOCKS);
            if (!blocks.equals(NO_TABLE) && !blocks.equals(BlockTable.DEFINITION)) {
                throw damaged(path, "its table of blocks was changed");
            }
        }
    }

    /** Makes the table of blocks in a file that is whole and has none: one that was just begun, or by an earlier version. */
    static void addBlocks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (definition(statement, BLOCKS).equals(NO_TABLE)) {
                statement.execute(BlockTable.DEFINITION);
            }
        }
    }

    private static String definition(Statement statement, String table) throws SQLException {
        return text(statement, "SELECT max(sql) FROM sqlite_schema WHERE name = '" + table + "'");
    }

    private static String defined(String definition, boolean numbers) {
        return numbers ? definition.replace("_id ANY", "_id INTEGER") : definition;
    }

    /** The version of an open file. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return version(statement);
        }
    }

    private static int version(Statement statement) throws SQLException {
        return Integer.parseInt(text(statement, "PRAGMA user_version"));
    }

    /** Whether ids in a file of a version may be texts. */
    static boolean takesTexts(int version) {
        return version != VERSION_OF_NUMBERS;
    }

    static boolean isDamage(SQLException failure) {
        int code = failure.getErrorCode() & 0xff; // the rest says where
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    static InputException damaged(Path path, String found) {
        return new InputException(
                path + ": is damaged (" + found + "); put a copy of it in its place, save what is left with"
                        + " sqlite3's .recover, or move it away to begin without these plays");
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return String.valueOf(row.getString(1));
        }
    }
}
