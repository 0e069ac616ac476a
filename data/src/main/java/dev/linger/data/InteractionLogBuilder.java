package dev.linger.data;

import java.time.ZoneId;
import java.util.List;

/** Takes rows in any order and gives the sorted log; the local day follows from the time and the zone. */
public final class InteractionLogBuilder {
    private final ZoneId zone;
    private final List<String> flagNames;
    private final LogColumns rows;
    private final EarlierRows earlier;
    private boolean taken;

    /** Takes rows that have no flags. */
    public InteractionLogBuilder(ZoneId zone, int expectedRows) {
        this(zone, expectedRows, List.of());
    }

    /** Takes rows that have flags of these names. */
    public InteractionLogBuilder(ZoneId zone, int expectedRows, List<String> flagNames) {
        this.zone = zone;
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
        requireRows();
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

    /**
     * The log of all rows added, sorted by (time, user, item); rows equal in all three keep their order. The rows are taken
     * over by it: nothing can be added afterwards.
     */
    public InteractionLog build() {
        SortedRows sorted = taken();
        LocalDays ofZone = new LocalDays(zone);
        int[] day = new int[sorted.user.length];
        for (int part = 0; part < sorted.parts(); part++) {
            finish(sorted, part, ofZone, day);
        }
        return log(sorted, day);
    }

    /** The same by several threads. */
    public InteractionLog build(Workers workers) {
        SortedRows sorted = taken();
        int[] day = new int[sorted.user.length];
        workers.forBlocks(
                sorted.parts(),
                1,
                () -> new LocalDays(zone),
                (ofZone, part, from, to) -> finish(sorted, part, ofZone, day));
        return log(sorted, day);
    }

    private SortedRows taken() {
        requireRows();
        taken = true;
        earlier.forgetAll();
        return new SortedRows(rows);
    }

    private void requireRows() {
        if (taken) {
            throw new IllegalStateException("the rows were taken by the log that was built");
        }
    }

    private static void finish(SortedRows sorted, int part, LocalDays ofZone, int[] day) {
        sorted.sort(part);
        for (int row = sorted.begin(part); row < sorted.end(part); row++) {
            day[row] = ofZone.of(sorted.timestampMillis[row]);
        }
    }

    private InteractionLog log(SortedRows sorted, int[] day) {
        return InteractionLog.ofColumns(
                        sorted.user, sorted.item, sorted.playMillis, sorted.durationMillis, sorted.timestampMillis, day)
                .with(new PlayFlags(flagNames, sorted.flags));
    }
}
