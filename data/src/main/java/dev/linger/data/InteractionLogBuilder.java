package dev.linger.data;

import java.time.ZoneId;
import java.util.List;

/** Takes rows in any order and gives the sorted log; the local day follows from the time and the zone. */
public final class InteractionLogBuilder {
    private final LocalDays days;
    private final List<String> flagNames;
    private final LogColumns rows;
    private final EarlierRows earlier;

    /** Takes rows that have no flags. */
    public InteractionLogBuilder(ZoneId zone, int expectedRows) {
        this(zone, expectedRows, List.of());
    }

    /** Takes rows that have flags of these names. */
    public InteractionLogBuilder(ZoneId zone, int expectedRows, List<String> flagNames) {
        this.days = new LocalDays(zone);
        this.flagNames = PlayFlags.requireNames(flagNames);
        this.rows = new LogColumns(Math.max(16, expectedRows), !flagNames.isEmpty());
        this.earlier = new EarlierRows(rows);
    }

    public int size() {
        return rows.size;
    }

    /** Adds the rows of a log, without their flags. */
    public void addAll(InteractionLog log) {
        for (int row = 0; row < log.size(); row++) {
            add(log.user(row), log.item(row), log.playMillis(row), log.durationMillis(row), log.timestampMillis(row));
        }
    }

    /** Adds a row without flags. */
    public void add(int user, int item, int playMillis, int durationMillis, long timestampMillis) {
        add(user, item, playMillis, durationMillis, timestampMillis, 0);
    }

    /**
     * Adds a row.
     *
     * @param flags bit f is the flag of the name at position f
     */
    public void add(int user, int item, int playMillis, int durationMillis, long timestampMillis, int flags) {
        if (playMillis < 0 || durationMillis <= 0) {
            throw new IllegalArgumentException(
                    "play must be >= 0 and duration > 0 ms but they were " + playMillis + " and " + durationMillis);
        }
        if (flags >>> flagNames.size() != 0) {
            throw new IllegalArgumentException("flags " + flags + " are not of " + String.join(", ", flagNames));
        }
        rows.add(user, item, playMillis, durationMillis, timestampMillis, flags);
    }

    /**
     * Adds the row unless a row equal in all five values was added before; says whether it was added. Where rows do not
     * come by user, then time, remembering them costs 8 to 16 bytes a row until {@link #build}.
     */
    public boolean addDistinct(int user, int item, int playMillis, int durationMillis, long timestampMillis) {
        return addDistinct(user, item, playMillis, durationMillis, timestampMillis, 0);
    }

    /** The same of a row with flags: of copies that differ in flags the first is kept, as it is. */
    public boolean addDistinct(
            int user, int item, int playMillis, int durationMillis, long timestampMillis, int flags) {
        add(user, item, playMillis, durationMillis, timestampMillis, flags);
        if (!earlier.holdCopyOfLast()) {
            return true;
        }
        earlier.forgetLast();
        rows.removeLast();
        return false;
    }

    private int[] order() {
        RowOrder asAdded = new RowOrder(rows.size);
        return isInOrder()
                ? asAdded.rows()
                : asAdded.by(rows.item).by(rows.user).by(rows.timestampMillis).rows();
    }

    private boolean isInOrder() {
        for (int row = 1; row < rows.size; row++) {
            int byTime = Long.compare(rows.timestampMillis[row - 1], rows.timestampMillis[row]);
            int byUser = byTime == 0 ? Integer.compare(rows.user[row - 1], rows.user[row]) : byTime;
            if (byUser > 0 || (byUser == 0 && rows.item[row - 1] > rows.item[row])) {
                return false;
            }
        }
        return true;
    }

    /** The log of all rows added, sorted by (time, user, item); rows equal in all three keep their order. */
    public InteractionLog build() {
        int size = rows.size;
        int[] order = order();
        int[] user = new int[size];
        int[] item = new int[size];
        int[] play = new int[size];
        int[] duration = new int[size];
        long[] time = new long[size];
        int[] day = new int[size];
        byte[] flags = new byte[flagNames.isEmpty() ? 0 : size];
        for (int row = 0; row < size; row++) {
            int source = order[row];
            user[row] = rows.user[source];
            item[row] = rows.item[source];
            play[row] = rows.playMillis[source];
            duration[row] = rows.durationMillis[source];
            time[row] = rows.timestampMillis[source];
            day[row] = days.of(time[row]);
        }
        for (int row = 0; row < flags.length; row++) {
            flags[row] = rows.flags[order[row]];
        }
        return InteractionLog.ofColumns(user, item, play, duration, time, day).with(new PlayFlags(flagNames, flags));
    }
}
