package dev.linger.data;

import java.util.List;

/** What is known of each user apart from the log: one row a user, in the order of the user index. */
public record UserTable(int size, List<AttributeColumn> columns) {
    public UserTable {
        columns = List.copyOf(columns);
        for (AttributeColumn column : columns) {
            if (column.size() != size) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " has " + column.size() + " rows, not " + size);
            }
        }
    }

    /** The same with more users, all of whose cells are missing. */
    UserTable withRoom(int more) {
        return new UserTable(
                size + more,
                columns.stream().map(column -> column.withRoom(more)).toList());
    }
}
