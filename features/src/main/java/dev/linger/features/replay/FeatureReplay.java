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
import java.util.List;

/**
 * Walks a log forward, day by day: first fills every row asked as of a day, then lets a {@link FeatureState} observe the
 * plays of that day. Time never goes back, so a row cannot depend on a play of its as-of day or later.
 */
public final class FeatureReplay {
    private static final int BLOCK_ROWS = 1024;

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
        try (Progress.Task task = progress.start("fill features", "rows", requests.size())) {
            int to;
            for (int from = 0; from < requests.size(); from = to) {
                to = requests.endOfDay(from);
                advanceTo(requests.asOfDay()[from], workers);
                int first = from;
                OrderedHandoff turns = new OrderedHandoff();
                workers.forBlocks(to - from, BLOCK_ROWS, () -> turns, (ofDay, block, begin, end) -> {
                    ofDay.run(
                            block,
                            () -> fillToday(requests.slice(first + begin, first + end)),
                            rows -> reader.read(first + begin, rows));
                    task.advance(end - begin);
                });
            }
        }
    }

    /**
     * The rows asked for as of the day at which the replay stands. Changes nothing, so several threads may ask for
     * rows at once.
     */
    public FeatureRows fillToday(FeatureRequests requests) {
        return state.fill(requests);
    }
}
