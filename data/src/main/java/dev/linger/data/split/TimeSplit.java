package dev.linger.data.split;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A log cut by time into history | fit window | validation | test. Each part is a view on the rows between two
 * boundaries of one sorted log, so no row stands in two parts and no part looks into a later one.
 *
 * <p>The cut before the test is an instant: the time of row {@code floor(n (1 - testShare))}; rows of that instant are
 * all in the test. The two boundaries inside the training rows lie whole days of 24 hours before it, so that all three
 * stand at the same time of day: what is fitted up to a boundary then knows as much of the day in which it falls, and
 * what is learned at one boundary holds at the next.
 *
 * @param log the whole log
 * @param labelRow first row of the label window
 * @param validationRow first row of the validation days
 * @param cutRow first row of the test, or the number of rows where there is none
 */
public record TimeSplit(InteractionLog log, int labelRow, int validationRow, int cutRow) {
    private static final int MIN_TRAINING_DAYS = 3;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long MAX_DAYS = 100_000;

    public TimeSplit {
        if (!(0 < labelRow && labelRow < validationRow && validationRow < cutRow && cutRow <= log.size())) {
            throw new IllegalArgumentException(
                    "boundaries must rise, the cut at most to the end of the log, but were 0, " + labelRow + ", "
                            + validationRow + ", " + cutRow + ", " + log.size());
        }
    }

    /**
     * The split of a log by shares of its rows. Each inner boundary is the one that is nearest, in rows, to the share's row
     * (the earlier of two equally near), of those whole days before the cut that leave no part empty.
     *
     * @throws InputException where the log is too short to give every part a day
     */
    public static TimeSplit of(InteractionLog log, SplitConfig config) {
        return of(log, cutRow(log, config), config);
    }

    /**
     * The split of a log of which everything is learned from: the cut is the instant after its last row, and no row is left
     * for a test.
     *
     * @throws InputException where the log is too short to give every other part a day
     */
    public static TimeSplit toTheEnd(InteractionLog log, SplitConfig config) {
        return of(log, log.size(), config);
    }

    private static TimeSplit of(InteractionLog log, int cut, SplitConfig config) {
        int[] dayStarts = wholeDaysBefore(log, cut);
        int days = dayStarts.length;
        if (days < MIN_TRAINING_DAYS) {
            throw new InputException("the log is too short: its " + log.size() + " rows leave " + days + " days with "
                    + cut + " rows before the test, and history, fit window and validation take a day each at least."
                    + " Give a longer log"
                    + (cut == log.size() ? "." : ", or a smaller testShare than " + config.testShare() + "."));
        }
        int label = nearest(dayStarts, 1, days - 1, rowAtShare(0, cut, config.labelShare()));
        int validation =
                nearest(dayStarts, label + 1, days, rowAtShare(dayStarts[label], cut, config.validationShare()));
        return new TimeSplit(log, dayStarts[label], dayStarts[validation], cut);
    }

    /** The first row of each stretch of 24 hours before the cut that has rows, ascending; of the first, which may be shorter, 0. */
    private static int[] wholeDaysBefore(InteractionLog log, int cut) {
        if (cut == 0) {
            return new int[0];
        }
        long cutMillis = instantOf(log, cut);
        int days = (int) Math.min(MAX_DAYS, (cutMillis - log.timestampMillis(0)) / DAY_MILLIS);
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.rangeClosed(1, days)
                                .map(back -> log.firstRowAtOrAfter(cutMillis - back * DAY_MILLIS)))
                .filter(row -> row < cut)
                .sorted()
                .distinct()
                .toArray();
    }

    private static int cutRow(InteractionLog log, SplitConfig config) {
        int row = rowAtShare(0, log.size(), config.testShare());
        return log.size() == 0 ? 0 : log.firstRowAtOrAfter(log.timestampMillis(row));
    }

    /** The row before the last {@code share} of the rows {@code begin..end-1}. */
    private static int rowAtShare(int begin, int end, double share) {
        return begin + (int) Math.floor((end - begin) * (1 - share));
    }

    /** The position, of {@code from..to-1}, of the boundary nearest to a row. */
    private static int nearest(int[] dayStarts, int from, int to, int row) {
        int best = from;
        for (int at = from + 1; at < to; at++) {
            if (Math.abs(dayStarts[at] - row) < Math.abs(dayStarts[best] - row)) {
                best = at;
            }
        }
        return best;
    }

    /** What stage one and the features of the label window learn from. */
    public InteractionLog history() {
        return log.slice(0, labelRow);
    }

    /** The label window without its validation days: what the ranker is fitted on. */
    public InteractionLog fitWindow() {
        return log.slice(labelRow, validationRow);
    }

    /** The fit window cut into so many stretches of about as many days each, in order; into as many as it has days at most. */
    public List<InteractionLog> fitStretches(int count) {
        long end = log.timestampMillis(validationRow);
        int[] starts = LongStream.rangeClosed(0, (end - log.timestampMillis(labelRow)) / DAY_MILLIS)
                .mapToInt(back -> log.firstRowAtOrAfter(end - back * DAY_MILLIS))
                .filter(row -> row > labelRow && row < validationRow)
                .sorted()
                .distinct()
                .toArray();
        int days = starts.length + 1;
        int stretches = Math.min(count, days);
        List<InteractionLog> cut = new ArrayList<>();
        int from = labelRow;
        for (int stretch = 1; stretch <= stretches; stretch++) {
            int day = Math.round((float) stretch * days / stretches);
            int to = day == days ? validationRow : starts[day - 1];
            cut.add(log.slice(from, to));
            from = to;
        }
        return cut;
    }

    /** The last days of the label window: what choices are made by. */
    public InteractionLog validation() {
        return log.slice(validationRow, cutRow);
    }

    /** Fit window and validation. */
    public InteractionLog labelWindow() {
        return log.slice(labelRow, cutRow);
    }

    /** History and label window: all that may be known at the test. */
    public InteractionLog training() {
        return log.slice(0, cutRow);
    }

    /** What is predicted. */
    public InteractionLog test() {
        return log.slice(cutRow, log.size());
    }

    /** The instant from which on all rows are test; just after the last row where there is none. */
    public long cutMillis() {
        return instantOf(log, cutRow);
    }

    private static long instantOf(InteractionLog log, int row) {
        return row < log.size() ? log.timestampMillis(row) : log.timestampMillis(row - 1) + 1;
    }

    /** Local day in which the label window begins, in days since 1970-01-01. */
    public int labelDay() {
        return log.day(labelRow);
    }

    /** Local day in which the validation begins. */
    public int validationDay() {
        return log.day(validationRow);
    }

    /** Local day in which the cut falls; that of the last row where there is no test. */
    public int cutDay() {
        return log.day(Math.min(cutRow, log.size() - 1));
    }
}
