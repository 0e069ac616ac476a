package dev.linger.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;

/**
 * The plays, in primitive columns sorted by (time, user, item); one interaction a row, no object per row. A slice is a
 * view on the same columns.
 *
 * <p>Units: play and duration in milliseconds, time in milliseconds since 1970-01-01 UTC, day as days since 1970-01-01
 * of the local calendar. {@code watchRatio = playMillis / durationMillis}.
 */
public final class InteractionLog {
    private static final long DAY_MILLIS = 86_400_000;

    private final int[] user;
    private final int[] item;
    private final int[] playMillis;
    private final int[] durationMillis;
    private final long[] timestampMillis;
    private final int[] day;
    private final int from;
    private final int size;

    private InteractionLog(
            int[] user,
            int[] item,
            int[] playMillis,
            int[] durationMillis,
            long[] timestampMillis,
            int[] day,
            int from,
            int size) {
        this.user = user;
        this.item = item;
        this.playMillis = playMillis;
        this.durationMillis = durationMillis;
        this.timestampMillis = timestampMillis;
        this.day = day;
        this.from = from;
        this.size = size;
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

    /** The rows {@code begin..end-1} as a view on the same columns. */
    public InteractionLog slice(int begin, int end) {
        Objects.checkFromToIndex(begin, end, size);
        return new InteractionLog(
                user, item, playMillis, durationMillis, timestampMillis, day, from + begin, end - begin);
    }

    /** The same plays so many days of 24 hours later; their local days move along. */
    public InteractionLog movedBy(int days) {
        long[] moved = timestampMillis.clone();
        for (int row = 0; row < moved.length; row++) {
            moved[row] += days * DAY_MILLIS;
        }
        return new InteractionLog(user, item, playMillis, durationMillis, moved, movedDays(days), from, size);
    }

    /** The same plays at the same times, said to be of local days so many days later. */
    public InteractionLog withDaysMovedBy(int days) {
        return new InteractionLog(user, item, playMillis, durationMillis, timestampMillis, movedDays(days), from, size);
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

    /** Takes rows in any order and gives the sorted log; the local day follows from the time and the zone. */
    public static final class Builder {
        private static final long HOUR_MILLIS = 3_600_000;

        private final ZoneId zone;
        private int[] user;
        private int[] item;
        private int[] playMillis;
        private int[] durationMillis;
        private long[] timestampMillis;
        private int size;
        private int[] rowsByHash = new int[0];
        private long cachedHour = Long.MIN_VALUE;
        private int cachedDay;

        public Builder(ZoneId zone, int expectedRows) {
            this.zone = zone;
            int capacity = Math.max(16, expectedRows);
            user = new int[capacity];
            item = new int[capacity];
            playMillis = new int[capacity];
            durationMillis = new int[capacity];
            timestampMillis = new long[capacity];
        }

        public int size() {
            return size;
        }

        public void add(int userIndex, int itemIndex, int play, int duration, long timestamp) {
            if (play < 0 || duration <= 0) {
                throw new IllegalArgumentException(
                        "play must be >= 0 and duration > 0 ms but they were " + play + " and " + duration);
            }
            if (size == user.length) {
                grow();
            }
            user[size] = userIndex;
            item[size] = itemIndex;
            playMillis[size] = play;
            durationMillis[size] = duration;
            timestampMillis[size] = timestamp;
            size++;
        }

        /**
         * Adds the row unless a row equal in all five values was added before; says whether it was added. Remembering
         * the rows costs 8 to 16 bytes a row until {@link #build}.
         */
        public boolean addDistinct(int userIndex, int itemIndex, int play, int duration, long timestamp) {
            add(userIndex, itemIndex, play, duration, timestamp);
            if (2L * size > rowsByHash.length) {
                rehash();
            }
            if (enterLast()) {
                return true;
            }
            size--;
            return false;
        }

        /** Enters every row but the last into a table of at least four slots a row. */
        private void rehash() {
            int last = size - 1;
            rowsByHash = new int[Math.max(64, Integer.highestOneBit(size) * 4)];
            Arrays.fill(rowsByHash, -1);
            for (size = 1; size <= last; size++) {
                enterLast();
            }
        }

        /** Enters the last row unless an equal one stands in the table; open addressing with linear probing. */
        private boolean enterLast() {
            int last = size - 1;
            int mask = rowsByHash.length - 1;
            int slot = hash(last) & mask;
            while (rowsByHash[slot] >= 0) {
                if (equalRows(rowsByHash[slot], last)) {
                    return false;
                }
                slot = (slot + 1) & mask;
            }
            rowsByHash[slot] = last;
            return true;
        }

        private boolean equalRows(int a, int b) {
            return timestampMillis[a] == timestampMillis[b]
                    && user[a] == user[b]
                    && item[a] == item[b]
                    && playMillis[a] == playMillis[b]
                    && durationMillis[a] == durationMillis[b];
        }

        private int hash(int row) {
            long pair = (long) user[row] << 32 | item[row];
            long lengths = (long) playMillis[row] << 32 | durationMillis[row];
            long mixed = ((timestampMillis[row] * 31 + pair) * 31 + lengths) * 0x9e3779b97f4a7c15L;
            return (int) (mixed >>> 32);
        }

        private void grow() {
            int capacity = Math.addExact(size, size >> 1);
            user = Arrays.copyOf(user, capacity);
            item = Arrays.copyOf(item, capacity);
            playMillis = Arrays.copyOf(playMillis, capacity);
            durationMillis = Arrays.copyOf(durationMillis, capacity);
            timestampMillis = Arrays.copyOf(timestampMillis, capacity);
        }

        /** The log of all rows added, sorted by (time, user, item); rows equal in all three keep their order. */
        public InteractionLog build() {
            rowsByHash = new int[0];
            int[] order = sortedOrder();
            int[] day = new int[size];
            int[] sortedUser = new int[size];
            int[] sortedItem = new int[size];
            int[] sortedPlay = new int[size];
            int[] sortedDuration = new int[size];
            long[] sortedTime = new long[size];
            for (int row = 0; row < size; row++) {
                int source = order[row];
                sortedUser[row] = user[source];
                sortedItem[row] = item[source];
                sortedPlay[row] = playMillis[source];
                sortedDuration[row] = durationMillis[source];
                sortedTime[row] = timestampMillis[source];
                day[row] = localDay(timestampMillis[source]);
            }
            return new InteractionLog(sortedUser, sortedItem, sortedPlay, sortedDuration, sortedTime, day, 0, size);
        }

        /** Sorted rows share their hour with their neighbour nearly always, so one calendar look-up an hour is enough. */
        private int localDay(long timestamp) {
            // A quarter of an hour is the finest step at which a zone's offset has changed since 1970.
            long quarter = Math.floorDiv(timestamp, HOUR_MILLIS / 4);
            if (quarter != cachedHour) {
                cachedHour = quarter;
                cachedDay = dayOf(timestamp, zone);
            }
            return cachedDay;
        }

        /** Merge sort of row numbers by (time, user, item), stable, without boxing. */
        private int[] sortedOrder() {
            int[] order = new int[size];
            for (int row = 0; row < size; row++) {
                order[row] = row;
            }
            int[] other = new int[size];
            for (long width = 1; width < size; width *= 2) {
                for (long begin = 0; begin < size; begin += 2 * width) {
                    int middle = (int) Math.min(begin + width, size);
                    int end = (int) Math.min(begin + 2 * width, size);
                    merge(order, other, (int) begin, middle, end);
                }
                int[] swap = order;
                order = other;
                other = swap;
            }
            return order;
        }

        private void merge(int[] in, int[] out, int begin, int middle, int end) {
            int left = begin;
            int right = middle;
            for (int to = begin; to < end; to++) {
                boolean takeLeft = right >= end || (left < middle && compare(in[left], in[right]) <= 0);
                out[to] = takeLeft ? in[left++] : in[right++];
            }
        }

        private int compare(int a, int b) {
            int byTime = Long.compare(timestampMillis[a], timestampMillis[b]);
            if (byTime != 0) {
                return byTime;
            }
            int byUser = Integer.compare(user[a], user[b]);
            return byUser != 0 ? byUser : Integer.compare(item[a], item[b]);
        }
    }
}
