package dev.linger.recommender;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStats;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.SideTables;
import dev.linger.data.UserTable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Tables of two users and twelve videos of 1 to 12 seconds, by three creators; the last video's are not known. */
public final class SmallTables {
    public static final int ITEMS = 12;

    private SmallTables() {}

    public static SideTables get() {
        float[] duration = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            duration[item] = 1000 * (item + 1);
        }
        duration[ITEMS - 1] = Float.NaN;
        int[] creator = IntStream.range(0, ITEMS).map(item -> item % 3).toArray();
        creator[ITEMS - 1] = -1;
        int[] uploadDay = new int[ITEMS];
        Arrays.fill(uploadDay, ItemTable.UNKNOWN_DAY);
        ItemTable items = new ItemTable(
                uploadDay,
                duration,
                new int[ITEMS][0],
                IdIndex.of("tag", LongStream.empty()),
                List.of(new AttributeColumn.Category("author", creator, List.of("a", "b", "c"))),
                new ItemTable.Roles(Optional.of("author"), List.of()));
        return new SideTables(
                IdIndex.of("user", LongStream.range(0, 2)),
                IdIndex.of("video", LongStream.range(0, ITEMS)),
                new UserTable(2, List.of()),
                items,
                DailyStats.empty(ITEMS),
                ZoneId.of("UTC"));
    }
}
