package dev.linger.features.replay;

import static dev.linger.features.replay.SmallWorld.FIRST_DAY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.DailyStats;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.UserTable;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.FeaturesConfig.Freshness;
import dev.linger.features.replay.SmallWorld.Play;
import dev.linger.features.shared.SharedDays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every group of columns promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FeatureGroupContract {
    private static final int TODAY = FIRST_DAY + 6;
    private static final int PAIRS = SmallWorld.USERS * SmallWorld.ITEMS;
    private static final DailyStats STATS = SmallWorld.stats(3, Integer.MAX_VALUE, 0);
    private static final List<Play> PAST = plays(1, 250, FIRST_DAY, TODAY - FIRST_DAY);
    private static final List<Play> LATER = plays(2, 60, TODAY, 2);

    /** The groups, each with keys that are not its defaults. */
    abstract Stream<FeatureGroupConfig> groups();

    @ParameterizedTest
    @MethodSource("groups")
    void it_writes_each_cell_of_its_columns_and_no_other(FeatureGroupConfig config) {
        GroupContext context = context(STATS);
        FeatureGroup group = config.create(context);
        List<FeatureGroup> all = new ArrayList<>(context.shared());
        all.add(group);
        all.forEach(some -> some.observe(ObservedPlays.of(SmallWorld.log(plays(4, 30, FIRST_DAY, 1)))));
        all.forEach(some -> some.startDay(FIRST_DAY + 1));
        float untouched = -98_765.4f;
        int width = group.columns().size();
        int stride = width + 3;
        float[] cells = new float[2 + 5 * stride];
        Arrays.fill(cells, untouched);
        group.fill(everyPair(FIRST_DAY + 1), 7, 12, cells, 2, stride);
        for (int at = 0; at < cells.length; at++) {
            boolean own = at >= 2 && (at - 2) % stride < width;
            assertEquals(own, cells[at] != untouched, "cell " + at);
        }
        assertEquals(
                width,
                group.columns().stream().map(FeatureColumn::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void plays_and_statistics_of_the_as_of_day_or_later_change_nothing(FeatureGroupConfig config) {
        FeatureState less = state(config, STATS, PAST);
        FeatureState more = state(config, SmallWorld.stats(3, TODAY, 99), with(PAST, LATER));
        assertSameRows(less, more, TODAY);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void plays_that_come_one_by_one_count_like_those_of_a_log(FeatureGroupConfig config) {
        FeatureState together = state(config, STATS, with(PAST, LATER));
        FeatureState live = state(config, STATS, PAST);
        List<Play> shuffled = new ArrayList<>(LATER);
        Collections.shuffle(shuffled, new Random(5));
        for (Play play : shuffled) {
            live.observe(SmallWorld.log(List.of(play)));
            assertSameRows(together, live, TODAY);
        }
        assertSameRows(together, live, TODAY + 1);
        assertSameRows(together, live, TODAY + 2);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void a_state_that_was_written_and_read_goes_on_as_if_it_had_stayed(FeatureGroupConfig config, @TempDir Path temp)
            throws IOException {
        FeatureState stayed = state(config, STATS, PAST);
        stayed.observe(SmallWorld.log(LATER.subList(0, 20)));
        FeatureState read = FeatureState.read(
                config(config),
                tables(STATS),
                SmallWorld.rules(4),
                StageOneCells.SCORE_AND_RANK,
                ModelReader.open(write(stayed, temp.resolve("stayed"))));
        SameFiles.require(temp.resolve("stayed"), write(read, temp.resolve("read")));
        assertEquals(stayed.today(), read.today());
        assertSameRows(stayed, read, TODAY);
        for (Play play : LATER.subList(20, LATER.size())) {
            stayed.observe(SmallWorld.log(List.of(play)));
            read.observe(SmallWorld.log(List.of(play)));
        }
        assertSameRows(stayed, read, TODAY + 1);
        assertSameRows(stayed, read, TODAY + 2);
        assertSameRows(stayed, read, TODAY + 9);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void what_a_state_writes_after_more_plays_follows_from_what_it_wrote_before_and_these(
            FeatureGroupConfig config, @TempDir Path temp) throws IOException {
        for (Freshness freshness : Freshness.values()) {
            FeaturesConfig features = new FeaturesConfig(List.of(config), List.of(), freshness);
            FeatureState state = FeatureState.of(features, context(STATS));
            state.observe(SmallWorld.log(PAST));
            state.advanceTo(TODAY);
            state.observe(SmallWorld.log(LATER.subList(0, 5)));
            ModelReader before = ModelReader.open(write(state, temp.resolve(freshness + "-before")));
            ModelWriter later = ModelWriter.create(temp.resolve(freshness + "-later"));
            state.writeLater(
                    features, before, OptionalInt.empty(), some -> tell(some, LATER.subList(5, LATER.size())), later);
            later.finish();
            tell(state, LATER.subList(5, LATER.size()));
            SameFiles.require(write(state, temp.resolve(freshness + "-told")), temp.resolve(freshness + "-later"));
        }
    }

    /** Against a state whose tables had the users from the start, without attributes. */
    @ParameterizedTest
    @MethodSource("groups")
    void a_state_that_is_read_with_room_knows_new_users_by_their_plays_as_if_they_had_always_been_there(
            FeatureGroupConfig config, @TempDir Path temp) throws IOException {
        SideTables withRoom = tables(STATS).withRoom(2);
        FeatureState always = FeatureState.of(config(config), context(withRoom));
        always.observe(SmallWorld.log(PAST));
        always.advanceTo(TODAY);
        FeatureState read = FeatureState.read(
                config(config),
                withRoom,
                SmallWorld.rules(4),
                StageOneCells.SCORE_AND_RANK,
                ModelReader.open(write(state(config, STATS, PAST), temp.resolve("without"))),
                OptionalInt.of(SmallWorld.USERS));
        List<Play> byNew = IntStream.range(0, LATER.size())
                .mapToObj(at -> at % 3 == 0 ? LATER.get(at).by(SmallWorld.USERS + at % 2) : LATER.get(at))
                .toList();
        tell(always, byNew);
        tell(read, byNew);
        SameFiles.require(write(always, temp.resolve("always")), write(read, temp.resolve("read")));
        int day = always.today() + 1;
        always.advanceTo(day);
        read.advanceTo(day);
        for (int user = 0; user < SmallWorld.USERS + 2; user++) {
            assertArrayEquals(
                    always.fill(everyItem(user, day)).values(),
                    read.fill(everyItem(user, day)).values());
        }
    }

    /** Sums with a fraction are made in another order, so cells agree to 1e-6 of themselves. */
    @ParameterizedTest
    @MethodSource("groups")
    void blocks_of_users_that_are_told_what_all_came_to_say_of_their_users_what_one_replay_says(
            FeatureGroupConfig config) {
        if (!config.splitsByUser()) {
            return;
        }
        List<Play> plays = with(PAST, LATER);
        FeatureState whole = FeatureState.of(config(config), context(STATS));
        whole.observe(SmallWorld.log(plays));
        int[] ends = {0, 2, 3, SmallWorld.USERS};
        List<SharedDays> ofBlocks = IntStream.range(0, 3)
                .mapToObj(block -> block(config, ends[block], ends[block + 1])
                        .sharedDays(SmallWorld.log(ofUsers(plays, ends[block], ends[block + 1]))))
                .toList();
        SharedDays all = block(config, 0, 0).sum(ofBlocks);
        List<FeatureState> blocks = IntStream.range(0, 3)
                .mapToObj(block -> block(config, ends[block], ends[block + 1]).among(all))
                .toList();
        for (int block = 0; block < 3; block++) {
            blocks.get(block).observe(SmallWorld.log(ofUsers(plays, ends[block], ends[block + 1])));
        }
        for (int day : new int[] {FIRST_DAY, FIRST_DAY + 1, FIRST_DAY + 4, TODAY, TODAY + 1, TODAY + 2, TODAY + 9}) {
            whole.advanceTo(day);
            for (int block = 0; block < 3; block++) {
                blocks.get(block).advanceTo(day);
                for (int user = ends[block]; user < ends[block + 1]; user++) {
                    assertCloseTo(
                            whole.fill(everyItem(user, day)),
                            blocks.get(block).fill(everyItem(user - ends[block], day)));
                }
            }
        }
    }

    private static FeatureState block(FeatureGroupConfig config, int from, int to) {
        return FeatureState.ofBlock(config(config), context(tables(STATS).ofUsers(from, to)));
    }

    private static List<Play> ofUsers(List<Play> plays, int from, int to) {
        return plays.stream()
                .filter(play -> play.user() >= from && play.user() < to)
                .map(play -> play.by(play.user() - from))
                .toList();
    }

    private static void assertCloseTo(FeatureRows expected, FeatureRows actual) {
        for (int row = 0; row < SmallWorld.ITEMS; row++) {
            for (int column = 0; column < expected.columns().size(); column++) {
                float cell = expected.value(row, column);
                String name = expected.columns().get(column).name();
                float other = actual.value(row, column);
                if (Float.compare(cell, other) != 0) {
                    assertNotEquals(Math.rint(cell), cell, name + ": counts are the same to the bit");
                    assertEquals(cell, other, 1e-6f * Math.max(1, Math.abs(cell)), name);
                }
            }
        }
    }

    private static FeatureRequests everyItem(int user, int day) {
        int[] users = new int[SmallWorld.ITEMS];
        Arrays.fill(users, user);
        return FeatureRequests.at(
                day,
                day * 86_400_000L,
                users,
                IntStream.range(0, SmallWorld.ITEMS).toArray(),
                SmallWorld.stageOne(SmallWorld.ITEMS));
    }

    /** One by one; those of days that are over are passed over. */
    private static void tell(FeatureState state, List<Play> plays) {
        for (Play play : plays) {
            InteractionLog one = SmallWorld.log(List.of(play));
            if (one.day(0) >= state.today()) {
                state.advanceTo(one.day(0));
                state.observe(one);
            }
        }
    }

    private static Path write(FeatureState state, Path folder) throws IOException {
        ModelWriter writer = ModelWriter.create(folder);
        state.write(writer);
        writer.finish();
        return folder;
    }

    @ParameterizedTest
    @MethodSource("groups")
    void an_excluded_column_is_left_out_and_the_others_stay(FeatureGroupConfig config) {
        FeatureRows all = state(config, STATS, PAST).fill(everyPair(TODAY));
        String excluded = all.columns().get(0).name();
        FeatureState without =
                FeatureState.of(new FeaturesConfig(List.of(config, marker(config)), List.of(excluded)), context(STATS));
        without.observe(SmallWorld.log(PAST));
        without.advanceTo(TODAY);
        FeatureRows fewer = without.fill(everyPair(TODAY));
        for (FeatureColumn column : all.columns().subList(1, all.columns().size())) {
            for (int row = 0; row < PAIRS; row++) {
                assertEquals(all.value(row, all.column(column.name())), fewer.value(row, fewer.column(column.name())));
            }
        }
        assertNotEquals(excluded, fewer.columns().get(0).name());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void several_threads_fill_the_same_rows(FeatureGroupConfig config) {
        FeatureState state = state(config, STATS, PAST);
        float[] expected = state.fill(everyPair(TODAY)).values();
        FeatureState other = FeatureState.of(config(config), context(STATS));
        other.observe(SmallWorld.log(PAST));
        int width = state.columns().size();
        try (Workers workers = new Workers(4)) {
            other.advanceTo(TODAY, workers);
            workers.forBlocks(PAIRS, 1, (from, to) -> {
                float[] cells = other.fill(everyPair(TODAY).slice(from, to)).values();
                assertArrayEquals(Arrays.copyOfRange(expected, from * width, to * width), cells);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void the_state_of_other_columns_is_refused(FeatureGroupConfig config, @TempDir Path folder) throws IOException {
        ModelWriter writer = ModelWriter.create(folder);
        state(config, STATS, PAST).write(writer);
        writer.finish();
        String first = state(config, STATS, List.of()).columns().get(0).name();
        FeaturesConfig other = new FeaturesConfig(List.of(config, marker(config)), List.of(first));
        assertThrows(
                InputException.class,
                () -> FeatureState.read(
                        other,
                        tables(STATS),
                        SmallWorld.rules(4),
                        StageOneCells.SCORE_AND_RANK,
                        ModelReader.open(folder)));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void plays_alone_leave_all_its_cells_missing_only_where_it_says_so_and_then_it_is_off(FeatureGroupConfig config) {
        GroupContext context = plain();
        FeatureGroup group = config.create(context);
        List<FeatureGroup> all = new ArrayList<>(context.shared());
        all.add(group);
        all.forEach(some -> some.observe(ObservedPlays.of(SmallWorld.log(plays(4, 90, FIRST_DAY, 1)))));
        all.forEach(some -> some.startDay(FIRST_DAY + 1));
        int width = group.columns().size();
        float[] cells = new float[PAIRS * width];
        group.fill(everyPair(FIRST_DAY + 1), 0, PAIRS, cells, 0, width);
        boolean allMissing = IntStream.range(0, cells.length).allMatch(cell -> Float.isNaN(cells[cell]));
        assertEquals(!config.uses().contains(SideData.PLAYS), allMissing);
        FeatureGroupConfig other = Groups.of(List.of("context"), 1, 1).get(0);
        if (allMissing) {
            assertThrows(InputException.class, () -> FeatureState.of(config(config), plain()));
            assertEquals(
                    FeatureState.of(config(other), plain()).columns(),
                    FeatureState.of(new FeaturesConfig(List.of(config, other), List.of()), plain())
                            .columns());
        } else {
            assertEquals(
                    group.columns(), FeatureState.of(config(config), plain()).columns());
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void what_was_written_is_read_even_where_the_tables_kept_with_it_have_no_day_before_it(
            FeatureGroupConfig config, @TempDir Path folder) throws IOException {
        FeatureState stayed = state(config, SmallWorld.stats(3, TODAY, 99), PAST);
        ModelWriter writer = ModelWriter.create(folder);
        stayed.write(writer);
        writer.finish();
        FeatureState read = FeatureState.read(
                config(config),
                tables(DailyStats.empty(SmallWorld.ITEMS)),
                SmallWorld.rules(4),
                StageOneCells.SCORE_AND_RANK,
                ModelReader.open(folder));
        assertEquals(stayed.columns(), read.columns());
    }

    /** Of a data set that tells nothing but plays. */
    private static GroupContext plain() {
        int[] unknownDays = new int[SmallWorld.ITEMS];
        Arrays.fill(unknownDays, ItemTable.UNKNOWN_DAY);
        float[] durations = new float[SmallWorld.ITEMS];
        Arrays.fill(durations, 5_000);
        SideTables tables = tables(STATS);
        return new GroupContext(
                new SideTables(
                        tables.users(),
                        tables.items(),
                        new UserTable(SmallWorld.USERS, List.of()),
                        new ItemTable(unknownDays, durations, List.of()),
                        DailyStats.empty(SmallWorld.ITEMS),
                        tables.zone()),
                SmallWorld.rules(4),
                StageOneCells.SCORE_AND_RANK,
                buckets -> WatchQuantiles.fit(SmallWorld.log(PAST.subList(0, 100)), buckets));
    }

    /** A second group, so that a column of the only one can be left out. */
    private static FeatureGroupConfig marker(FeatureGroupConfig config) {
        List<String> others = Stream.of("context", "user-profile")
                .filter(name -> !name.equals(config.name()))
                .toList();
        return Groups.of(others, 1, 1).get(0);
    }

    private static FeaturesConfig config(FeatureGroupConfig group) {
        return new FeaturesConfig(List.of(group), List.of());
    }

    private static FeatureState state(FeatureGroupConfig group, DailyStats stats, List<Play> plays) {
        FeatureState state = FeatureState.of(config(group), context(stats));
        state.observe(SmallWorld.log(plays));
        state.advanceTo(TODAY);
        return state;
    }

    private static GroupContext context(DailyStats stats) {
        return context(tables(stats));
    }

    private static GroupContext context(SideTables tables) {
        InteractionLog history = SmallWorld.log(PAST.subList(0, 100));
        return new GroupContext(
                tables,
                SmallWorld.rules(4),
                StageOneCells.SCORE_AND_RANK,
                buckets -> WatchQuantiles.fit(history, buckets));
    }

    private static SideTables tables(DailyStats stats) {
        return SmallWorld.dataset(SmallWorld.log(List.of()), stats).tables();
    }

    private static void assertSameRows(FeatureState expected, FeatureState actual, int day) {
        expected.advanceTo(day);
        actual.advanceTo(day);
        assertArrayEquals(
                expected.fill(everyPair(day)).values(),
                actual.fill(everyPair(day)).values());
    }

    private static FeatureRequests everyPair(int day) {
        return FeatureRequests.at(
                day,
                day * 86_400_000L,
                IntStream.range(0, PAIRS).map(pair -> pair / SmallWorld.ITEMS).toArray(),
                IntStream.range(0, PAIRS).map(pair -> pair % SmallWorld.ITEMS).toArray(),
                SmallWorld.stageOne(PAIRS));
    }

    private static List<Play> plays(long seed, int count, int firstDay, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> SmallWorld.randomPlay(random, firstDay, days))
                .limit(count)
                .toList();
    }

    private static List<Play> with(List<Play> some, List<Play> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
