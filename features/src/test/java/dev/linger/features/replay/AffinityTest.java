package dev.linger.features.replay;

import static dev.linger.features.replay.HandWorked.play;
import static dev.linger.features.replay.SmallWorld.FIRST_DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.ItemTable;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.SmallWorld.Play;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Authors: items 0, 1, 7 have author 0; items 2, 5, 6 author 1; items 4, 8 author 2; item 3 none. Tags: item 4 {0}, 5 {1},
 * 7 {1, 3}, 8 {0, 2}; items 0, 3, 6 none.
 */
class AffinityTest {
    /** User 0: item 1 ratio 0.5, item 7 ratio 1.5; user 1: item 5 ratio 1.0, item 1 twice, ratios 0.2 and 2.0. */
    private static final List<Play> PLAYS = List.of(
            play(0, 1, 0.5, 0, 1),
            play(1, 5, 1.0, 1, 1),
            play(0, 7, 1.5, 2, 1),
            play(1, 1, 0.2, 2, 2),
            play(1, 1, 2.0, 4, 3));

    // All: sum 5.2 of 5, mean 1.04, completion 3/5.
    private static final double USER_0 = (2.0 + 2 * 1.04) / 4;
    private static final double USER_1 = (3.2 + 2 * 1.04) / 5;

    @Test
    void a_user_and_an_author_are_smoothed_to_the_user() {
        assertEquals(2, cell("user-author", "user_author_plays", 0, 0));
        assertEquals((2.0 + 2 * USER_0) / 4, cell("user-author", "user_author_mean_ratio", 0, 0), 1e-6);
        // Completion of user 0: (1 + 2 * .6) / 4 = .55; with author 0: (1 + 2 * .55) / 4.
        assertEquals(2.1 / 4, cell("user-author", "user_author_completion", 0, 0), 1e-6);
        assertEquals(4, cell("user-author", "user_author_days_since_last", 0, 0));
    }

    @Test
    void a_user_who_never_met_the_author_has_the_users_mean() {
        assertEquals(0, cell("user-author", "user_author_plays", 0, 8));
        assertEquals(USER_0, cell("user-author", "user_author_mean_ratio", 0, 8), 1e-6);
        assertTrue(Float.isNaN(cell("user-author", "user_author_days_since_last", 0, 8)));
    }

    @Test
    void an_item_without_author_is_missing() {
        for (String column : List.of("plays", "mean_ratio", "completion", "days_since_last")) {
            assertTrue(Float.isNaN(cell("user-author", "user_author_" + column, 0, 3)), column);
        }
        assertTrue(Float.isNaN(cell("author-history", "author_plays", 0, 3)));
        assertTrue(Float.isNaN(cell("debiased-history", "user_author_quantile", 0, 3)));
    }

    @Test
    void several_tags_are_averaged_and_the_latest_day_counts() {
        // User 1 played tag 1 through items 1 (tag 1) and 5: 3 plays, last on day 4; tag 3 never.
        assertEquals(1.5, cell("user-tag", "user_tag_plays", 1, 7));
        double tag1 = (3.2 + 2 * USER_1) / 5;
        assertEquals((tag1 + USER_1) / 2, cell("user-tag", "user_tag_mean_ratio", 1, 7), 1e-6);
        assertEquals(2, cell("user-tag", "user_tag_days_since_last", 1, 7));
    }

    @Test
    void caption_categories_stand_beside_the_tags() {
        // Second level: items 0, 1, 6, 7, 8 are of category 0, which user 1 played twice, last on day 4.
        assertEquals(2, cell("user-tag", "user_second_category_plays", 1, 8));
        assertEquals((2.2 + 2 * USER_1) / 4, cell("user-tag", "user_second_category_mean_ratio", 1, 8), 1e-6);
        assertTrue(Float.isNaN(cell("user-tag", "user_third_category_plays", 1, 8)));
    }

    @Test
    void authors_and_tags_are_smoothed_to_all_plays() {
        // Author 0: 0.5, 1.5, 0.2, 2.0; liked on day 2 and on day 4, the last 3 days as of day 6 are 3 to 5.
        assertEquals(4, cell("author-history", "author_plays", 6, 0));
        assertEquals((4.2 + 2.08) / 6, cell("author-history", "author_mean_ratio", 6, 0), 1e-6);
        assertEquals((2 + 1.2) / 6, cell("author-history", "author_completion", 6, 0), 1e-6);
        assertEquals(Math.log(2), cell("author-history", "author_log_liked_3d", 6, 0), 1e-6);
        // Tag 1 has all five plays, tag 3 the one of item 7; a play of two tags is one of all plays.
        assertEquals(3, cell("tag-history", "tag_plays", 6, 7));
        assertEquals(((5.2 + 2.08) / 7 + (1.5 + 2.08) / 3) / 2, cell("tag-history", "tag_mean_ratio", 6, 7), 1e-6);
    }

    @Test
    void a_pair_seen_before_has_its_last_ratio() {
        assertEquals(2, cell("seen-before", "seen_plays", 1, 1));
        assertEquals(2f, cell("seen-before", "seen_last_ratio", 1, 1));
        assertEquals(2, cell("seen-before", "seen_days_since", 1, 1));
        assertEquals(0, cell("seen-before", "seen_plays", 0, 5));
        assertTrue(Float.isNaN(cell("seen-before", "seen_last_ratio", 0, 5)));
        assertTrue(Float.isNaN(cell("seen-before", "seen_days_since", 0, 5)));
    }

