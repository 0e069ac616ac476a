package dev.linger.features.replay;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.shared.SharedDays;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of users and items as of a day: groups of columns that have observed every play before it. A
 * {@link FeatureReplay} feeds it a log, a server the plays as they happen; the rows are the same.
 *
 * <p>With {@link FeaturesConfig.Freshness#DAY} a play is counted from the day after its own on: until {@link #advanceTo} passes
 * its day it is only kept, so that rows that are asked for while a day lasts are like those that were learned from. With {@link
 * FeaturesConfig.Freshness#LIVE} it is counted at once.
 */
public final class FeatureState {
    private static final int NOT_BEGUN = Integer.MIN_VALUE;

    /** Rows filled by one group after the other: few enough that their cells stay near the processor. */
    private static final int GROUP_ROWS = 128;

    private final GroupContext context;
    private final List<FeatureGroup> groups;
    private final List<FeatureColumn> columns;
    private final boolean live;
    private final PendingPlays pending;
    private int today = NOT_BEGUN;

    private FeatureState(GroupContext context, List<FeatureGroup> groups, boolean live) {
        this.context = context;
        this.live = live;
        this.groups = List.copyOf(groups);
        this.columns =
                groups.stream().flatMap(group -> group.columns().stream()).toList();
        this.pending = new PendingPlays(context.tables().zone());
    }

    /**
     * A state that has observed nothing.
     *
     * @throws InputException where a column to be left out is none of the groups', or the data has nothing for any group
     */
    public static FeatureState of(FeaturesConfig config, GroupContext context) {
        Set<SideData> there = SideData.in(context.tables());
        List<FeatureGroupConfig> off = config.off(there);
        if (off.size() == config.groups().size()) {
            throw new InputException(
                    "features.groups: the data has nothing that any of them is made of; list others, such as"
                            + " user-history and item-history");
        }
        return ofAll(config.on(there), context, off.isEmpty() && there.contains(SideData.ITEM_ATTRIBUTES));
    }

    /**
     * The same of a block of users, maybe of none.
     *
     * @param config less the groups that are off in the data of all users
     * @param context with the side tables of the block
     */
    public static FeatureState ofBlock(FeaturesConfig config, GroupContext context) {
        return ofAll(config, context, false);
    }

    /** @param allColumns whether every column that is left out must be one of the groups' */
    private static FeatureState ofAll(FeaturesConfig config, GroupContext context, boolean allColumns) {
        List<FeatureGroup> made =
                config.groups().stream().map(group -> group.create(context)).toList();
        if (allColumns) {
            requireColumns(config.excludedColumns(), made);
        }
        List<FeatureGroup> groups = new ArrayList<>(context.shared());
        made.forEach(group -> groups.add(SelectedColumns.without(group, config.excludedColumns())));
        return new FeatureState(context, groups, config.freshness() == FeaturesConfig.Freshness.LIVE);
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

    /** A state with the columns of one more group after these; this one must not have begun. */
    public FeatureState with(FeatureGroup more) {
        if (today != NOT_BEGUN) {
            throw new IllegalStateException("the features stand at " + LocalDate.ofEpochDay(today)
                    + " and a group must see every play from the first day on");
        }
        List<FeatureGroup> all = new ArrayList<>(groups);
        all.add(more);
        return new FeatureState(context, all, live);
    }

    /**
     * What plays of some users come to on each day, of all users together. This state must be one that has observed nothing, and
     * observes nothing else.
     */
    public SharedDays sharedDays(InteractionLog plays) {
        return SharedDays.of(groups, ObservedPlays.of(plays));
    }

    /**
     * What those of several blocks of users come to.
     *
     * @param blocks in the order of their users, so that sums do not depend on which comes first
     */
    public SharedDays sum(List<SharedDays> blocks) {
        return SharedDays.sum(groups, blocks);
    }

    /**
     * A state that observes the plays of its own users alone, and knows of the others' what they come to. It takes this one's
     * place, which must have observed nothing.
     *
     * @param all what the plays of all users, its own too, come to on each day
     * @throws IllegalArgumentException where plays are counted at once: what they come to is known by day
     */
    public FeatureState among(SharedDays all) {
        if (live) {
            throw new IllegalArgumentException("what all users have played is known by day only");
        }
        return new FeatureState(context, all.among(groups), false);
    }

    /** The columns of every row. */
    public List<FeatureColumn> columns() {
        return columns;
    }

    /** Users of whom it can know something: those of the side tables. */
    public int userCount() {
        return context.tables().userCount();
    }

    /** Whether plays are counted at once. */
    boolean isLive() {
        return live;
    }

    /** The day as of which rows may be asked for, in days since 1970-01-01; the least int before the first. */
    public int today() {
        return today;
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

    /**
     * Takes plays of {@link #today} or later, of one day or several; in any order from call to call where they are counted by
     * day, and where they are counted at once, those of a later day begin that day. Local days are those of the side tables'
     * zone.
     *
     * @throws IllegalArgumentException where a play is of an earlier day, or of a user or an item that is unknown
     */
    public void observe(InteractionLog plays) {
        for (int row = 0; row < plays.size(); row++) {
            if (plays.user(row) >= context.tables().userCount()
                    || plays.item(row) >= context.tables().itemCount()) {
                throw new IllegalArgumentException("there is no user " + plays.user(row) + " or no item "
                        + plays.item(row) + " among " + context.tables().userCount() + " users and "
                        + context.tables().itemCount() + " items");
            }
        }
        if (live) {
            observe(ObservedPlays.of(plays), this::inOrder);
        } else if (plays.size() > 0) {
            requireNotOver(plays.day(0));
            pending.add(plays);
        }
    }

    private void requireNotOver(int day) {
        if (day < today) {
            throw new IllegalArgumentException("the features stand at " + LocalDate.ofEpochDay(today)
                    + " and a play is of " + LocalDate.ofEpochDay(day));
        }
    }

    private void inOrder(Workers.RowTask task) {
        task.run(0, groups.size());
    }

    private Consumer<Workers.RowTask> by(Workers workers) {
        return task -> workers.forBlocks(groups.size(), 1, task);
    }

    void observe(ObservedPlays plays) {
        observe(plays, this::inOrder);
    }

    /** The same, several groups at once. */
    void observe(ObservedPlays plays, Workers workers) {
        observe(plays, by(workers));
    }

    private void observe(ObservedPlays plays, Consumer<Workers.RowTask> forGroups) {
        if (plays.size() > 0) {
            requireNotOver(plays.day(0));
        }
        if (!live) {
            pending.add(plays);
        } else if (plays.size() > 0) {
            today = plays.day(plays.size() - 1);
            count(plays.byDay(), forGroups);
        }
    }

    /** Counts the plays of the days before {@code day}, as of which rows may then be asked for. */
    public void advanceTo(int day) {
        advanceTo(day, this::inOrder);
    }

    /** The same, several groups at once. */
    public void advanceTo(int day, Workers workers) {
        advanceTo(day, by(workers));
    }

    private void advanceTo(int day, Consumer<Workers.RowTask> forGroups) {
        if (day < today) {
            throw new IllegalArgumentException("the features stand at " + LocalDate.ofEpochDay(today)
                    + " and cannot go back to " + LocalDate.ofEpochDay(day));
        }
        if (day == today) {
            return;
        }
        today = day;
        count(pending.takeBefore(day), forGroups);
    }

    private void count(List<ObservedPlays> days, Consumer<Workers.RowTask> forGroups) {
        int asOf = today;
        forGroups.accept((first, last) -> {
            for (FeatureGroup group : groups.subList(first, last)) {
                days.forEach(group::observe);
                group.startDay(asOf);
            }
        });
    }

    /**
     * The rows asked for as of {@link #today}. Changes nothing, so several threads may ask for rows at once.
     *
     * @throws IllegalArgumentException where a row is asked as of another day
     */
    public FeatureRows fill(FeatureRequests requests) {
        for (int day : requests.asOfDay()) {
            if (day != today) {
                throw new IllegalArgumentException("the features stand at " + LocalDate.ofEpochDay(today)
                        + " and a row is asked as of " + LocalDate.ofEpochDay(day));
            }
        }
        float[] cells = new float[Math.multiplyExact(requests.size(), columns.size())];
        fill(requests, 0, requests.size(), cells);
        return new FeatureRows(columns, requests.user(), requests.item(), cells);
    }

    /** Writes the rows {@code from..to-1}, which are as of {@link #today}, to their places among the cells of all rows. */
    void fill(FeatureRequests requests, int from, int to, float[] cells) {
        for (int begin = from; begin < to; begin += GROUP_ROWS) {
            int end = Math.min(to, begin + GROUP_ROWS);
            int offset = begin * columns.size();
            for (FeatureGroup group : groups) {
                group.fill(requests, begin, end, cells, offset, columns.size());
                offset += group.columns().size();
            }
        }
    }

    /** Writes all that {@link #read} needs beside the side tables and the configuration. */
    public void write(ModelWriter out) throws IOException {
        files().write(today, context.quantiles(), out);
    }

    private StateFiles files() {
        return new StateFiles(columns, groups, pending);
    }

    /**
     * The state that was written, for rows and plays as if it had never been away.
     *
     * @param config the one with which it was made, less the groups that were off
     * @param tables those with which it was made, as are the other arguments
     * @throws InputException where the files are not those of such a state
     */
    public static FeatureState read(
            FeaturesConfig config,
            SideTables tables,
            WatchRules rules,
            List<FeatureColumn> retrievalColumns,
            ModelReader in) {
        return read(config, tables, rules, retrievalColumns, in, OptionalInt.empty());
    }

    /**
     * The same with room for more users than were written.
     *
     * @param tables those with which it was made, with room
     * @param users how many were written
     */
    public static FeatureState read(
            FeaturesConfig config,
            SideTables tables,
            WatchRules rules,
            List<FeatureColumn> retrievalColumns,
            ModelReader in,
            OptionalInt users) {
        GroupContext context =
                new GroupContext(tables, rules, retrievalColumns, bucketCount -> StateFiles.quantiles(bucketCount, in));
        FeatureState state = ofAll(config, context, false);
        state.begin(state.files().read(in, users));
        return state;
    }

    private void begin(int day) {
        if (day != NOT_BEGUN) {
            today = day;
            groups.forEach(group -> group.startDay(day));
        }
    }

    /**
     * Writes what another state like this one, read from files, would write after more plays, one group after the other: no more
     * than one group is in memory at a time. Of this state only what never changes is looked at, so it may observe meanwhile.
     *
     * @param config as for {@link #read}
     * @param in what such a state wrote
     * @param users how many users it wrote, where this one may have room for more
     * @param plays lets a state observe the plays; asked for every group
     * @throws InputException as {@link #read} does
     */
    public void writeLater(
            FeaturesConfig config, ModelReader in, OptionalInt users, Consumer<FeatureState> plays, ModelWriter out)
            throws IOException {
        for (int number = 0; number < groups.size(); number++) {
            GroupContext own =
                    new GroupContext(context.tables(), context.rules(), context.retrievalColumns(), context::quantiles);
            FeatureState empty = ofAll(config, own, false);
            FeatureGroup group = empty.groups.get(number);
            FeatureState alone = new FeatureState(own, List.of(group), live);
            StateFiles files = new StateFiles(columns, alone.groups, alone.pending);
            StateFiles.readGroup(number, group, in, users);
            alone.begin(files.readStanding(in));
            plays.accept(alone);
            StateFiles.writeGroup(number, group, out);
            if (number == 0) {
                files.writeStanding(alone.today, context.quantiles(), out);
            }
        }
    }
}
