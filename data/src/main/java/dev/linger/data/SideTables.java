package dev.linger.data;

import java.time.ZoneId;
import java.util.stream.LongStream;

/**
 * What is known of users and videos apart from the log.
 *
 * @param users user id &lt;-&gt; index
 * @param items video id &lt;-&gt; index
 * @param userTable attributes of users
 * @param itemTable attributes of videos
 * @param dailyStats daily statistics of videos; a row may only look at days before its own
 * @param zone whose calendar makes the days
 */
public record SideTables(
        IdIndex users, IdIndex items, UserTable userTable, ItemTable itemTable, DailyStats dailyStats, ZoneId zone) {
    public SideTables {
        if (userTable.size() != users.size() || itemTable.size() != items.size()) {
            throw new IllegalArgumentException("tables have " + userTable.size() + " users and " + itemTable.size()
                    + " items, indices " + users.size() + " and " + items.size());
        }
    }

    /** The same with other friends. */
    public SideTables with(Friends others) {
        return new SideTables(users, items, userTable.with(others), itemTable, dailyStats, zone);
    }

    /** The same with the daily statistics of the days before one. */
    public SideTables before(int day) {
        return new SideTables(users, items, userTable, itemTable, dailyStats.before(day), zone);
    }

    /** The same with room for more users of whom nothing is known. Users have numbers from 0 on in place of their ids. */
    public SideTables withRoom(int more) {
        int size = Math.addExact(userCount(), more);
        return new SideTables(
                IdIndex.of(users.what(), LongStream.range(0, size)),
                items,
                userTable.withRoom(more),
                itemTable,
                dailyStats,
                zone);
    }

    /** The same of the users {@code from..to-1} alone, with numbers from 0 on in place of their ids; friends are left out. */
    public SideTables ofUsers(int from, int to) {
        return new SideTables(
                IdIndex.of(users.what(), LongStream.range(0, to - from)),
                items,
                userTable.rows(from, to),
                itemTable,
                dailyStats,
                zone);
    }

    public int userCount() {
        return users.size();
    }

    public int itemCount() {
        return items.size();
    }
}
