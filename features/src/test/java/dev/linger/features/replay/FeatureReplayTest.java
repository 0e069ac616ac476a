package dev.linger.features.replay;

import static dev.linger.features.replay.SmallWorld.FIRST_DAY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.ObservedPlays;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.SmallWorld.Play;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureReplayTest {
    private static final FeaturesConfig EVERYTHING = new FeaturesConfig(Groups.all(5, 4), List.of());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_row_at_or_after_the_as_of_day_never_changes_a_feature(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int asOfDay = FIRST_DAY + 1 + random.nextInt(SmallWorld.DAYS - 1);
        List<Play> past = plays(random, 60, FIRST_DAY, asOfDay - FIRST_DAY);
        int later = FIRST_DAY + SmallWorld.DAYS - asOfDay;
        float[] before = everyPair(
                SmallWorld.dataset(
                        SmallWorld.log(with(past, plays(random, 40, asOfDay, later))),
                        SmallWorld.stats(seed, Integer.MAX_VALUE, 0)),
                asOfDay);
        float[] after = everyPair(
                SmallWorld.dataset(
                        SmallWorld.log(with(past, plays(random, 55, asOfDay, later))),
                        SmallWorld.stats(seed, asOfDay, seed + 99)),
                asOfDay);
        assertArrayEquals(before, after);
    }

    @Test
    void a_row_before_the_as_of_day_does_change_features() {
        SplittableRandom random = new SplittableRandom(1);
        List<Play> past = plays(random, 60, FIRST_DAY, 2);
        DailyStats stats = SmallWorld.stats(1, Integer.MAX_VALUE, 0);
        float[] one = everyPair(SmallWorld.dataset(SmallWorld.log(past), stats), FIRST_DAY + 2);
        float[] other = everyPair(
                SmallWorld.dataset(SmallWorld.log(with(past, plays(random, 1, FIRST_DAY + 1, 1))), stats),
                FIRST_DAY + 2);
        assertTrue(!Arrays.equals(one, other));
    }

    @Test
    void rows_asked_together_equal_rows_asked_one_day_at_a_time() {
        SplittableRandom random = new SplittableRandom(11);
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(plays(random, 200, FIRST_DAY, SmallWorld.DAYS)),
                SmallWorld.stats(3, Integer.MAX_VALUE, 0));
        FeaturesConfig config = new FeaturesConfig(EVERYTHING.groups(), List.of("age_days", "tag_2"));
        ReplayInputs sources = new ReplayInputs(dataset, dataset.log());
        int size = 700; // several blocks a day
        int[] user = random.ints(size, 0, SmallWorld.USERS).toArray();
        int[] item = random.ints(size, 0, SmallWorld.ITEMS).toArray();
        int[] day = random.ints(size, FIRST_DAY, FIRST_DAY + 4).sorted().toArray();
        long[] time = random.longs(size, 0, 200_000_000).toArray();
        FeatureRequests requests = new FeatureRequests(user, item, day, time, SmallWorld.stageOne(size));
        FeatureReplay together = FeatureReplay.of(sources, StageOneCells.SCORE_AND_RANK, config, SmallWorld.rules(5));
        FeatureReplay alone = FeatureReplay.of(sources, StageOneCells.SCORE_AND_RANK, config, SmallWorld.rules(5));
        try (Workers workers = new Workers(3)) {
            FeatureRows rows = together.fill(requests, workers, Progress.SILENT);
            int width = rows.columns().size();
            for (int row = 0; row < size; row++) {
                alone.advanceTo(day[row]);
                FeatureRows single = alone.state().fill(requests.slice(row, row + 1));
                assertArrayEquals(single.values(), Arrays.copyOfRange(rows.values(), row * width, (row + 1) * width));
            }
        }
    }

    @Test
    void replays_that_share_what_never_changes_count_each_by_itself() {
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(plays(new SplittableRandom(13), 300, FIRST_DAY, SmallWorld.DAYS)),
                SmallWorld.stats(3, Integer.MAX_VALUE, 0));
        ReplayInputs sources = new ReplayInputs(dataset, dataset.log());
        FeatureReplay ahead = FeatureReplay.of(sources, StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5));
        ahead.advanceTo(FIRST_DAY + SmallWorld.DAYS);
        FeatureReplay behind = FeatureReplay.of(sources, StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5));
        assertArrayEquals(
                oneRow(FeatureReplay.of(
                                dataset, dataset.log(), StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5)))
                        .values(),
                oneRow(behind).values());
    }

    @Test
    void the_rows_do_not_depend_on_the_number_of_threads() {
        SplittableRandom random = new SplittableRandom(17);
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(plays(random, 400, FIRST_DAY, SmallWorld.DAYS)),
                SmallWorld.stats(3, Integer.MAX_VALUE, 0));
        int rows = 20_000;
        int[] day = new int[rows];
        Arrays.setAll(day, row -> FIRST_DAY + 3 + row / 9_000);
        int[] user = random.ints(rows, 0, SmallWorld.USERS).toArray();
        int[] item = random.ints(rows, 0, SmallWorld.ITEMS).toArray();
        FeatureRequests requests = new FeatureRequests(user, item, day, new long[rows], SmallWorld.stageOne(rows));
        try (Workers one = new Workers(1);
                Workers four = new Workers(4)) {
            assertArrayEquals(
                    FeatureReplay.of(
                                    dataset,
                                    dataset.log(),
                                    StageOneCells.SCORE_AND_RANK,
                                    EVERYTHING,
                                    SmallWorld.rules(5))
                            .fill(requests, one, Progress.SILENT)
                            .values(),
                    FeatureReplay.of(
                                    dataset,
                                    dataset.log(),
                                    StageOneCells.SCORE_AND_RANK,
                                    EVERYTHING,
                                    SmallWorld.rules(5))
                            .fill(requests, four, Progress.SILENT)
                            .values());
        }
    }

    /** Writes down which items it was given; it has no columns. */
    private record Observer(List<List<Integer>> stretches) implements FeatureGroup {
        @Override
        public List<FeatureColumn> columns() {
            return List.of();
        }

        @Override
        public void observe(ObservedPlays plays) {
            stretches.add(IntStream.range(0, plays.size()).mapToObj(plays::item).toList());
        }

        @Override
        public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {}
    }

    @Test
    void a_group_observes_each_play_before_the_day_once_and_one_day_at_a_time() {
        InteractionLog log = SmallWorld.log(List.of(
                new Play(0, 0, 1, 1, FIRST_DAY, 0),
                new Play(0, 1, 1, 1, FIRST_DAY, 3),
                new Play(0, 2, 1, 1, FIRST_DAY + 1, 0),
                new Play(0, 3, 1, 1, FIRST_DAY + 4, 0),
                new Play(0, 4, 1, 1, FIRST_DAY + 5, 0)));
        Observer observer = new Observer(new ArrayList<>());
        FeatureReplay replay = replay(log).with(observer);
        replay.advanceTo(FIRST_DAY);
        assertEquals(List.of(), observer.stretches());
        replay.advanceTo(FIRST_DAY + 3);
        assertEquals(List.of(List.of(0, 1), List.of(2)), observer.stretches());
        replay.advanceTo(FIRST_DAY + 3);
        try (Workers workers = new Workers(2)) {
            replay.advanceTo(FIRST_DAY + 5, workers);
        }
        assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3)), observer.stretches());
    }

    @Test
    void no_two_columns_have_the_same_name() {
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(plays(new SplittableRandom(5), 5, FIRST_DAY, 3)), DailyStats.empty(SmallWorld.ITEMS));
        List<String> names = FeatureReplay.of(
                        dataset, dataset.log(), StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5))
                .columns()
                .stream()
                .map(FeatureColumn::name)
                .toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void time_does_not_go_back() {
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(List.of(new Play(0, 0, 1, 1, FIRST_DAY, 0))), DailyStats.empty(SmallWorld.ITEMS));
        FeatureReplay replay =
                FeatureReplay.of(dataset, dataset.log(), StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5));
        replay.advanceTo(FIRST_DAY + 1);
        assertThrows(IllegalArgumentException.class, () -> replay.advanceTo(FIRST_DAY));
    }

    @Test
    void an_excluded_column_is_left_out_and_the_others_stay() {
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(plays(new SplittableRandom(5), 50, FIRST_DAY, 3)),
                SmallWorld.stats(3, Integer.MAX_VALUE, 0));
        FeaturesConfig without = new FeaturesConfig(EVERYTHING.groups(), List.of("user_plays", "age_days"));
        FeatureRows all = oneRow(FeatureReplay.of(
                dataset, dataset.log(), StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5)));
        FeatureRows fewer = oneRow(
                FeatureReplay.of(dataset, dataset.log(), StageOneCells.SCORE_AND_RANK, without, SmallWorld.rules(5)));
        assertEquals(all.columns().size() - 2, fewer.columns().size());
        for (FeatureColumn column : fewer.columns()) {
            assertNotEquals("user_plays", column.name());
            assertEquals(
                    all.value(0, all.column(column.name())),
                    fewer.value(0, fewer.column(column.name())),
                    column.name());
        }
    }

    @Test
    void excluding_a_column_that_no_group_has_is_an_error_that_lists_those_there_are() {
        Dataset dataset = SmallWorld.dataset(SmallWorld.log(List.of()), DailyStats.empty(SmallWorld.ITEMS));
        FeaturesConfig misspelt = new FeaturesConfig(Groups.of(List.of("context"), 5, 4), List.of("weekdy"));
        String message = assertThrows(
                        InputException.class,
                        () -> FeatureReplay.of(
                                dataset, dataset.log(), StageOneCells.SCORE_AND_RANK, misspelt, SmallWorld.rules(5)))
                .getMessage();
        assertEquals(
                "features.excludedColumns: no column is named weekdy; the groups have, on this data, hour, weekday",
                message);
    }

    private static FeatureReplay replay(InteractionLog log) {
        Dataset dataset = SmallWorld.dataset(log, DailyStats.empty(SmallWorld.ITEMS));
        return FeatureReplay.of(dataset, log, StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5));
    }

    private static FeatureRows oneRow(FeatureReplay replay) {
        replay.advanceTo(FIRST_DAY + 2);
        return replay.state()
                .fill(FeatureRequests.at(
                        FIRST_DAY + 2,
                        0,
                        new int[] {3},
                        new int[] {4},
                        new StageOneCells(StageOneCells.SCORE_AND_RANK, new float[] {.5f, 2})));
    }

    /** The rows of every (user, item) as of the day. */
    private static float[] everyPair(Dataset dataset, int asOfDay) {
        int rows = SmallWorld.USERS * SmallWorld.ITEMS;
        int[] user = new int[rows];
        int[] item = new int[rows];
        for (int row = 0; row < rows; row++) {
            user[row] = row / SmallWorld.ITEMS;
            item[row] = row % SmallWorld.ITEMS;
        }
        InteractionLog log = dataset.log();
        int pastRows = 0;
        while (pastRows < log.size() && log.day(pastRows) < asOfDay) {
            pastRows++;
        }
        ReplayInputs sources = new ReplayInputs(dataset, log.slice(0, pastRows));
        FeatureReplay replay = FeatureReplay.of(sources, StageOneCells.SCORE_AND_RANK, EVERYTHING, SmallWorld.rules(5));
        replay.advanceTo(asOfDay);
        return replay.state()
                .fill(FeatureRequests.at(asOfDay, 1_000L, user, item, SmallWorld.stageOne(rows)))
                .values();
    }

    private static List<Play> plays(SplittableRandom random, int count, int firstDay, int days) {
        List<Play> plays = new ArrayList<>();
        for (int play = 0; play < count; play++) {
            plays.add(SmallWorld.randomPlay(random, firstDay, days));
        }
        return plays;
    }

    private static List<Play> with(List<Play> some, List<Play> more) {
        List<Play> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
