package dev.linger.data.kuairec.inspect;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The last seven local days of a log against what is before them.
 *
 * @param cut the local time before which 80 % of the rows lie
 * @param firstDay the first of the seven days
 * @param newItemShare share of the days' rows whose video has no row before them
 * @param items videos in the days
 * @param newItems those of them without a row before
 * @param repeatShare share of the days' rows whose (user, video) pair has a row before them
 */
record LastWeek(
        LocalDateTime cut, LocalDate firstDay, double newItemShare, int items, int newItems, double repeatShare) {
    private static final int DAYS = 7;
    private static final double CUT = 0.8;

    /** Of a log with at least one timed row. */
    static LastWeek of(RawPlays log) {
        long[] times = IntStream.range(0, log.size())
                .mapToLong(log::timestampMillis)
                .filter(time -> time != RawPlays.NO_TIME)
                .sorted()
                .toArray();
        int firstDay = LocalDay.of(times[times.length - 1]) - DAYS + 1;
        long begin = LocalDay.beginMillis(firstDay);
        BitSet before = new BitSet();
        BitSet within = new BitSet();
        for (int row = 0; row < log.size(); row++) {
            (log.timestampMillis(row) < begin ? before : within).set(log.item(row));
        }
        long rows = 0;
        long ofNewItems = 0;
        for (int row = 0; row < log.size(); row++) {
            if (log.timestampMillis(row) >= begin) {
                rows++;
                ofNewItems += before.get(log.item(row)) ? 0 : 1;
            }
        }
        int items = within.cardinality();
        within.andNot(before);
        return new LastWeek(
                LocalDay.time(times[(int) (CUT * times.length)]),
                LocalDate.ofEpochDay(firstDay),
                (double) ofNewItems / rows,
                items,
                within.cardinality(),
                (double) repeats(log, begin) / rows);
    }

    /** Rows from the instant on of a pair with an earlier row: the earlier rows of a pair sort before the later ones. */
    private static long repeats(RawPlays log, long begin) {
        long[] keys = new long[log.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = PlayStatistics.pair(log, row) << 1 | (log.timestampMillis(row) >= begin ? 1 : 0);
        }
        Arrays.sort(keys);
        long repeats = 0;
        long pairSeen = -1;
        for (long key : keys) {
            if ((key & 1) == 0) {
                pairSeen = key >>> 1;
            } else {
                repeats += key >>> 1 == pairSeen ? 1 : 0;
            }
        }
        return repeats;
    }
}
