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

/**
 * Tables of two users and twelve videos of 1 to 12 seconds, by three creators and each with one of four tags, in turn; the last
 * video's are not known.
 */
public final class SmallTables {
    public static final int ITEMS = 12;
    public static final int TAGS = 4;

    /** On which one video is uploaded a day, up to the one before the last. */
    public static final int DAY = 20_000;

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
        Arrays.setAll(uploadDay, item -> item == ITEMS - 1 ? ItemTable.UNKNOWN_DAY : DAY + 2 - item);
        int[][] tags = new int[ITEMS][];
        Arrays.setAll(tags, item -> item == ITEMS - 1 ? new int[0] : new int[] {item % TAGS});
        ItemTable items = new ItemTable(
                uploadDay,
                duration,
                tags,
                IdIndex.of("tag", LongStream.range(0, TAGS)),
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
