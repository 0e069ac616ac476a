package dev.linger.features.replay;

import static dev.linger.features.replay.SmallWorld.FIRST_DAY;
import static dev.linger.features.replay.SmallWorld.ZONE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.UserTable;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.SmallWorld.Play;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays that remember where pairs are, against states that look for each pair: with so many that not all get room. */
class RememberedPairsTest {
    private static final int SIZE = 2_100;
    private static final int DAYS = 8;
    private static final int ACTIVE = 60;
    private static final FeaturesConfig CONFIG =
            new FeaturesConfig(Groups.of(List.of("user-author", "seen-before", "debiased-history"), 3, 4), List.of());

    private final Dataset dataset = dataset(log(1, 12_000, FIRST_DAY, DAYS));
    private final ReplayInputs inputs = new ReplayInputs(dataset, dataset.log());

    @Test
    void every_row_of_every_day_is_that_of_a_state_that_looks_for_each_pair() {
        for (int time = 0; time < 2; time++) {
            FeatureReplay replay = replay();
            FeatureState slow = slow(dataset.log());
            for (int day = FIRST_DAY; day <= FIRST_DAY + DAYS; day++) {
                replay.advanceTo(day);
                assertSameRows(slow, replay.state(), day);
            }
        }
    }

    @Test
    void a_state_taken_from_a_replay_goes_on_with_other_plays_written_or_not(@TempDir Path temp) throws IOException {
        int today = FIRST_DAY + DAYS / 2;
        FeatureReplay replay = replay();
        replay.advanceTo(today);
        FeatureState read = FeatureState.read(
                CONFIG,
                dataset.tables(),
                SmallWorld.rules(5),
                StageOneCells.SCORE_AND_RANK,
                ModelReader.open(write(replay.state(), temp.resolve("replayed"))));
        FeatureState slow = slow(before(today));
        slow.advanceTo(today);
        SameFiles.require(temp.resolve("replayed"), write(slow, temp.resolve("slow")));
        SameFiles.require(temp.resolve("replayed"), write(read, temp.resolve("read")));
        assertSameRows(slow, replay.state(), today);
        assertSameRows(slow, read, today);
        InteractionLog live = log(2, 9_000, today, 2);
        for (FeatureState state : List.of(slow, replay.state(), read)) {
            state.observe(live);
        }
        for (int day = today + 1; day <= today + 2; day++) {
            assertSameRows(slow, replay.state(), day);
            assertSameRows(slow, read, day);
        }
    }

    private static Path write(FeatureState state, Path folder) throws IOException {
        ModelWriter writer = ModelWriter.create(folder);
        state.write(writer);
        writer.finish();
        return folder;
    }

    @Test
    void a_replay_that_met_other_plays_in_between_remembers_nothing_more() {
        int today = FIRST_DAY + DAYS / 2;
        FeatureReplay replay = replay();
        replay.advanceTo(today);
        InteractionLog live = log(3, 500, today, 1);
        replay.state().observe(live);
        InteractionLog past = before(today);
        FeatureState slow = slow(past);
        slow.advanceTo(today);
        slow.observe(live);
        slow.observe(dataset.log().slice(past.size(), dataset.log().size()));
        for (int day = today + 1; day <= FIRST_DAY + DAYS; day++) {
            replay.advanceTo(day);
            assertSameRows(slow, replay.state(), day);
        }
    }

    private FeatureReplay replay() {
        return FeatureReplay.of(inputs, StageOneCells.SCORE_AND_RANK, CONFIG, SmallWorld.rules(5));
    }

    private FeatureState slow(InteractionLog log) {
        FeatureState state = FeatureState.of(
                CONFIG,
                new GroupContext(
                        dataset.tables(), SmallWorld.rules(5), StageOneCells.SCORE_AND_RANK, inputs::quantiles));
        state.observe(log);
        return state;
    }

    private InteractionLog before(int day) {
        InteractionLog log = dataset.log();
        int end = (int)
                IntStream.range(0, log.size()).filter(row -> log.day(row) < day).count();
        return log.slice(0, end);
    }

    private static void assertSameRows(FeatureState expected, FeatureState actual, int day) {
        expected.advanceTo(day);
        actual.advanceTo(day);
        int rows = ACTIVE * ACTIVE;
        FeatureRequests everyPair = FeatureRequests.at(
                day,
                day * 86_400_000L,
                IntStream.range(0, rows).map(row -> spread(row / ACTIVE)).toArray(),
                IntStream.range(0, rows).map(row -> spread(row % ACTIVE)).toArray(),
                SmallWorld.stageOne(rows));
        assertArrayEquals(
                expected.fill(everyPair).values(), actual.fill(everyPair).values());
    }

    /** Of all users, and of all items, those that have plays. */
    private static int spread(int active) {
        return active * (SIZE / ACTIVE);
    }

    private static InteractionLog log(long seed, int count, int firstDay, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        return SmallWorld.log(Stream.generate(() -> new Play(
                        spread(random.nextInt(ACTIVE)),
                        spread(random.nextInt(ACTIVE)),
                        random.nextInt(30_000),
                        1 + random.nextInt(15_000),
                        firstDay + random.nextInt(days),
                        random.nextInt(24)))
                .limit(count)
                .toList());
    }

    /** Each item but some has an author of its own. */
    private static Dataset dataset(InteractionLog log) {
        int[] authors =
                IntStream.range(0, SIZE).map(item -> item % 7 == 3 ? -1 : item).toArray();
        List<String> names =
                IntStream.range(0, SIZE).mapToObj("%04d"::formatted).toList();
        return new Dataset(
                IdIndex.of("user", LongStream.range(0, SIZE)),
                IdIndex.of("item", LongStream.range(0, SIZE)),
                log,
                new UserTable(SIZE, List.of()),
                new ItemTable(
                        new int[SIZE],
                        new float[SIZE],
                        Stream.generate(() -> new int[0]).limit(SIZE).toArray(int[][]::new),
                        IdIndex.of("tag", LongStream.of(0)),
                        List.of(new AttributeColumn.Category("author_id", authors, names)),
                        new ItemTable.Roles(Optional.of("author_id"), List.of())),
                DailyStats.empty(SIZE),
                null,
                ZONE);
    }
}
