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
import dev.linger.features.profile.RequestContext;
import dev.linger.features.replay.SmallWorld.Play;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureGroupsTest {
    private static final double PRIOR_PLAYS = 2;
    private static final double CAP = 3;

    /** Ratios: user 0 has 0.5 and 6.0 (capped 3.0), user 1 has 0.1; all on the first day. */
    private static final List<Play> PLAYS = List.of(
            new Play(0, 1, 5_000, 10_000, FIRST_DAY, 1),
            new Play(0, 2, 60_000, 10_000, FIRST_DAY, 2),
            new Play(1, 1, 1_000, 10_000, FIRST_DAY, 3));

    @Test
    void user_history_is_smoothed_to_the_mean_of_all_plays() {
        // Mean of all = (0.5 + 3 + 0.1) / 3 = 1.2; user 0 = (3.5 + 2 * 1.2) / (2 + 2) = 1.475.
        assertEquals(1.475f, cell("user_mean_ratio", 0, 5), 1e-6f);
        // Completion of all = 1/3; user 0 = (1 + 2/3) / 4.
        assertEquals((1 + 2 / 3f) / 4, cell("user_completion", 0, 5), 1e-6f);
        // Skips (ratio < 0.2): one of three; user 1 = (1 + 2/3) / (1 + 2).
        assertEquals((1 + 2 / 3f) / 3, cell("user_skip_rate", 1, 5), 1e-6f);
        assertEquals(2, cell("user_plays", 0, 5));
        assertEquals(1, cell("user_days_since_last", 0, 5));
    }

    @Test
    void a_user_without_plays_gets_the_mean_of_all_and_no_last_day() {
        assertEquals(1.2f, cell("user_mean_ratio", 3, 5), 1e-6f);
        assertTrue(Float.isNaN(cell("user_days_since_last", 3, 5)));
    }

    @Test
    void item_history_counts_the_plays_of_the_item() {
        // Item 1 = (0.5 + 0.1 + 2 * 1.2) / (2 + 2) = 0.75.
        assertEquals(.75f, cell("item_mean_ratio", 0, 1), 1e-6f);
        assertEquals(2, cell("item_plays", 0, 1));
    }

    @Test
    void age_is_counted_to_the_as_of_day_and_missing_before_the_upload() {
        // Item 3 is uploaded on FIRST_DAY - 2, item 8 on FIRST_DAY + 3, item 0 on no known day; as of FIRST_DAY + 1.
        assertEquals(3, cell("age_days", 0, 3));
        assertTrue(Float.isNaN(cell("age_days", 0, 8)));
        assertTrue(Float.isNaN(cell("age_days", 0, 0)));
    }

    @Test
    void daily_rates_come_from_the_latest_earlier_day() {
        DailyStats stats = new DailyStats(
                SmallWorld.ITEMS,
                new int[] {4, 4},
                new int[] {FIRST_DAY - 3, FIRST_DAY + 1},
                Map.of(
                        DailyStat.SHOW_CNT, new float[] {20, 1_000},
                        DailyStat.PLAY_CNT, new float[] {10, 1_000},
                        DailyStat.LIKE_CNT, new float[] {4, 1_000}));
        FeatureReplay replay = replay(stats);
        assertEquals(.5f, cell(replay, "daily_play_per_show", 0, 4));
        assertEquals(.4f, cell(replay, "daily_like_per_play", 0, 4));
        assertEquals((float) Math.log1p(20), cell(replay, "daily_log_shows", 0, 4));
        assertEquals(4, cell(replay, "daily_stats_age_days", 0, 4));
        assertTrue(Float.isNaN(cell(replay, "daily_completion", 0, 4)), "the statistic is absent");
        assertTrue(Float.isNaN(cell(replay, "daily_play_per_show", 0, 5)), "the item has no earlier day");
    }

    @Test
    void tags_and_stage_one_pass_through() {
        assertEquals(1, cell("tag_1", 0, 5)); // item 5 has the one tag 5 % 4
        assertTrue(Float.isNaN(cell("tag_2", 0, 5)));
        assertEquals(1, cell("tag_count", 0, 5));
        assertEquals(.25f, cell(FeatureColumn.STAGE_ONE_SCORE, 0, 5));
        assertEquals(17, cell(FeatureColumn.STAGE_ONE_RANK, 0, 5));
    }

    @Test
    void the_hour_is_local_to_the_data() {
        // 2020-07-06 is a Monday.
        assertEquals(1, cell("hour", 0, 5));
        assertEquals(0, cell("weekday", 0, 5));
    }

    @Test
    void the_weekday_is_a_column_where_it_is_asked_for() {
        assertEquals(List.of("hour"), context(false));
        assertEquals(List.of("hour", "weekday"), context(true));
    }

    private static List<String> context(boolean weekday) {
        Dataset dataset = SmallWorld.dataset(SmallWorld.log(PLAYS), DailyStats.empty(SmallWorld.ITEMS));
        FeatureReplay replay = FeatureReplay.of(
                dataset,
                dataset.log(),
                StageOneCells.SCORE_AND_RANK,
                new FeaturesConfig(List.of(new RequestContext.Config(weekday)), List.of()),
                SmallWorld.rules(CAP));
        return replay.columns().stream().map(FeatureColumn::name).toList();
    }

    private static FeatureReplay replay(DailyStats stats) {
        Dataset dataset = SmallWorld.dataset(SmallWorld.log(PLAYS), stats);
        return FeatureReplay.of(
                dataset,
                dataset.log(),
                StageOneCells.SCORE_AND_RANK,
                new FeaturesConfig(Groups.all(PRIOR_PLAYS, 4), List.of()),
                SmallWorld.rules(CAP));
    }

    private static float cell(String column, int user, int item) {
        return cell(replay(DailyStats.empty(SmallWorld.ITEMS)), column, user, item);
    }

    private static float cell(FeatureReplay replay, String column, int user, int item) {
        int asOfDay = FIRST_DAY + 1;
        long oneAtNight = LocalDateTime.of(2020, 7, 6, 1, 5)
                .atZone(SmallWorld.ZONE)
                .toInstant()
                .toEpochMilli();
        replay.advanceTo(asOfDay);
        FeatureRows rows = replay.state()
                .fill(FeatureRequests.at(
                        asOfDay,
                        oneAtNight,
                        new int[] {user},
                        new int[] {item},
                        new StageOneCells(StageOneCells.SCORE_AND_RANK, new float[] {.25f, 17})));
        return rows.value(0, rows.column(column));
    }
}
