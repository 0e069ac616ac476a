package dev.linger.data;

import java.time.ZoneId;

/** Takes rows in any order and gives the sorted log; the local day follows from the time and the zone. */
public final class InteractionLogBuilder {
    /** A quarter of an hour is the finest step at which a zone's offset has changed since 1970. */
    private static final long QUARTER_MILLIS = 900_000;

    private final ZoneId zone;
    private final LogColumns rows;
    private final EarlierRows earlier;
    private long cachedQuarter = Long.MIN_VALUE;
    private int cachedDay;

    public InteractionLogBuilder(ZoneId zone, int expectedRows) {
        this.zone = zone;
        this.rows = new LogColumns(Math.max(16, expectedRows));
        this.earlier = new EarlierRows(rows);
    }

    public int size() {
        return rows.size;
    }

    public void add(int user, int item, int playMillis, int durationMillis, long timestampMillis) {
        if (playMillis < 0 || durationMillis <= 0) {
            throw new IllegalArgumentException(
                    "play must be >= 0 and duration > 0 ms but they were " + playMillis + " and " + durationMillis);
        }
        rows.add(user, item, playMillis, durationMillis, timestampMillis);
    }

    /**
     * Adds the row unless a row equal in all five values was added before; says whether it was added. Where rows do not
     * come by user, then time, remembering them costs 8 to 16 bytes a row until {@link #build}.
     */
    public boolean addDistinct(int user, int item, int playMillis, int durationMillis, long timestampMillis) {
        add(user, item, playMillis, durationMillis, timestampMillis);
        if (!earlier.holdCopyOfLast()) {
            return true;
        }
        earlier.forgetLast();
        rows.removeLast();
        return false;
    }

    /** The log of all rows added, sorted by (time, user, item); rows equal in all three keep their order. */
    public InteractionLog build() {
        int size = rows.size;
        int[] order = new RowOrder(size)
                .by(rows.item)
                .by(rows.user)
                .by(rows.timestampMillis)
                .rows();
        int[] user = new int[size];
        int[] item = new int[size];
        int[] play = new int[size];
        int[] duration = new int[size];
        long[] time = new long[size];
        int[] day = new int[size];
        for (int row = 0; row < size; row++) {
            int source = order[row];
            user[row] = rows.user[source];
            item[row] = rows.item[source];
            play[row] = rows.playMillis[source];
            duration[row] = rows.durationMillis[source];
            time[row] = rows.timestampMillis[source];
            day[row] = localDay(time[row]);
        }
        return InteractionLog.ofColumns(user, item, play, duration, time, day);
    }

    /** Sorted rows share their quarter of an hour with their neighbour nearly always: one calendar look-up each is enough. */
    private int localDay(long timestampMillis) {
        long quarter = Math.floorDiv(timestampMillis, QUARTER_MILLIS);
        if (quarter != cachedQuarter) {
            cachedQuarter = quarter;
            cachedDay = InteractionLog.dayOf(timestampMillis, zone);
        }
        return cachedDay;
    }
}
