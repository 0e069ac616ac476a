package dev.linger.serving.store;

import dev.linger.data.Id;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An id in a column that may hold whole numbers and texts, each as what it is. */
final class IdCell {
    private IdCell() {}

    static void set(PreparedStatement statement, int at, Id id) throws SQLException {
        if (id.text() == null) {
            statement.setLong(at, id.number());
        } else {
            statement.setString(at, id.text());
        }
    }

    /** @throws IllegalArgumentException where the cell is neither */
    static Id get(ResultSet row, int at) throws SQLException {
        Object value = row.getObject(at);
        if (value instanceof Integer || value instanceof Long) {
            return Id.of(((Number) value).longValue());
        }
        if (value instanceof String text) {
            return Id.of(text);
        }
        throw new IllegalArgumentException("an id is neither a whole number nor a text");
    }
}
