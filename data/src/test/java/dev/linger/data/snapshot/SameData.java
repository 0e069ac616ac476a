package dev.linger.data.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.Friends;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.data.source.LoadedData;
import java.util.List;

/** Whether two data sets are equal in every value, each asked for as its users ask. */
public final class SameData {
    private SameData() {}

    public static void assertSame(LoadedData expected, LoadedData actual) {
        assertEquals(expected.report(), actual.report());
        Dataset one = expected.dataset();
        Dataset other = actual.dataset();
        assertEquals(one.zone(), other.zone());
        assertIds(one.users(), other.users());
        assertIds(one.items(), other.items());
        assertLog(one.log(), other.log());
        assertColumns(one.userTable().columns(), other.userTable().columns());
        assertFriends(one.userTable().friends(), other.userTable().friends());
        assertArrayEquals(one.itemTable().uploadDay(), other.itemTable().uploadDay());
        assertArrayEquals(one.itemTable().durationMillis(), other.itemTable().durationMillis());
        assertEquals(one.itemTable().tagCount(), other.itemTable().tagCount());
        assertArrayEquals(one.itemTable().tags(), other.itemTable().tags());
        assertColumns(one.itemTable().columns(), other.itemTable().columns());
        assertEquals(one.itemTable().roles(), other.itemTable().roles());
        for (int item = 0; item < one.itemCount(); item++) {
            assertEquals(
                    one.itemTable().titles().of(item),
                    other.itemTable().titles().of(item));
        }
        assertDaily(one.dailyStats(), other.dailyStats(), one.itemCount());
        assertMatrix(one.smallMatrix(), other.smallMatrix());
    }

    private static void assertFriends(Friends one, Friends other) {
        assertEquals(one.userCount(), other.userCount());
        assertEquals(one.size(), other.size());
        for (int user = 0; user < one.userCount(); user++) {
            assertEquals(one.count(user), other.count(user));
            for (int number = 0; number < one.count(user); number++) {
                assertEquals(one.of(user, number), other.of(user, number));
            }
        }
    }

    private static void assertIds(IdIndex one, IdIndex other) {
        assertEquals(one.size(), other.size());
        for (int index = 0; index < one.size(); index++) {
            assertEquals(one.id(index), other.id(index));
        }
        int none = one.size();
        // The message holds what the index is of.
        assertEquals(
                assertThrows(IndexOutOfBoundsException.class, () -> one.id(none))
                        .getMessage(),
                assertThrows(IndexOutOfBoundsException.class, () -> other.id(none))
                        .getMessage());
    }

    private static void assertLog(InteractionLog one, InteractionLog other) {
        assertEquals(one.size(), other.size());
        assertEquals(one.flagNames(), other.flagNames());
        for (int row = 0; row < one.size(); row++) {
            assertEquals(one.flags(row), other.flags(row));
            assertEquals(one.user(row), other.user(row));
            assertEquals(one.item(row), other.item(row));
            assertEquals(one.playMillis(row), other.playMillis(row));
            assertEquals(one.durationMillis(row), other.durationMillis(row));
            assertEquals(one.timestampMillis(row), other.timestampMillis(row));
            assertEquals(one.day(row), other.day(row));
        }
    }

    private static void assertColumns(List<AttributeColumn> one, List<AttributeColumn> other) {
        assertEquals(one.size(), other.size());
        for (int at = 0; at < one.size(); at++) {
            assertEquals(one.get(at).name(), other.get(at).name());
            if (one.get(at) instanceof AttributeColumn.Category category) {
                AttributeColumn.Category same = assertInstanceOf(AttributeColumn.Category.class, other.get(at));
                assertArrayEquals(category.codes(), same.codes());
                assertEquals(category.levels(), same.levels());
            } else if (one.get(at) instanceof AttributeColumn.Numeric numeric) {
                assertArrayEquals(
                        numeric.values(),
                        assertInstanceOf(AttributeColumn.Numeric.class, other.get(at))
                                .values());
            }
        }
    }

    private static void assertDaily(DailyStats one, DailyStats other, int itemCount) {
        assertEquals(one.size(), other.size());
        for (int row = 0; row < one.size(); row++) {
            assertEquals(one.day(row), other.day(row));
            for (DailyStat stat : DailyStat.values()) {
                assertEquals(one.value(row, stat), other.value(row, stat));
            }
        }
        int rows = 0;
        for (int item = 0; item < itemCount; item++) {
            // From an item's last row back to its first.
            int row = one.latestBefore(item, Integer.MAX_VALUE);
            assertEquals(row, other.latestBefore(item, Integer.MAX_VALUE));
            while (row != DailyStats.NONE) {
                rows++;
                int day = one.day(row);
                row = one.latestBefore(item, day);
                assertEquals(row, other.latestBefore(item, day));
            }
        }
        assertEquals(one.size(), rows);
    }

    private static void assertMatrix(WatchMatrix one, WatchMatrix other) {
        assertEquals(one == null, other == null);
        if (one != null) {
            assertArrayEquals(one.user(), other.user());
            assertArrayEquals(one.item(), other.item());
            assertArrayEquals(one.durationMillis(), other.durationMillis());
            assertArrayEquals(one.watchRatio(), other.watchRatio());
        }
    }
}
