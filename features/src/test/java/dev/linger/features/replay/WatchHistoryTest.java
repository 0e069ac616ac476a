package dev.linger.features.replay;

import static dev.linger.features.replay.HandWorked.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.features.replay.SmallWorld.Play;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchHistoryTest {
    /** Item 1: day 0 ratio 0.1, day 5 ratio 1.5, day 8 ratios 2.0 and 0.4. Item 2: day 8 ratio 1.0. */
    private static final List<Play> PLAYS = List.of(
            play(0, 1, 0.1, 0, 1),
            play(0, 1, 1.5, 5, 1),
            play(1, 1, 2.0, 8, 1),
            play(2, 1, 0.4, 8, 2),
            play(0, 2, 1.0, 8, 3));

    @Test
    void all_plays_are_smoothed_to_all() {
        // All: sum 5.0 of 5, mean 1.0. Item 1: (4.0 + 2 * 1.0) / (4 + 2) = 1.0; item 2: (1 + 2) / 3.
        assertEquals(1, item("item_mean_ratio", 1), 1e-6);
        // Complete: 3 of 5; item 1: (2 + 2 * .6) / 6. Skipped: 1 of 5; item 1: (1 + 2 * .2) / 6.
        assertEquals(3.2 / 6, item("item_completion", 1), 1e-6);
        assertEquals(1.4 / 6, item("item_skip_rate", 1), 1e-6);
        // Squares: .01 + 2.25 + 4 + .16 + 1 = 7.42, mean 1.484; item 1: (6.42 + 2 * 1.484) / 6 - 1^2.
        assertEquals(Math.sqrt((6.42 + 2.968) / 6 - 1), item("item_ratio_sd", 1), 1e-6);
        assertEquals(1, item("item_days_since_last", 1));
    }

    @Test
    void the_median_lies_where_the_histogram_of_plays_and_prior_plays_passes_one_half() {
        // Bins of 3.2 / 32 = .1; each of the five plays adds 2 / 5 of a prior play to its bin. Item 1 has 6 in all:
        // 0.1: 1.4, 0.4: 1.4 (2.8), 1.0: .4 (3.2); the half, 3, lies (3 - 2.8) / .4 = 1/2 into the bin 1.0 to 1.1.
        assertEquals(1.05, item("item_median_ratio", 1), 1e-6);
    }

    @Test
    void recent_days_are_those_of_the_calendar_and_smoothed_to_all_days_of_the_item() {
        // As of day 9 the last day is 8, the last 3 are 6 to 8, the last 7 are 2 to 8.
        assertEquals(2, item("item_plays_1d", 1));
        assertEquals(2, item("item_plays_3d", 1));
        assertEquals(3, item("item_plays_7d", 1));
        // Item 1 over all days: mean 1.0, completion 3.2 / 6. Last day: (2.4 + 2 * 1.0) / 4.
        assertEquals(1.1, item("item_mean_ratio_1d", 1), 1e-6);
        assertEquals((1.5 + 2.4 + 2) / 5, item("item_mean_ratio_7d", 1), 1e-6);
        assertEquals((1 + 2 * 3.2 / 6) / 4, item("item_completion_1d", 1), 1e-6);
        assertEquals((2 + 2 * 3.2 / 6) / 5, item("item_completion_7d", 1), 1e-6);
        assertEquals((1 + 6.4 / 6) / 4 - (2 + 6.4 / 6) / 5, item("item_completion_trend", 1), 1e-6);
    }

    @Test
    void without_recent_plays_there_is_no_trend() {
        // Nothing of item 1 on days 1 to 4.
        assertEquals(0, HandWorked.cell("item-history", PLAYS, "item_completion_trend", 0, 1, 5));
        float mean = HandWorked.cell("item-history", PLAYS, "item_mean_ratio", 0, 1, 5);
        assertEquals(mean, HandWorked.cell("item-history", PLAYS, "item_mean_ratio_3d", 0, 1, 5), 1e-6);
    }

    @Test
    void a_share_grows_where_the_last_day_has_more_than_the_week_would_give() {
        // The last day has 3 plays, 2 of item 1; the last 7 have 4, 3 of item 1, which would give 3 * 3 / 4 = 2.25.
        assertEquals(2 / 3., item("item_play_share_1d", 1), 1e-6);
        assertEquals(Math.log(3 / 3.25), item("item_play_share_growth", 1), 1e-6);
        // Item 2: 1 play, and 1 * 3 / 4 = .75 expected.
        assertEquals(Math.log(2 / 1.75), item("item_play_share_growth", 2), 1e-6);
    }

    @Test
    void a_share_of_no_plays_is_missing() {
        assertTrue(Float.isNaN(HandWorked.cell("item-history", PLAYS, "item_play_share_1d", 0, 1, 5)));
        assertTrue(Float.isNaN(HandWorked.cell("item-history", PLAYS, "item_play_share_growth", 0, 1, 20)));
    }

    @Test
    void liked_plays_are_those_above_one_and_fade() {
        // Liked: 1.5 on day 5, which is four days ago, and 2.0 on day 8, one day ago; 1.0 is not liked.
        assertEquals(Math.log(2), item("item_log_liked_1d", 1), 1e-6);
        assertEquals(Math.log(3), item("item_log_liked_7d", 1), 1e-6);
        assertEquals(1 / 16. + 1 / 2., item("item_liked_decayed_1d", 1), 1e-6);
        assertEquals(1 / 4. + Math.sqrt(.5), item("item_liked_decayed_2d", 1), 1e-6);
        assertEquals(0, item("item_liked_decayed_1d", 2));
    }

    @Test
    void the_last_twenty_plays_of_a_user_are_smoothed_to_all_of_its_plays() {
        List<Play> plays = new ArrayList<>();
        for (int play = 0; play < 25; play++) {
            plays.add(play(3, play % 9, play < 10 ? 0.1 : 1.0, play / 5, play % 5));
        }
        // All 25: sum 1.0 + 15, mean .64, completion 15/25, skips 10/25. The last 20: 5 of ratio .1 and 15 of 1.0.
        assertEquals((15.5 + 2 * .64) / 22, user(plays, "user_mean_ratio_last_20", 3), 1e-6);
        assertEquals((15 + 2 * .6) / 22, user(plays, "user_completion_last_20", 3), 1e-6);
        assertEquals((5 + 2 * .4) / 22, user(plays, "user_skip_rate_last_20", 3), 1e-6);
        // A user without plays has the means of all.
        assertEquals(.64, user(plays, "user_mean_ratio_last_20", 4), 1e-6);
        assertEquals(.64, user(plays, "user_mean_ratio_3d", 4), 1e-6);
    }

    private static float item(String column, int item) {
        return HandWorked.cell("item-history", PLAYS, column, 0, item, 9);
    }

    private static float user(List<Play> plays, String column, int user) {
        return HandWorked.cell("user-history", plays, column, user, 0, 5);
    }
}
