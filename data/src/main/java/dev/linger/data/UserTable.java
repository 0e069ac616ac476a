package dev.linger.data;

import java.util.List;

/**
 * What is known of each user apart from the log: one row a user, in the order of the user index.
 *
 * @param friends of each user, where the data tells
 */
public record UserTable(int size, List<AttributeColumn> columns, Friends friends) {
    public UserTable {
        columns = List.copyOf(columns);
        for (AttributeColumn column : columns) {
            if (column.size() != size) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " has " + column.size() + " rows, not " + size);
            }
        }
        if (friends.userCount() != size) {
            throw new IllegalArgumentException("friends are of " + friends.userCount() + " users, not of " + size);
        }
    }

    /** Users of whose friends nothing is known. */
    public UserTable(int size, List<AttributeColumn> columns) {
        this(size, columns, Friends.none(size));
    }

    /** The same with other friends. */
    public UserTable with(Friends others) {
        return new UserTable(size, columns, others);
    }

    /** The same with more users, all of whose cells are missing. */
    UserTable withRoom(int more) {
        return new UserTable(
                size + more,
                columns.stream().map(column -> column.withRoom(more)).toList(),
                friends.withRoom(more));
    }

    /** The users {@code from..to-1}, without friends. */
    UserTable rows(int from, int to) {
        return new UserTable(
                to - from, columns.stream().map(column -> column.rows(from, to)).toList());
    }
}
