package dev.linger.features.replay;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import dev.linger.features.ObservedPlays;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Walks a log forward: lets a {@link FeatureState} observe what a row may know, fills the row, and goes on. A row may know the
 * plays of the days before its own, or, where the state counts plays at once, every play before its instant. Time never goes
 * back, so a row cannot depend on a later play.
 */
public final class FeatureReplay {
    private static final int BLOCK_ROWS = 1024;

    /** So many rows or plays are not worth sharing among threads. */
    private static final int ROWS_ALONE = 256;

    private final FeatureState state;
    private final ObservedPlays plays;
    private int next;

    FeatureReplay(FeatureState state, ObservedPlays plays) {
        this.state = state;
        this.plays = plays;
    }

    /**
     * A replay of the data set's log from its first day, filling the configured columns.
     *
     * @param history the rows before the label window: what is fitted, as the edges of duration buckets, is fitted to
     *     these alone
     * @param retrievalColumns the columns that the requests bring from retrieval
     * @throws InputException where a column to be left out is none of the groups'
     */
    public static FeatureReplay of(
            Dataset dataset,
            InteractionLog history,
            List<FeatureColumn> retrievalColumns,
            FeaturesConfig config,
            WatchRules rules) {
        return of(new ReplayInputs(dataset, history), retrievalColumns, config, rules);
    }

    /** The same from what replays of the data set share; it is not made again for each. */
    public static FeatureReplay of(
            ReplayInputs inputs, List<FeatureColumn> retrievalColumns, FeaturesConfig config, WatchRules rules) {
        return new FeatureReplay(inputs.state(config, retrievalColumns, rules), inputs.plays());
    }

    /** A replay from the first day with the columns of one more group after these; this one must not have begun. */
    public FeatureReplay with(FeatureGroup more) {
        return new FeatureReplay(state.with(more), plays);
    }

    /** The state of the day at which the replay stands; it goes on with the replay. */
    public FeatureState state() {
        return state;
    }

    /**
     * Checks that every column is known when a list is asked for.
     *
     * @throws InputException where a column is not
     */
    public void requireKnownAtRequest() {
        state.requireKnownAtRequest();
    }

    /** The columns of every row. */
    public List<FeatureColumn> columns() {
        return state.columns();
    }

    /** Observes every play of the days before {@code day}. */
    public void advanceTo(int day) {
        observeBefore(day);
        state.advanceTo(day);
    }

    /** The same, several groups at once. */
    public void advanceTo(int day, Workers workers) {
        observeBefore(day);
        state.advanceTo(day, workers);
    }

    /**
     * Observes every play that rows as of the day and the instant may know.
     *
     * @param day in days since 1970-01-01
     * @param millis an instant of that day, in milliseconds since 1970-01-01 UTC
     */
    public void advanceTo(int day, long millis, Workers workers) {
        int to = next;
        while (to < plays.size() && (state.isLive() ? plays.timestampMillis(to) < millis : plays.day(to) < day)) {
            to++;
        }
        if (to - next > ROWS_ALONE) {
            state.observe(plays.slice(next, to), workers);
        } else if (to > next) {
            state.observe(plays.slice(next, to));
        }
        next = to;
        state.advanceTo(day, workers);
    }

    /**
     * Lets the state observe every play before an instant, also those that only rows of later days may know.
     *
     * @param millis in milliseconds since 1970-01-01 UTC
     */
    public void observeBefore(long millis) {
        int from = next;
        while (next < plays.size() && plays.timestampMillis(next) < millis) {
            next++;
        }
        state.observe(plays.slice(from, next));
    }

    private void observeBefore(int day) {
        int from = next;
        while (next < plays.size() && plays.day(next) < day) {
            next++;
        }
        state.observe(plays.slice(from, next));
    }

    /** The rows asked for, all in memory, advancing from as-of day to as-of day. */
    public FeatureRows fill(FeatureRequests requests, Workers workers, Progress progress) {
        return new ReplayedRows(() -> this, columns(), requests, workers, progress).all();
    }

