package dev.linger.candidates;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Friends;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.SideTables;
import dev.linger.data.UserTable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Side tables for the logs of {@link Plays}, which begin on day 0. */
public final class Tables {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Tables() {}

    /** The tag of an item is its parity, its author made that item alone; all but the last have counts of day -1. */
    public static SideTables of(int userCount, int itemCount) {
        return of(userCount, itemCount, List.of(-1));
    }

    /** The same with counts of other days; those of day 0 and after are larger. */
    static SideTables of(int userCount, int itemCount, List<Integer> days) {
        return new SideTables(
                IdIndex.of("user", LongStream.range(0, userCount)),
                IdIndex.of("item", LongStream.range(0, itemCount)),
                new UserTable(userCount, List.of(), friends(userCount)),
                items(itemCount),
                daily(itemCount, days),
                ZONE);
    }

    /** Every other user has the next two as friends, where there are such. */
    private static Friends friends(int userCount) {
        return Friends.of(IntStream.range(0, userCount)
                .mapToObj(user -> user % 2 == 1
                        ? new int[0]
                        : IntStream.of(user + 1, user + 2)
                                .filter(friend -> friend < userCount)
                                .toArray())
                .toArray(int[][]::new));
    }

    private static ItemTable items(int itemCount) {
        int[] items = IntStream.range(0, itemCount).toArray();
        int[][] tags =
                IntStream.of(items).mapToObj(item -> new int[] {item % 2}).toArray(int[][]::new);
        int[] uploadDays = IntStream.of(items).map(item -> -1 - item % 4).toArray();
        List<String> authors =
                IntStream.of(items).mapToObj("author %05d"::formatted).toList();
        AttributeColumn author = new AttributeColumn.Category("author_id", items, authors);
        return new ItemTable(
                uploadDays,
                new float[itemCount],
                tags,
                IdIndex.of("tag", LongStream.range(0, 2)),
                List.of(author),
                new ItemTable.Roles(Optional.of(author.name()), List.of()));
    }

    private static DailyStats daily(int itemCount, List<Integer> days) {
        int[] item = new int[(itemCount - 1) * days.size()];
        int[] day = new int[item.length];
        float[] counts = new float[item.length];
        for (int row = 0; row < item.length; row++) {
            item[row] = row / days.size();
            day[row] = days.get(row % days.size());
            counts[row] = item[row] % 7 + (day[row] < 0 ? 0 : 100 * item[row]);
        }
        return new DailyStats(
                itemCount,
                item,
                day,
                Map.of(
                        DailyStat.SHOW_CNT, counts,
                        DailyStat.PLAY_CNT, counts,
                        DailyStat.COMPLETE_PLAY_CNT, counts));
    }
}
