package dev.linger.features.replay;

import static dev.linger.features.replay.SmallWorld.FIRST_DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.SmallWorld.Play;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyTrendTest {
    private static final float NAN = Float.NaN;

    @Test
    void the_latest_earlier_day_is_compared_with_the_earlier_day_before_it() {
        // Item 4 on days 0, 3, 4 and 6; as of day 6 the latest is 4 and the one before it 3.
        FeatureRows rows = rows(
                stats(
                        new int[] {4, 4, 4, 4},
                        new int[] {0, 3, 4, 6},
                        new float[] {10, 20, 40, 999},
                        new float[] {1, 10, 30, 999},
                        new float[] {1, 2, 15, 999}),
                6,
                4);
        assertEquals(.75 - .5, value(rows, "daily_play_per_show_change"), 1e-6); // 30/40 - 10/20
        assertEquals(.5 - .2, value(rows, "daily_completion_change"), 1e-6); // 15/30 - 2/10
        assertEquals(Math.log(41 / 21.), value(rows, "daily_log_shows_change"), 1e-6);
        assertEquals(41 / 70., value(rows, "daily_play_per_show_7d"), 1e-6); // (1 + 10 + 30) / (10 + 20 + 40)
        assertEquals(18 / 41., value(rows, "daily_completion_7d"), 1e-6);
        assertEquals(Math.log(1 + 70 / 3.), value(rows, "daily_log_shows_7d"), 1e-6);
    }

    @Test
    void one_earlier_day_has_no_change_and_none_has_nothing() {
        DailyStats stats = stats(new int[] {4}, new int[] {3}, new float[] {10}, new float[] {5}, new float[] {1});
        FeatureRows one = rows(stats, 4, 4);
        assertTrue(Float.isNaN(value(one, "daily_play_per_show_change")));
        assertTrue(Float.isNaN(value(one, "daily_log_shows_change")));
        assertEquals(.5f, value(one, "daily_play_per_show_7d"));
        FeatureRows none = rows(stats, 3, 4);
        for (FeatureColumn column : none.columns()) {
            assertTrue(Float.isNaN(value(none, column.name())), column.name());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rates_of_seven_days_equal_sums_over_the_seven_latest_earlier_rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] day = random.ints(14, 0, 30).distinct().sorted().toArray();
        int[] item = new int[day.length];
        Arrays.fill(item, 4);
        float[][] counts = new float[3][day.length];
        for (float[] count : counts) {
            for (int row = 0; row < count.length; row++) {
                count[row] = random.nextInt(4) == 0 ? NAN : random.nextInt(50);
            }
        }
        DailyStats stats = stats(item, day, counts[0], counts[1], counts[2]);
        for (int asOfDay = 0; asOfDay < 32; asOfDay++) {
            int end = 0;
            while (end < day.length && day[end] < asOfDay) {
                end++;
            }
            int begin = Math.max(0, end - 7);
            FeatureRows rows = rows(stats, asOfDay, 4);
            assertEquals(slowRate(counts[1], counts[0], begin, end), value(rows, "daily_play_per_show_7d"), 1e-6);
            assertEquals(slowRate(counts[2], counts[1], begin, end), value(rows, "daily_completion_7d"), 1e-6);
        }
    }

    private static double slowRate(float[] over, float[] under, int begin, int end) {
        double a = 0;
        double b = 0;
        for (int row = begin; row < end; row++) {
            boolean both = !Float.isNaN(over[row]) && !Float.isNaN(under[row]);
            a += both ? over[row] : 0;
            b += both ? under[row] : 0;
        }
        return b > 0 ? a / b : Double.NaN;
    }

    /** Statistics of days from 0 on. */
    private static DailyStats stats(int[] item, int[] day, float[] shows, float[] plays, float[] complete) {
        return new DailyStats(
                SmallWorld.ITEMS,
                item,
                Arrays.stream(day).map(from -> FIRST_DAY + from).toArray(),
                Map.of(
                        DailyStat.SHOW_CNT, shows,
                        DailyStat.PLAY_CNT, plays,
                        DailyStat.COMPLETE_PLAY_CNT, complete));
    }

    private static FeatureRows rows(DailyStats stats, int asOfDay, int item) {
        Dataset dataset = SmallWorld.dataset(SmallWorld.log(List.of(new Play(0, 0, 1, 1, FIRST_DAY, 0))), stats);
        FeatureReplay replay = FeatureReplay.of(
                dataset,
                dataset.log(),
                StageOneCells.SCORE_AND_RANK,
                new FeaturesConfig(Groups.of(List.of("daily-trend"), 2, 2), List.of()),
                SmallWorld.rules(5));
        replay.advanceTo(FIRST_DAY + asOfDay);
        return replay.state()
                .fill(FeatureRequests.at(
                        FIRST_DAY + asOfDay, 0, new int[] {0}, new int[] {item}, SmallWorld.stageOne(1)));
    }

    private static float value(FeatureRows rows, String column) {
        return rows.value(0, rows.column(column));
    }
}
