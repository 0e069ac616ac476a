package dev.linger.features;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Walks the log forward, day by day: first fills every row asked as of a day, then observes the plays of that day. Time
 * never goes back, so a row cannot depend on a play of its as-of day or later.
 */
public final class FeatureReplay {
    private static final int BLOCK_ROWS = 1024;

    /** Rows filled by one group after the other: few enough that their cells stay near the processor. */
    private static final int GROUP_ROWS = 128;

    private final List<FeatureGroup> groups;
    private final List<FeatureColumn> columns;
    private final InteractionLog log;
    private int nextRow;
    private int today = Integer.MIN_VALUE;

    FeatureReplay(List<FeatureGroup> groups, InteractionLog log) {
        this.groups = List.copyOf(groups);
        this.columns =
                groups.stream().flatMap(group -> group.columns().stream()).toList();
        this.log = log;
    }

    /**
     * A replay of the data set's log from its first day, filling the configured columns.
     *
     * @param history the rows before the label window: what is fitted, as the edges of duration buckets, is fitted to
     *     these alone
     * @param stageOne the columns that the requests bring from stage one
     * @param ratioCap larger watch ratios count as this one in means
     * @throws InputException where a column to be left out is none of the groups'
     */
    public static FeatureReplay of(
            Dataset dataset,
            InteractionLog history,
            List<FeatureColumn> stageOne,
            FeaturesConfig config,
            double ratioCap) {
        return of(new ReplayInputs(dataset, history), stageOne, config, ratioCap);
    }

    /** The same from what replays of the data set share; it is not made again for each. */
    public static FeatureReplay of(
            ReplayInputs inputs, List<FeatureColumn> stageOne, FeaturesConfig config, double ratioCap) {
        FeatureGroups source = new FeatureGroups(inputs, stageOne, config, ratioCap);
        List<FeatureGroup> groups = config.groups().stream().map(source::group).toList();
        requireColumns(config.excludedColumns(), groups);
        return new FeatureReplay(
                Stream.concat(
                                source.shared().stream(),
                                groups.stream().map(group -> SelectedColumns.without(group, config.excludedColumns())))
                        .toList(),
                inputs.dataset().log());
    }

    private static void requireColumns(List<String> excluded, List<FeatureGroup> groups) {
        List<String> names = groups.stream()
                .flatMap(group -> group.columns().stream())
                .map(FeatureColumn::name)
                .toList();
        for (String name : excluded) {
            if (!names.contains(name)) {
                throw new InputException("features.excludedColumns: no column is named " + name
                        + "; the groups have, on this data, " + String.join(", ", names));
            }
        }
    }

    /** A replay from the first day with the columns of one more group after these; this one must not have begun. */
    public FeatureReplay with(FeatureGroup more) {
        if (today != Integer.MIN_VALUE) {
            throw new IllegalStateException("the replay stands at " + LocalDate.ofEpochDay(today)
                    + " and a group must see every play from the first day on");
        }
        return new FeatureReplay(Stream.concat(groups.stream(), Stream.of(more)).toList(), log);
    }

    /**
     * Checks that every column is known when a list is asked for.
     *
     * @throws InputException where a column is not: candidates have no such cells, so neither may what ranks them
     */
    public void requireKnownAtRequest() {
        List<String> unknown = columns.stream()
                .filter(column -> !column.knownAtRequest())
                .map(FeatureColumn::name)
                .toList();
        if (!unknown.isEmpty()) {
            throw new InputException("no rows can be made for candidates: " + String.join(", ", unknown)
                    + (unknown.size() == 1 ? " is" : " are")
                    + " not known yet when a list is asked for; leave such columns out with features.excludedColumns");
        }
    }

    /** The columns of every row. */
    public List<FeatureColumn> columns() {
        return columns;
    }

    /** Observes every play of the days before {@code day}. */
    public void advanceTo(int day) {
        advanceTo(day, task -> task.run(0, groups.size()));
    }

    /** The same, several groups at once. */
    public void advanceTo(int day, Workers workers) {
        advanceTo(day, task -> workers.forBlocks(groups.size(), 1, task));
    }

    private void advanceTo(int day, Consumer<Workers.RowTask> forGroups) {
        if (day < today) {
            throw new IllegalArgumentException("the replay stands at " + LocalDate.ofEpochDay(today)
                    + " and cannot go back to " + LocalDate.ofEpochDay(day));
        }
        if (day == today) {
            return;
        }
        today = day;
        int[] ends = endsOfDays(day);
        forGroups.accept((first, last) -> {
            for (FeatureGroup group : groups.subList(first, last)) {
                int from = nextRow;
                for (int end : ends) {
                    group.observe(log, from, end);
                    from = end;
                }
                group.startDay(day);
            }
        });
        nextRow = ends.length == 0 ? nextRow : ends[ends.length - 1];
    }

    /** Where the plays of each day before {@code day} end that are yet to be observed. */
    private int[] endsOfDays(int day) {
        IntStream.Builder ends = IntStream.builder();
        int row = nextRow;
        while (row < log.size() && log.day(row) < day) {
            int today = log.day(row);
            while (row < log.size() && log.day(row) == today) {
                row++;
            }
            ends.add(row);
        }
        return ends.build().toArray();
    }

    /** The rows asked for, all in memory, advancing from as-of day to as-of day. */
    public FeatureRows fill(FeatureRequests requests, Workers workers, Progress progress) {
        return new ReplayedRows(() -> this, columns, requests, workers, progress).all();
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
        for (int day : requests.asOfDay()) {
            if (day != today) {
                throw new IllegalArgumentException("the replay stands at " + LocalDate.ofEpochDay(today)
                        + " and a row is asked as of " + LocalDate.ofEpochDay(day));
            }
        }
        float[] cells = new float[Math.multiplyExact(requests.size(), columns.size())];
        fill(requests, 0, requests.size(), cells);
        return new FeatureRows(columns, requests.user(), requests.item(), cells);
    }

    private void fill(FeatureRequests requests, int from, int to, float[] cells) {
        for (int begin = from; begin < to; begin += GROUP_ROWS) {
            int end = Math.min(to, begin + GROUP_ROWS);
            int offset = begin * columns.size();
            for (FeatureGroup group : groups) {
                group.fill(requests, begin, end, cells, offset, columns.size());
                offset += group.columns().size();
            }
        }
    }
}
