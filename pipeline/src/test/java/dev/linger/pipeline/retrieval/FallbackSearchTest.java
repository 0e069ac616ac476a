package dev.linger.pipeline.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.FitMemo;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.baseline.RecentLikedConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.data.config.Alternatives;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.config.AutoFallback;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.protocol.Holdout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FallbackSearchTest {
    private static final int ENOUGH = FallbackSearch.ENOUGH;
    private static final SourceConfig DAY = new RecentLikedConfig(1);
    private static final SourceConfig YEAR = new RecentLikedConfig(365);
    private static final AutoFallback AUTO = new AutoFallback(
            List.of(new Alternatives<>(Optional.empty(), List.of(DAY, YEAR)), Alternatives.only(Scene.POPULARITY)));

    @Test
    void what_suits_the_new_users_of_the_validation_window_is_chosen() {
        // Video 0 was liked most, long ago, and video 1 lately; new users like 0.
        FallbackSearch search = search(ENOUGH, 0, AUTO);
        assertEquals(YEAR, search.chosen());
        assertEquals(ENOUGH, search.users());
        assertEquals(
                List.of("halfLifeDays=1.0", "halfLifeDays=365.0", ""),
                search.trials().stream().map(FallbackSearch.Trial::keys).toList());
        assertEquals(1.0, search.trials().get(1).ndcg());
        assertTrue(search.trials().get(0).ndcg() < 1);
        assertEquals(
                "recent-liked halfLifeDays=365.0, the best of 3 on the validation window for its 50 new users",
                search.line());
    }

    @Test
    void they_may_as_well_want_what_was_liked_lately() {
        assertEquals(DAY, search(ENOUGH, 1, AUTO).chosen());
    }

    @Test
    void of_equally_good_orders_the_first_is_taken() {
        AutoFallback popularityFirst =
                new AutoFallback(List.of(Alternatives.only(Scene.POPULARITY), Alternatives.only(YEAR)));
        FallbackSearch search = search(ENOUGH, 0, popularityFirst);
        assertEquals(search.trials().get(0).ndcg(), search.trials().get(1).ndcg());
        assertEquals(Scene.POPULARITY, search.chosen());
    }

    @Test
    void where_too_few_users_are_new_all_stand_in_for_them() {
        FallbackSearch search = search(ENOUGH - 1, 0, AUTO);
        assertEquals(ENOUGH - 1, search.newUsers());
        assertEquals(ENOUGH, search.users());
        assertEquals(
                "recent-liked halfLifeDays=365.0, the best of 3 on the validation window for all its 50 users, of whom"
                        + " 49 are new, too few to tell by",
                search.line());
    }

    @Test
    void one_that_is_configured_is_taken_and_not_measured() {
        FallbackSearch search = search(ENOUGH, 0, DAY);
        assertEquals(DAY, search.chosen());
        assertEquals(List.of(), search.trials());
        assertEquals("recent-liked, as the configuration says", search.line());
    }

    /** So many new users like one video in the validation window; a user with a history does where they are too few. */
    private static FallbackSearch search(int newUsers, int liked, SourceConfig fallback) {
        Scene scene = new Scene();
        for (int user = 0; user < 4; user++) {
            scene.play(user, 0, 2, 0, 8 + user);
        }
        scene.play(0, 1, 2, 20, 8).play(1, 1, 2, 20, 9).play(2, 2, 0.1, 20, 10);
        int history = 7;
        scene.play(4, 2, 0.1, 21, 8);
        int validation = ENOUGH;
        for (int user = 0; user < newUsers; user++) {
            scene.play(5 + user, liked, 2, 22, 8);
        }
        if (newUsers < ENOUGH) {
            scene.play(4, liked, 2, 22, 9);
        }
        InteractionLog log = scene.play(0, 2, 2, 23, 8).log();
        Holdout holdout = Holdout.of(
                new TimeSplit(log, history, history + 1, history + 1 + validation),
                List.of(new RelevanceRule.RatioAbove(1, false)),
                0.1,
                1,
                Workers.ofCaller());
        RetrieverTrainer trainer = new RetrieverTrainer(
                Scene.dataset(5 + ENOUGH, 3, log, null),
                Scene.candidates(Scene.ALS).withFallback(fallback),
                WatchRules.DEFAULTS,
                Scene.TWO_THREADS);
        return FallbackSearch.of(trainer, List.of(), holdout, new FitMemo());
    }
}
