package dev.linger.serving.store;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of what users block: one row a user and creator, which is a text, or tag, which is a whole number. */
final class BlockTable {
    static final String DEFINITION =
            """
            CREATE TABLE blocks (
              user_id ANY NOT NULL,
              blocked ANY NOT NULL,
              PRIMARY KEY (user_id, blocked)
            ) STRICT, WITHOUT ROWID""";

    private static final String INSERT = "INSERT OR IGNORE INTO blocks (user_id, blocked) VALUES (?, ?)";
    private static final String DELETE = "DELETE FROM blocks WHERE user_id = ? AND blocked = ?";
    private static final String ALL = "SELECT user_id, blocked FROM blocks";

    private BlockTable() {}

    /** Makes changes one after the other, without a commit. */
    static void change(Connection connection, List<BlockChange> changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (BlockChange change : changes) {
                PreparedStatement statement = change.isBlocked() ? insert : delete;
                IdCell.set(statement, 1, change.userId());
                for (String creator : change.what().creators()) {
                    statement.setString(2, creator);
                    statement.executeUpdate();
                }
                for (long tag : change.what().tags()) {
                    statement.setLong(2, tag);
                    statement.executeUpdate();
                }
            }
        }
    }

    /** What each user blocks who blocks anything. */
    static Map<Id, Blocks> all(Connection connection) throws SQLException {
        Map<Id, Blocks> ofUsers = new HashMap<>();
        try (PreparedStatement all = connection.prepareStatement(ALL);
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                ofUsers.merge(user(rows), blocked(rows), Blocks::and);
            }
        }
        return ofUsers;
    }

    private static Id user(ResultSet row) throws SQLException {
        try {
            return IdCell.get(row, 1);
        } catch (IllegalArgumentException damaged) {
            throw new SQLException("a block is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static Blocks blocked(ResultSet row) throws SQLException {
        Object cell = row.getObject(2);
        if (cell instanceof String creator) {
            return new Blocks(Set.of(creator), Set.of());
        }
        if (cell instanceof Integer || cell instanceof Long) {
            return new Blocks(Set.of(), Set.of(((Number) cell).longValue()));
        }
        throw new SQLException("a block is damaged: it is neither of a creator nor of a tag");
    }
}
