package dev.linger.data.kuairec.inspect;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What the rows of a log file look like. A row is a copy if an earlier one has the same user, video, play time, duration
 * and time; plays are the rows without copies; a re-watch is a play of a pair that has another.
 *
 * @param rows rows that could be read
 * @param unreadable rows that could not
 * @param copies rows that are copies
 * @param mostCopies copies of the row that has most
 * @param pairs distinct (user, video) pairs
 * @param users distinct users
 * @param items distinct videos
 * @param untimed rows without a time
 * @param days distinct local days
 * @param watchRatio play / duration of the rows with a duration
 * @param durationMillis durations of these
 * @param rowsOfUser rows of each user
 * @param rowsOfUserDay rows of each user on each day with any
 */
record PlayStatistics(
        int rows,
        long unreadable,
        int copies,
        int mostCopies,
        int pairs,
        int users,
        int items,
        int untimed,
        int days,
        SortedValues watchRatio,
        SortedValues durationMillis,
        SortedValues rowsOfUser,
        SortedValues rowsOfUserDay) {
    static PlayStatistics of(RawPlays plays) {
        int[] equalRows = SortedValues.runs(keys(plays, row -> true, row -> hash(plays, row)));
        int[] ofUser = SortedValues.runs(keys(plays, row -> true, plays::user));
        IntPredicate timed = row -> plays.timestampMillis(row) != RawPlays.NO_TIME;
        IntPredicate measured = row -> plays.durationMillis(row) > 0;
        long[] days = keys(plays, timed, row -> LocalDay.of(plays.timestampMillis(row)));
        return new PlayStatistics(
                plays.size(),
                plays.unreadable(),
                plays.size() - equalRows.length,
                Math.max(0, Arrays.stream(equalRows).max().orElse(0) - 1),
                SortedValues.runs(keys(plays, row -> true, row -> pair(plays, row))).length,
                ofUser.length,
                SortedValues.runs(keys(plays, row -> true, plays::item)).length,
                plays.size() - days.length,
                SortedValues.runs(days).length,
                values(plays, measured, row -> (double) plays.playMillis(row) / plays.durationMillis(row)),
                values(plays, measured, plays::durationMillis),
                SortedValues.of(ofUser),
                SortedValues.of(SortedValues.runs(keys(plays, timed, row -> userDay(plays, row)))));
    }

    /** Plays of a pair that has another. */
    int rewatches() {
        return rows - copies - pairs;
    }

    /** Share of the pairs of its users and videos that are there. */
    double filled() {
        return (double) pairs / ((double) users * items);
    }

    private static long[] keys(RawPlays plays, IntPredicate taken, IntToLongFunction key) {
        return IntStream.range(0, plays.size()).filter(taken).mapToLong(key).toArray();
    }

    private static SortedValues values(RawPlays plays, IntPredicate taken, IntToDoubleFunction value) {
        return SortedValues.sorting(IntStream.range(0, plays.size())
                .filter(taken)
                .mapToDouble(value)
                .toArray());
    }

    static long pair(RawPlays plays, int row) {
        return (long) plays.user(row) << 32 | plays.item(row);
    }

    private static long userDay(RawPlays plays, int row) {
        return (long) plays.user(row) << 32 | (LocalDay.of(plays.timestampMillis(row)) & 0xffff_ffffL);
    }

    /** 64 bits of all five values: among ten million rows two unlike ones agree with a chance of 1 in 400,000. */
    private static long hash(RawPlays plays, int row) {
        long hash = mixed(pair(plays, row));
        hash = mixed(hash ^ ((long) plays.playMillis(row) << 32 | plays.durationMillis(row)));
        return mixed(hash ^ plays.timestampMillis(row));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mixed(long z) {
        long a = (z + 0x9e3779b97f4a7c15L);
        a = (a ^ (a >>> 30)) * 0xbf58476d1ce4e5b9L;
        a = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return a ^ (a >>> 31);
    }
}
