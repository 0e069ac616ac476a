package dev.linger.data;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A data set after cleaning.
 *
 * @param users user id &lt;-&gt; index
 * @param items video id &lt;-&gt; index
 * @param log the plays
 * @param userTable attributes of users
 * @param itemTable attributes of videos
 * @param dailyStats daily statistics of videos
 * @param smallMatrix the fully observed matrix, where the data has one
 * @param zone whose calendar makes the days
 */
public record Dataset(
        IdIndex users,
        IdIndex items,
        InteractionLog log,
        UserTable userTable,
        ItemTable itemTable,
        DailyStats dailyStats,
        @Nullable WatchMatrix smallMatrix,
        ZoneId zone) {
    public Dataset {
        if (userTable.size() != users.size() || itemTable.size() != items.size()) {
            throw new IllegalArgumentException("tables have " + userTable.size() + " users and " + itemTable.size()
                    + " items, indices " + users.size() + " and " + items.size());
        }
    }

    /** The same with another log. */
    public Dataset with(InteractionLog other) {
        return new Dataset(users, items, other, userTable, itemTable, dailyStats, smallMatrix, zone);
    }

    /** The same with other daily statistics. */
    public Dataset with(DailyStats other) {
        return new Dataset(users, items, log, userTable, itemTable, other, smallMatrix, zone);
    }

    /** The same with other attributes of videos. */
    public Dataset with(ItemTable other) {
        return new Dataset(users, items, log, userTable, other, dailyStats, smallMatrix, zone);
    }

    /** Everything but the plays. */
    public SideTables tables() {
        return new SideTables(users, items, userTable, itemTable, dailyStats, zone);
    }

    public int userCount() {
        return users.size();
    }

    public int itemCount() {
        return items.size();
    }
}
