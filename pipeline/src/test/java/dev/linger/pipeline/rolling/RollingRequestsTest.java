package dev.linger.pipeline.rolling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.Relevance;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.recommender.retrieval.Eligibility;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollingRequestsTest {
    private static final long TWO_HOURS = 7_200_000;

    /** Items 0 to 5 are known; user 0 has seen item 5 before the cut. */
    private static final Eligibility BEFORE = new Eligibility(
            Universe.playedIn(
                    new Scene()
                            .play(1, 0, 1, 0, 0)
                            .play(1, 1, 1, 0, 1)
                            .play(1, 2, 1, 0, 2)
                            .play(1, 3, 1, 0, 3)
                            .play(1, 4, 1, 0, 4)
                            .play(0, 5, 1, 0, 5)
                            .log(),
                    8),
            SeenItems.of(new Scene().play(0, 5, 1, 0, 5).log(), 2),
            List.of());

    private static final Relevance ABOVE_ONE = new RelevanceRule.RatioAbove(1, false).fit(new Scene().log());

    private static RollingRequests of(InteractionLog test, int most) {
        return RollingRequests.of(test, ABOVE_ONE, BEFORE, TWO_HOURS, most, new Seed(1));
    }

    @Test
    void a_session_asks_for_what_is_liked_in_it_and_later_that_day_and_new_to_the_user() {
        RollingRequests requests = of(
                new Scene()
                        .play(0, 0, 2, 1, 8)
                        .play(0, 1, .5, 1, 9)
                        .play(0, 5, 2, 1, 9)
                        .play(0, 7, 2, 1, 9)
                        .play(0, 2, 2, 1, 20)
                        .play(0, 0, 2, 1, 21)
                        .play(0, 3, 2, 2, 8)
                        .log(),
                10);
        assertEquals(3, requests.sessions());
        RollingRequests.Request morning = requests.all().get(0);
        assertEquals(Scene.millis(1, 8), morning.millis());
        assertArrayEquals(new int[] {0, 2}, morning.relevant());
        assertEquals(0, morning.playsSince());
        RollingRequests.Request evening = requests.all().get(1);
        assertEquals(Scene.millis(1, 20), evening.millis());
        assertArrayEquals(new int[] {2}, evening.relevant());
        assertEquals(4, evening.playsSince());
        RollingRequests.Request nextDay = requests.all().get(2);
        assertArrayEquals(new int[] {3}, nextDay.relevant());
        assertEquals(Scene.FIRST_DAY + 2, nextDay.day());
    }

    @Test
    void a_session_without_anything_to_find_is_no_request() {
        assertEquals(
                List.of(),
                of(new Scene().play(0, 0, .5, 1, 8).play(0, 5, 2, 1, 8).log(), 10)
                        .all());
    }

    @Test
    void of_more_than_are_wanted_some_are_drawn_and_stay_in_the_order_of_time() {
        Scene scene = new Scene();
        for (int day = 1; day <= 5; day++) {
            scene.play(0, day - 1, 2, day, 8).play(1, 5, 2, day, 7);
        }
        RollingRequests drawn = of(scene.log(), 3);
        assertEquals(6, drawn.sessions());
        assertEquals(3, drawn.all().size());
        for (int at = 1; at < 3; at++) {
            assertEquals(
                    1,
                    Integer.signum(Long.compare(
                            drawn.all().get(at).millis(),
                            drawn.all().get(at - 1).millis())));
        }
    }
}
