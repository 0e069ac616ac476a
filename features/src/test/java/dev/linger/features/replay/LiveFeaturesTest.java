package dev.linger.features.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.history.UserSession;
import dev.linger.features.replay.FeaturesConfig.Freshness;
import dev.linger.features.replay.SmallWorld.Play;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that know every play before their instant. */
class LiveFeaturesTest {
    private static final FeaturesConfig LIVE = new FeaturesConfig(all(), List.of(), Freshness.LIVE);
    private static final FeaturesConfig SESSION =
            new FeaturesConfig(List.of(new UserSession.Config(30)), List.of(), Freshness.LIVE);
    private static final Dataset WORLD =
            SmallWorld.dataset(SmallWorld.log(plays(8, 260)), SmallWorld.stats(3, Integer.MAX_VALUE, 0));
    private static final InteractionLog LOG = WORLD.log();
    private static final int MINUTE = 60_000;

    private static List<FeatureGroupConfig> all() {
        List<FeatureGroupConfig> groups = new ArrayList<>(Groups.all(3, 4));
        groups.add(new UserSession.Config(90));
        return groups;
    }

    private static List<Play> plays(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> SmallWorld.randomPlay(random, SmallWorld.FIRST_DAY, 5))
                .limit(count)
                .toList();
    }

    @Test
    void a_row_knows_every_play_before_its_instant_and_no_other_whatever_the_order_of_the_rows() {
        FeatureRequests shuffled = requests(shuffledWithinDays());
        float[] expected = new float[0];
        for (int row = 0; row < shuffled.size(); row++) {
            FeatureState alone = state(LIVE);
            alone.observe(LOG.slice(0, LOG.firstRowAtOrAfter(shuffled.requestMillis()[row])));
            alone.advanceTo(shuffled.asOfDay()[row]);
            float[] cells = alone.fill(shuffled.slice(row, row + 1)).values();
            expected = Arrays.copyOf(expected, expected.length + cells.length);
            System.arraycopy(cells, 0, expected, expected.length - cells.length, cells.length);
        }
        for (int threads : new int[] {1, 3}) {
            try (Workers workers = new Workers(threads)) {
                FeatureRows rows = replay(LIVE).fill(shuffled, workers, Progress.SILENT);
                assertArrayEquals(expected, rows.values());
                float[] unordered = new float[expected.length];
                try (Progress.Task task = Progress.SILENT.start("", "", 0)) {
                    replay(LIVE)
                            .readUnordered(
                                    shuffled,
                                    workers,
                                    task,
                                    (first, some) -> System.arraycopy(
                                            some.values(),
                                            0,
                                            unordered,
                                            first * rows.columns().size(),
                                            some.values().length));
                }
                assertArrayEquals(expected, unordered);
            }
        }
    }

    @Test
    void a_server_that_is_told_of_plays_one_by_one_makes_the_same_rows_also_after_a_restart(@TempDir Path folder)
            throws IOException {
        FeatureState told = state(LIVE);
        for (int row = 0; row < 200; row++) {
            told.observe(LOG.slice(row, row + 1));
        }
        ModelWriter writer = ModelWriter.create(folder);
        told.write(writer);
        writer.finish();
        FeatureState read = FeatureState.read(
                LIVE, WORLD.tables(), SmallWorld.rules(4), StageOneCells.SCORE_AND_RANK, ModelReader.open(folder));
        for (int row = 200; row < 210; row++) {
            told.observe(LOG.slice(row, row + 1));
            read.observe(LOG.slice(row, row + 1));
        }
        FeatureState together = state(LIVE);
        together.observe(LOG.slice(0, 210));
        FeatureRequests request = requests(new int[] {209});
        assertArrayEquals(together.fill(request).values(), told.fill(request).values());
        assertArrayEquals(together.fill(request).values(), read.fill(request).values());
    }

    @Test
    void a_play_of_a_day_that_is_over_is_refused() {
        FeatureState state = state(LIVE);
        state.observe(LOG);
        assertThrows(IllegalArgumentException.class, () -> state.observe(LOG.slice(0, 1)));
    }

    /** Day 0 at 10:30 a whole play, at 10:40 (play of 1 s of 10) a skip, at 11:20 another session. */
    @Test
    void a_session_is_what_the_user_watched_without_a_gap() {
        InteractionLog plays = SmallWorld.log(List.of(
                new Play(1, 2, 20_000, 10_000, SmallWorld.FIRST_DAY, 10),
                new Play(1, 4, 1_000, 10_000, SmallWorld.FIRST_DAY, 10)));
        long first = plays.timestampMillis(0);
        FeatureState state = session();
        assertSession(state, first, 0, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, 0, Float.NaN);
        state.observe(plays.slice(0, 1));
        assertSession(state, first + 12 * MINUTE, 1, 12, 2, 1, 0, 2, 0, 12);
        state.observe(plays.slice(1, 2));
        assertSession(state, first + 12 * MINUTE, 2, 12, 1.05f, .5f, .5f, .1f, 1, 12);
        assertSession(state, first + 30 * MINUTE, 0, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, 0, 30);
        InteractionLog later = SmallWorld.log(List.of(new Play(1, 2, 1_000, 10_000, SmallWorld.FIRST_DAY, 11)));
        state.observe(later);
        assertSession(state, first + 61 * MINUTE, 1, 1, .1f, 0, 1, .1f, 1, 1);
    }

    private static void assertSession(FeatureState state, long millis, float... expected) {
        FeatureRequests request =
                FeatureRequests.at(SmallWorld.FIRST_DAY, millis, new int[] {1}, new int[] {0}, SmallWorld.stageOne(1));
        assertArrayEquals(expected, state.fill(request).values(), 1e-6f);
    }

    private static FeatureState session() {
        FeatureState state = state(SESSION);
        state.advanceTo(SmallWorld.FIRST_DAY);
        return state;
    }

    /** Every third row, those of a day in another order than that of time. */
    private static int[] shuffledWithinDays() {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, LOG.size())
                .filter(row -> row % 3 == 0)
                .boxed()
                .toList());
        Collections.shuffle(rows, new Random(4));
        return rows.stream()
                .sorted((left, right) -> Integer.compare(LOG.day(left), LOG.day(right)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static FeatureRequests requests(int[] rows) {
        FeatureRequests requests = new FeatureRequests(
                IntStream.of(rows).map(LOG::user).toArray(),
                IntStream.of(rows).map(LOG::item).toArray(),
                IntStream.of(rows).map(LOG::day).toArray(),
                IntStream.of(rows).mapToLong(LOG::timestampMillis).toArray(),
                SmallWorld.stageOne(rows.length));
        assertEquals(rows.length, requests.size());
        return requests;
    }

    private static FeatureState state(FeaturesConfig config) {
        return new ReplayInputs(WORLD, LOG.slice(0, 100))
                .state(config, StageOneCells.SCORE_AND_RANK, SmallWorld.rules(4));
    }

    private static FeatureReplay replay(FeaturesConfig config) {
        return FeatureReplay.of(
                new ReplayInputs(WORLD, LOG.slice(0, 100)), StageOneCells.SCORE_AND_RANK, config, SmallWorld.rules(4));
    }
}
