package dev.linger.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plays, in primitive columns sorted by (time, user, item); one interaction a row, no object per row. A slice is a
 * view on the same columns.
 *
 * <p>Units: play and duration in milliseconds, time in milliseconds since 1970-01-01 UTC, day as days since 1970-01-01
 * of the local calendar. {@code watchRatio = playMillis / durationMillis}. A row has 28 bytes, and one more where the log has
 * {@link PlayFlags}.
 */
public final class InteractionLog {
    /** So many plays a log may have: tables over them, which have up to four slots a row, are arrays of Java. */
    public static final int MOST_ROWS = (1 << 29) - 1;

    /** No plays. */
    public static final InteractionLog EMPTY =
            ofColumns(new int[0], new int[0], new int[0], new int[0], new long[0], new int[0]);

    private static final long DAY_MILLIS = 86_400_000;

    private final int[] user;
    private final int[] item;
    private final int[] playMillis;
    private final int[] durationMillis;
    private final long[] timestampMillis;
    private final int[] day;
    private final PlayFlags flags;
    private final int from;
    private final int size;

    private InteractionLog(
            int[] user,
            int[] item,
            int[] playMillis,
            int[] durationMillis,
            long[] timestampMillis,
            int[] day,
            PlayFlags flags,
            int from,
            int size) {
        this.user = user;
        this.item = item;
        this.playMillis = playMillis;
        this.durationMillis = durationMillis;
        this.timestampMillis = timestampMillis;
        this.day = day;
        this.flags = flags;
        this.from = from;
        this.size = size;
    }

    /**
     * The log whose columns are these arrays, which are not copied.
     *
     * @throws IllegalArgumentException where they differ in length or are not sorted by (time, user, item)
     */
    public static InteractionLog ofColumns(
            int[] user, int[] item, int[] playMillis, int[] durationMillis, long[] timestampMillis, int[] day) {
        int size = user.length;
        if (item.length != size
                || playMillis.length != size
                || durationMillis.length != size
                || timestampMillis.length != size
                || day.length != size) {
            throw new IllegalArgumentException("columns of a log differ in length: " + size + ", " + item.length + ", "
                    + playMillis.length + ", " + durationMillis.length + ", " + timestampMillis.length + ", "
                    + day.length);
        }
        for (int row = 1; row < size; row++) {
            int byTime = Long.compare(timestampMillis[row - 1], timestampMillis[row]);
            int byUser = byTime != 0 ? byTime : Integer.compare(user[row - 1], user[row]);
            if (byUser > 0 || (byUser == 0 && item[row - 1] > item[row])) {
                throw new IllegalArgumentException("log is not sorted by (time, user, item) at row " + row);
            }
        }
        return new InteractionLog(
                user, item, playMillis, durationMillis, timestampMillis, day, PlayFlags.NONE, 0, size);
    }

    /**
     * The same plays with flags.
     *
     * @throws IllegalArgumentException where there are not as many as rows, or this is a slice
     */
    public InteractionLog with(PlayFlags other) {
        if (from != 0 || size != user.length || (!other.isEmpty() && other.bits().length != size)) {
            throw new IllegalArgumentException("a log of " + size + " rows of " + user.length
                    + " cannot have the flags of " + other.bits().length);
        }
        return new InteractionLog(user, item, playMillis, durationMillis, timestampMillis, day, other, from, size);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    public int user(int row) {
        return user[at(row)];
    }

    public int item(int row) {
        return item[at(row)];
    }

    public int playMillis(int row) {
        return playMillis[at(row)];
    }

    public int durationMillis(int row) {
        return durationMillis[at(row)];
    }

    public long timestampMillis(int row) {
        return timestampMillis[at(row)];
    }

    /** Local day of the row's time, in days since 1970-01-01. */
    public int day(int row) {
        return day[at(row)];
    }

    /** Play time / duration; 1 is one full watch, above 1 a re-watch within the play. */
    public double watchRatio(int row) {
        int at = at(row);
        return (double) playMillis[at] / durationMillis[at];
    }

    /** The names of the flags that plays have; none where the data tells of none. */
    public List<String> flagNames() {
        return flags.names();
    }

    /** The flags of a row: bit f is that of the name at position f. */
    public int flags(int row) {
        return flags.of(at(row));
    }

    /** The rows {@code begin..end-1} as a view on the same columns. */
    public InteractionLog slice(int begin, int end) {
        Objects.checkFromToIndex(begin, end, size);
        return new InteractionLog(
                user, item, playMillis, durationMillis, timestampMillis, day, flags, from + begin, end - begin);
    }

    /** The same plays so many days of 24 hours later; their local days move along. */
    public InteractionLog movedBy(int days) {
        long[] moved = timestampMillis.clone();
        for (int row = 0; row < moved.length; row++) {
            moved[row] += days * DAY_MILLIS;
        }
        return new InteractionLog(user, item, playMillis, durationMillis, moved, movedDays(days), flags, from, size);
    }

    /** The same plays at the same times, said to be of local days so many days later. */
    public InteractionLog withDaysMovedBy(int days) {
        return new InteractionLog(
                user, item, playMillis, durationMillis, timestampMillis, movedDays(days), flags, from, size);
    }

    private int[] movedDays(int days) {
        int[] moved = day.clone();
        for (int row = 0; row < moved.length; row++) {
            moved[row] += days;
        }
        return moved;
    }

    /** The first row whose time is at or after the instant; {@link #size()} where there is none. */
    public int firstRowAtOrAfter(long instantMillis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timestampMillis(middle) < instantMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The local day of an instant, in days since 1970-01-01. */
    public static int dayOf(long timestampMillis, ZoneId zone) {
        return (int)
                LocalDate.ofInstant(Instant.ofEpochMilli(timestampMillis), zone).toEpochDay();
    }

    private int at(int row) {
        return from + Objects.checkIndex(row, size);
    }

    /** Views on the same rows of the same columns are equal, so that what is found in one is known of the other. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InteractionLog log
                && timestampMillis == log.timestampMillis
                && day == log.day
                && flags.equals(log.flags)
                && from == log.from
                && size == log.size;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(timestampMillis), from, size);
    }
}