    /**
     * Gives the reader the rows asked for, block by block, advancing from as-of day to as-of day. A worker that has filled
     * a block hands it over itself when it is that block's turn, so there are never more blocks than workers.
     */
    void read(FeatureRequests requests, Workers workers, Progress progress, FeatureSource.BlockReader reader) {
        try (Progress.Task task = filling(requests, progress)) {
            forEachDay(requests, workers, (first, size, rows) -> {
                OrderedHandoff turns = new OrderedHandoff();
                workers.forBlocks(size, BLOCK_ROWS, () -> turns, (ofDay, block, begin, end) -> {
                    ofDay.run(block, () -> rows.rows(begin, end), filled -> reader.read(first + begin, filled));
                    task.advance(end - begin);
                });
            });
        }
    }

    static Progress.Task filling(FeatureRequests requests, Progress progress) {
        return progress.start("fill features", "rows", requests.size());
    }

    /** The same in any order: several threads give blocks to the reader at once. */
    public void readUnordered(
            FeatureRequests requests, Workers workers, Progress.Task task, FeatureSource.BlockReader reader) {
        forEachDay(
                requests,
                workers,
                (first, size, rows) -> workers.forBlocks(size, BLOCK_ROWS, (begin, end) -> {
                    reader.read(first + begin, rows.rows(begin, end));
                    task.advance(end - begin);
                }));
    }

    private void forEachDay(FeatureRequests requests, Workers workers, DayReader reader) {
        int to;
        for (int from = 0; from < requests.size(); from = to) {
            to = requests.endOfDay(from);
            FeatureRequests ofDay = requests.slice(from, to);
            reader.read(from, to - from, state.isLive() ? atInstants(ofDay, workers) : asOfDay(ofDay, workers));
        }
    }

    /** Rows that know what was known when their day began: nothing changes while they are filled. */
    private RowsOfDay asOfDay(FeatureRequests requests, Workers workers) {
        advanceTo(requests.asOfDay()[0], workers);
        return (from, to) -> state.fill(requests.slice(from, to));
    }

    /** Rows that know the plays before their instants: filled in the order of these, whatever the order of the rows. */
    private RowsOfDay atInstants(FeatureRequests requests, Workers workers) {
        long[] instants = requests.requestMillis();
        if (LongStream.of(instants).allMatch(at -> at == instants[0])) {
            advanceTo(requests.asOfDay()[0], instants[0], workers);
            return (from, to) -> state.fill(requests.slice(from, to));
        }
        int[] order = requests.inOrderOfTime();
        int width = columns().size();
        float[] cells = new float[Math.multiplyExact(requests.size(), width)];
        int end;
        for (int at = 0; at < order.length; at = end) {
            end = at + 1;
            while (end < order.length
                    && order[end] == order[end - 1] + 1
                    && instants[order[end]] == instants[order[at]]) {
                end++;
            }
            advanceTo(requests.asOfDay()[0], instants[order[at]], workers);
            fill(requests, order[at], order[at] + end - at, cells, workers);
        }
        return (from, to) -> new FeatureRows(
                columns(),
                Arrays.copyOfRange(requests.user(), from, to),
                Arrays.copyOfRange(requests.item(), from, to),
                Arrays.copyOfRange(cells, from * width, to * width));
    }

    private void fill(FeatureRequests requests, int from, int to, float[] cells, Workers workers) {
        if (to - from <= ROWS_ALONE) {
            state.fill(requests, from, to, cells);
        } else {
            workers.forBlocks(
                    to - from, BLOCK_ROWS, (begin, end) -> state.fill(requests, from + begin, from + end, cells));
        }
    }

    /** Gives rows of one day, of which any may be asked for by several threads at once. */
    @FunctionalInterface
    private interface RowsOfDay {
        FeatureRows rows(int from, int to);
    }

    /** What is done with the rows of a day. */
    @FunctionalInterface
    private interface DayReader {
        /** @param first number of the day's first row among all that were asked for */
        void read(int first, int size, RowsOfDay rows);
    }
}