    void friends_who_played_the_item_are_counted_with_the_mean_of_all_their_plays() {
        // User 0 has the friends 1 and 2, of whom user 1 played item 1 twice, last on day 4.
        assertEquals(2, cell("friends", "friends", 0, 1));
        assertEquals(1, cell("friends", "friends_played", 0, 1));
        assertEquals(1.1, cell("friends", "friends_mean_ratio", 0, 1), 1e-6);
        assertEquals(2, cell("friends", "friends_days_since_last", 0, 1));
        assertEquals(0, cell("friends", "friends_played", 0, 7));
        assertTrue(Float.isNaN(cell("friends", "friends_mean_ratio", 0, 7)));
        assertTrue(Float.isNaN(cell("friends", "friends_days_since_last", 0, 7)));
        // User 0 is a friend of user 3, user 3 none of user 0; user 1 has no friends.
        assertEquals(1, cell("friends", "friends_played", 3, 7));
        assertEquals(1.5, cell("friends", "friends_mean_ratio", 3, 7), 1e-6);
        assertTrue(Float.isNaN(cell("friends", "friends", 1, 1)));
        assertTrue(Float.isNaN(cell("friends", "friends_played", 1, 1)));
    }

    @Test
    void an_item_falls_into_the_bucket_of_its_duration_or_of_its_last_play() {
        // The history has durations 4 s and 10 s: buckets from 0 and from 10 s. Item 1 is of 5.001 s in the table;
        // item 2 is missing there and was last played with 10 s.
        List<Play> plays = List.of(
                new Play(0, 2, 2_000, 4_000, FIRST_DAY, 1), // ratio .5
                new Play(0, 2, 15_000, 10_000, FIRST_DAY, 2)); // ratio 1.5
        // All and user 0: mean 1.0. Short: (.5 + 2) / 3, long: (1.5 + 2) / 3.
        assertEquals(2.5 / 3, bucket(plays, "user_bucket_mean_ratio", 1), 1e-6);
        assertEquals(3.5 / 3, bucket(plays, "user_bucket_mean_ratio", 2), 1e-6);
        assertEquals(1, bucket(plays, "user_bucket_plays", 2));
        assertEquals((1 + 2 * .5) / 3, bucket(plays, "user_bucket_completion", 2), 1e-6);
        // Item 6 is missing in the table and has no play.
        assertTrue(Float.isNaN(bucket(plays, "user_bucket_plays", 6)));
    }

    @Test
    void quantiles_are_those_of_the_history_and_smoothed_to_an_ordinary_play() {
        // History: the first three plays, ratios .5, 1.0, 1.5, quantiles 1/6, 1/2, 5/6. Later .2 is 0 and 2.0 is 1.
        // Item 1: 1/6, 0 and 1; (7/6 + 2 * .5) / 5.
        assertEquals(13 / 30., debiased("item_quantile", 0, 1), 1e-6);
        // Above .8 of item 1: the last play only; (1 + 2 * .2) / 5; it was two days ago: 1/4.
        assertEquals(.28, debiased("item_high_share", 0, 1), 1e-6);
        assertEquals(.25, debiased("item_high_decayed_1d", 0, 1), 1e-6);
        // Last 3 days, 3 to 5: quantile 1.
        assertEquals((1 + 2 * 13 / 30.) / 3, debiased("item_quantile_3d", 0, 1), 1e-6);
        assertEquals((1 + 2 * .28) / 3, debiased("item_high_share_3d", 0, 1), 1e-6);
        // User 0: 1/6 and 5/6; (1 + 1) / 4 = 1/2. User 1: 1/2, 0, 1; with author 0 the latter two.
        assertEquals(.5, debiased("user_quantile", 0, 1), 1e-6);
        assertEquals((1 + 2 * .5) / 4, debiased("user_author_quantile", 1, 1), 1e-6);
        assertEquals(.5, debiased("item_quantile", 0, 8), 1e-6);
        assertEquals(.2, debiased("item_high_share", 0, 8), 1e-6);
    }

    @Test
    void a_table_without_an_author_column_has_no_columns_of_authors_alone() {
        Dataset known = SmallWorld.dataset(SmallWorld.log(PLAYS), DailyStats.empty(SmallWorld.ITEMS));
        ItemTable items = known.itemTable();
        Dataset dataset = new Dataset(
                known.users(),
                known.items(),
                known.log(),
                known.userTable(),
                new ItemTable(
                        items.uploadDay(),
                        items.durationMillis(),
                        items.tags(),
                        items.tagIds(),
                        List.of(),
                        ItemTable.Roles.NONE),
                known.dailyStats(),
                null,
                known.zone());
        List<String> groups = List.of("user-author", "author-history", "user-tag", "debiased-history");
        FeatureReplay replay = FeatureReplay.of(
                dataset,
                dataset.log(),
                StageOneCells.SCORE_AND_RANK,
                new FeaturesConfig(Groups.of(groups, 2, 2), List.of()),
                SmallWorld.rules(3.2));
        replay.advanceTo(FIRST_DAY + 6);
        FeatureRows rows = replay.state()
                .fill(FeatureRequests.at(FIRST_DAY + 6, 0, new int[] {0}, new int[] {1}, SmallWorld.stageOne(1)));
        assertTrue(Float.isNaN(rows.value(0, rows.column("user_author_quantile"))));
        assertEquals(2, rows.value(0, rows.column("user_tag_plays")));
        assertTrue(rows.columns().stream()
                .noneMatch(column -> column.name().matches("(user_)?author_(plays|mean_ratio)|.*category.*")));
    }

    private static float cell(String group, String column, int user, int item) {
        return HandWorked.cell(group, PLAYS, column, user, item, 6);
    }

    private static float debiased(String column, int user, int item) {
        return HandWorked.cell("debiased-history", PLAYS, 3, column, user, item, 6);
    }

    private static float bucket(List<Play> plays, String column, int item) {
        return HandWorked.cell("user-bucket", plays, column, 0, item, 1);
    }
}
