package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SeenItems;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StageOneTest {
    private static final int USERS = 13;
    private static final int ITEMS = 20;
    private static final int NEWCOMER = USERS - 1;
    private static final int UNPLAYED = ITEMS - 1;
    private static final InteractionLog TRAINING = Scene.randomLog(11, USERS - 1, ITEMS - 1, 80, 3);

    /** User 0 and the newcomer have every even video in the small matrix. */
    private static final WatchMatrix SMALL = evenVideosOf(0, NEWCOMER);

    private final StageOne withoutMatrix = fit(null);
    private final StageOne withMatrix = fit(SMALL);

    @Test
    void a_user_without_history_gets_the_list_of_the_fallback() {
        RankedList list = withoutMatrix.retrieval().topItems(NEWCOMER, ITEMS);
        int[] plays = new int[ITEMS];
        for (int row = 0; row < TRAINING.size(); row++) {
            plays[TRAINING.item(row)]++;
        }
        assertTrue(list.size() > 10);
        for (int position = 0; position < list.size(); position++) {
            assertEquals(plays[list.items()[position]], list.scores()[position]);
        }
    }

    @Test
    void what_a_user_has_played_is_no_candidate() {
        SeenItems seen = SeenItems.of(TRAINING, USERS);
        for (int user = 0; user < USERS; user++) {
            for (int item : withoutMatrix.retrieval().topItems(user, ITEMS).items()) {
                assertFalse(seen.contains(user, item), "user " + user + " has seen item " + item);
            }
        }
    }

    @Test
    void a_pair_of_the_small_matrix_is_no_candidate_of_any_source() {
        for (int user : new int[] {0, NEWCOMER}) {
            assertOddAlone(withMatrix.retrieval().topItems(user, ITEMS));
            for (ItemScorer scorer : withMatrix.baselines()) {
                assertOddAlone(withMatrix.retrieval(scorer).topItems(user, ITEMS));
            }
        }
    }

    @Test
    void the_small_matrix_changes_no_list_of_a_user_outside_it() {
        assertArrayEquals(
                withoutMatrix.retrieval().topItems(1, ITEMS).items(),
                withMatrix.retrieval().topItems(1, ITEMS).items());
    }

    @Test
    void a_video_that_was_not_played_before_is_no_candidate() {
        for (ItemScorer scorer : withoutMatrix.baselines()) {
            int[] items = withoutMatrix.retrieval(scorer).topItems(0, ITEMS).items();
            assertFalse(Arrays.stream(items).anyMatch(item -> item == UNPLAYED), scorer.name());
        }
    }

    @Test
    void als_is_measured_against_six_orders() {
        assertEquals(
                List.of("random", "popularity", "rate-popularity", "recent-liked", "shortest", "item-knn"),
                withoutMatrix.baselines().stream().map(ItemScorer::name).toList());
    }

    private static void assertOddAlone(RankedList list) {
        assertTrue(list.size() > 0, "user " + list.user());
        assertTrue(
                Arrays.stream(list.items()).allMatch(item -> item % 2 == 1),
                () -> "user " + list.user() + " " + Arrays.toString(list.items()));
    }

    private static StageOne fit(WatchMatrix small) {
        return StageOne.fit(
                Scene.dataset(USERS, ITEMS, TRAINING, small),
                TRAINING,
                Scene.millis(3, 0),
                Scene.candidates(),
                Scene.ALS,
                Scene.ONE_THREAD);
    }

    private static WatchMatrix evenVideosOf(int... users) {
        int each = ITEMS / 2;
        int size = users.length * each;
        double[] ratio = new double[size];
        int[] duration = new int[size];
        Arrays.fill(duration, 10_000);
        return new WatchMatrix(
                IntStream.range(0, size).map(at -> users[at / each]).toArray(),
                IntStream.range(0, size).map(at -> at % each * 2).toArray(),
                duration,
                ratio);
    }
}
