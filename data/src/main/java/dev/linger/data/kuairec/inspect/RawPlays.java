package dev.linger.data.kuairec.inspect;

import dev.linger.data.Progress;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.kuairec.files.LogColumn;
import dev.linger.data.kuairec.files.LogRow;
import java.util.Arrays;

/**
 * The rows of a log file as they stand in it, copies and all, in columns; no cleaning rule is applied. A row that lacks
 * a user, video or play time, or has a cell that cannot be read, is counted and left out.
 *
 * <p>Units: milliseconds; times since 1970-01-01 UTC. A duration that is not above 0 or is empty is 0.
 */
public final class RawPlays {
    /** The time of a row that has none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private int[] user;
    private int[] item;
    private int[] playMillis;
    private int[] durationMillis;
    private long[] timestampMillis;
    private int size;
    private long unreadable;

    private RawPlays(int expectedRows) {
        int capacity = Math.max(16, expectedRows);
        user = new int[capacity];
        item = new int[capacity];
        playMillis = new int[capacity];
        durationMillis = new int[capacity];
        timestampMillis = new long[capacity];
    }

    /** The rows of big_matrix or small_matrix. */
    public static RawPlays read(SourceFile file, Progress progress) {
        RawPlays plays = new RawPlays(file.expectedRows());
        LogRow.readEach(file, progress, plays::take, broken -> plays.unreadable++);
        return plays;
    }

    private void take(LogRow row) {
        if (!isReadable(row)) {
            unreadable++;
            return;
        }
        if (size == user.length) {
            grow();
        }
        user[size] = (int) row.value(LogColumn.USER_ID);
        item[size] = (int) row.value(LogColumn.VIDEO_ID);
        playMillis[size] = (int) row.value(LogColumn.PLAY_DURATION);
        durationMillis[size] = Math.max(0, (int) Math.max(-1, row.value(LogColumn.VIDEO_DURATION)));
        timestampMillis[size] = row.isEmpty(LogColumn.TIMESTAMP) ? NO_TIME : row.value(LogColumn.TIMESTAMP);
        size++;
    }

    private static boolean isReadable(LogRow row) {
        return isCount(row.value(LogColumn.USER_ID))
                && isCount(row.value(LogColumn.VIDEO_ID))
                && isCount(row.value(LogColumn.PLAY_DURATION))
                && row.value(LogColumn.VIDEO_DURATION) <= Integer.MAX_VALUE
                && !row.isBad(LogColumn.VIDEO_DURATION)
                && !row.isBad(LogColumn.TIMESTAMP);
    }

    private static boolean isCount(long value) {
        return value >= 0 && value <= Integer.MAX_VALUE;
    }

    private void grow() {
        int capacity = Math.addExact(size, size >> 1);
        user = Arrays.copyOf(user, capacity);
        item = Arrays.copyOf(item, capacity);
        playMillis = Arrays.copyOf(playMillis, capacity);
        durationMillis = Arrays.copyOf(durationMillis, capacity);
        timestampMillis = Arrays.copyOf(timestampMillis, capacity);
    }

    /** The number of rows that could be read. */
    public int size() {
        return size;
    }

    /** The number of rows that could not. */
    public long unreadable() {
        return unreadable;
    }

    /** The id of the row's user. */
    public int user(int row) {
        return user[row];
    }

    /** The id of the row's video. */
    public int item(int row) {
        return item[row];
    }

    public int playMillis(int row) {
        return playMillis[row];
    }

    /** 0 where the row has none. */
    public int durationMillis(int row) {
        return durationMillis[row];
    }

    /** {@link #NO_TIME} where the row has none. */
    public long timestampMillis(int row) {
        return timestampMillis[row];
    }
}
