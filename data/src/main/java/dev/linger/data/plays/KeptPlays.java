package dev.linger.data.plays;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.Titles;
import dev.linger.data.UserTable;
import dev.linger.data.csv.IdRows;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** The rows of a table that passed the rules, until all ids are known and become indices: 41 bytes a row. */
final class KeptPlays {
    private static final int FIRST_ROOM = 1 << 12;

    private final LatestTitles titles = new LatestTitles();
    private final IdRows users;
    private final IdRows items;
    private long[] time = new long[FIRST_ROOM];
    private long[] line = new long[FIRST_ROOM];
    private int[] play = new int[FIRST_ROOM];
    private int[] duration = new int[FIRST_ROOM];
    private byte[] flags = new byte[FIRST_ROOM];
    private int size;

    /**
     * No rows yet.
     *
     * @param usersAreTexts whether numbers are taken for texts
     * @param itemsAreTexts likewise
     */
    KeptPlays(boolean usersAreTexts, boolean itemsAreTexts) {
        this.users = new IdRows(FIRST_ROOM, usersAreTexts);
        this.items = new IdRows(FIRST_ROOM, itemsAreTexts);
    }

    /** The id of each row, to be added with it. */
    IdRows users() {
        return users;
    }

    /** The same of the video. */
    IdRows items() {
        return items;
    }

    int size() {
        return size;
    }

    /** Where a row stands in its file. */
    long line(int row) {
        return line[row];
    }

    /** Who played what in a row, in words. */
    String pair(int row) {
        return "user " + users.written(row) + ", video " + items.written(row);
    }

    /** Takes what a video is called at an instant. */
    void title(String item, long atMillis, String text) {
        titles.take(item, atMillis, text);
    }

    /** Takes a row, but for its ids. */
    void add(int playMillis, int durationMillis, long atMillis, byte ofFlags, long begins) {
        if (size == time.length) {
            int room = Math.addExact(size, size / 2);
            time = Arrays.copyOf(time, room);
            line = Arrays.copyOf(line, room);
            play = Arrays.copyOf(play, room);
            duration = Arrays.copyOf(duration, room);
            flags = Arrays.copyOf(flags, room);
        }
        play[size] = playMillis;
        duration[size] = durationMillis;
        time[size] = atMillis;
        flags[size] = ofFlags;
        line[size++] = begins;
    }

    /**
     * The data set of the rows.
     *
     * @param keepCopy told of each row that is the copy of one before it; whether it is kept
     */
    Dataset dataset(ZoneId zone, List<String> flagNames, IntPredicate keepCopy) {
        IdIndex userIds = users.index("user");
        IdIndex itemIds = items.index("video");
        InteractionLogBuilder builder = new InteractionLogBuilder(zone, size, flagNames);
        IntUnaryOperator ofUser = users.indices(userIds);
        IntUnaryOperator ofItem = items.indices(itemIds);
        for (int row = 0; row < size; row++) {
            int user = ofUser.applyAsInt(row);
            int item = ofItem.applyAsInt(row);
            int bits = flags[row] & 0xff;
            if (!builder.addDistinct(user, item, play[row], duration[row], time[row], bits) && keepCopy.test(row)) {
                builder.add(user, item, play[row], duration[row], time[row], bits);
            }
        }
        InteractionLog log = builder.build();
        return new Dataset(
                userIds,
                itemIds,
                log,
                new UserTable(userIds.size(), List.<AttributeColumn>of()),
                videos(log, titles.of(itemIds)),
                DailyStats.empty(itemIds.size()),
                null,
                zone);
    }

    /** The length of a video is that of its first play; but for the title nothing else is known of it. */
    private static ItemTable videos(InteractionLog log, Titles titles) {
        int count = titles.size();
        int[] uploadDay = new int[count];
        Arrays.fill(uploadDay, ItemTable.UNKNOWN_DAY);
        float[] durationMillis = new float[count];
        Arrays.fill(durationMillis, Float.NaN);
        for (int row = 0; row < log.size(); row++) {
            if (Float.isNaN(durationMillis[log.item(row)])) {
                durationMillis[log.item(row)] = log.durationMillis(row);
            }
        }
        return new ItemTable(uploadDay, durationMillis, List.of()).with(titles);
    }
}
