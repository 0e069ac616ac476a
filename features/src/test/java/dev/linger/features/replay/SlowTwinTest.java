package dev.linger.features.replay;

import static dev.linger.features.replay.SmallWorld.FIRST_DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.FeaturesConfig.Freshness;
import dev.linger.features.replay.SmallWorld.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell that is counted from the log, against one that reads the log again for each cell. */
class SlowTwinTest {
    private static final int BUCKETS = 4;
    private static final List<String> FROM_THE_LOG = List.of(
            "user-history",
            "item-history",
            "user-bucket",
            "user-author",
            "user-tag",
            "author-history",
            "tag-history",
            "seen-before",
            "friends",
            "debiased-history");

    @ParameterizedTest
    @CsvSource({"1, 3, 5", "2, 0, 5", "3, 10, 1.5", "4, 0.5, 0.7", "5, 2, 3"})
    void every_cell_equals_one_counted_from_the_rows_before_the_day(long seed, double priorPlays, double ratioCap) {
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(plays(new SplittableRandom(seed))), DailyStats.empty(SmallWorld.ITEMS));
        InteractionLog history = dataset.log().slice(0, dataset.log().size() / 3);
        FeatureReplay replay = FeatureReplay.of(
                new ReplayInputs(dataset, history),
                StageOneCells.SCORE_AND_RANK,
                new FeaturesConfig(Groups.of(FROM_THE_LOG, priorPlays, BUCKETS), List.of()),
                SmallWorld.rules(ratioCap));
        SlowFeatures slow = new SlowFeatures(dataset, WatchQuantiles.fit(history, BUCKETS), priorPlays, ratioCap);
        int known = 0;
        for (int day : new int[] {0, 1, 2, 5, 9, 12, 21, 22, 26}) {
            replay.advanceTo(FIRST_DAY + day);
            known += compare(replay, slow, FIRST_DAY + day);
        }
        assertTrue(known > 7_000, "cells with a value: " + known);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 5", "2, 0.5, 0.7"})
    void live_every_cell_equals_one_counted_from_the_rows_before_the_instant(long seed, double priorPlays, double cap) {
        Dataset dataset = SmallWorld.dataset(
                SmallWorld.log(plays(new SplittableRandom(seed))), DailyStats.empty(SmallWorld.ITEMS));
        InteractionLog log = dataset.log();
        InteractionLog history = log.slice(0, log.size() / 3);
        int[] rows = IntStream.range(20, log.size()).filter(row -> row % 5 < 2).toArray();
        FeatureRequests requests = new FeatureRequests(
                IntStream.of(rows).map(log::user).toArray(),
                IntStream.of(rows).map(log::item).toArray(),
                IntStream.of(rows).map(log::day).toArray(),
                IntStream.of(rows).mapToLong(log::timestampMillis).toArray(),
                SmallWorld.stageOne(rows.length));
        FeatureReplay replay = FeatureReplay.of(
                new ReplayInputs(dataset, history),
                StageOneCells.SCORE_AND_RANK,
                new FeaturesConfig(Groups.of(FROM_THE_LOG, priorPlays, BUCKETS), List.of(), Freshness.LIVE),
                SmallWorld.rules(cap));
        SlowFeatures slow = new SlowFeatures(dataset, WatchQuantiles.fit(history, BUCKETS), priorPlays, cap);
        try (Workers workers = new Workers(2)) {
            FeatureRows filled = replay.fill(requests, workers, Progress.SILENT);
            compare(
                    filled,
                    (column, row) -> slow.cellAt(
                            column,
                            requests.user()[row],
                            requests.item()[row],
                            requests.asOfDay()[row],
                            requests.requestMillis()[row]));
        }
    }

    /** The number of cells that are not NaN. */
    private static int compare(FeatureReplay replay, SlowFeatures slow, int asOfDay) {
        int[] user = {0, 1, 3, 3, 6, 2, 5, 4, 0, 1, 6, 2, 5};
        int[] item = {0, 1, 2, 3, 4, 5, 6, 7, 8, 7, 7, 8, 2};
        FeatureRows rows =
                replay.state().fill(FeatureRequests.at(asOfDay, 0, user, item, SmallWorld.stageOne(user.length)));
        return compare(rows, (column, row) -> slow.cell(column, user[row], item[row], asOfDay));
    }

    private static int compare(FeatureRows rows, SlowCell slow) {
        int known = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.columns().size(); column++) {
                String name = rows.columns().get(column).name();
                double expected = slow.of(name, row);
                double tolerance = 1e-5 * (Math.abs(expected) > 1 ? Math.abs(expected) : 1);
                int at = row;
                assertEquals(
                        expected,
                        rows.value(row, column),
                        tolerance,
                        () -> name + " of user " + rows.user()[at] + ", item " + rows.item()[at] + ", row " + at);
                known += Double.isNaN(expected) ? 0 : 1;
            }
        }
        return known;
    }

    /** A cell by the slow twin. */
    private interface SlowCell {
        double of(String column, int row);
    }

    /** Days 0 to 8 and, after a gap, 19 to 25; ratios often exactly 0, 0.2 or 1, many plays of few pairs at one time. */
    private static List<Play> plays(SplittableRandom random) {
        List<Play> plays = new ArrayList<>();
        for (int play = 0; play < 350; play++) {
            Play one = play % 2 == 0
                    ? SmallWorld.randomPlay(random, FIRST_DAY, 9)
                    : SmallWorld.randomPlay(random, FIRST_DAY + 19, 7);
            int duration = 5 * (1 + random.nextInt(3_000));
            int[] exact = {0, duration / 5, duration, one.play(), one.play(), one.play() / 2};
            // User 4 and item 6 come late, user 1 likes one item.
            int user = one.user() == 4 && play % 2 == 0 ? 1 : one.user();
            int item = user == 1 && random.nextInt(3) > 0 ? 7 : one.item();
            plays.add(new Play(
                    user,
                    item == 6 && play % 2 == 0 ? 7 : item,
                    exact[random.nextInt(exact.length)],
                    duration,
                    one.day(),
                    random.nextInt(5)));
        }
        return plays;
    }
}
