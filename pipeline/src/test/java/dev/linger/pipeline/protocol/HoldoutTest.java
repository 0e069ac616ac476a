package dev.linger.pipeline.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.SeenItems;
import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.Universe;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.recommender.retrieval.Eligibility;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HoldoutTest {
    /** Relevant is what is watched longer than the median play: its threshold tells which plays it was fitted on. */
    private static final RelevanceRule ABOVE_MEDIAN = new RelevanceRule.DurationDebiased(0.5, 1);

    private static final RelevanceRule FULL_WATCH = new RelevanceRule.RatioAbove(1, true);
    private static final RelevanceRule ABOVE_ALMOST_NOTHING = new RelevanceRule.RatioAbove(0.1, true);

    private static final InteractionLog LOG = new Scene()
            // history
            .play(0, 0, 0.10, 0, 8)
            .play(0, 1, 0.20, 0, 9)
            // to fit
            .play(0, 2, 0.30, 1, 8)
            // to validate
            .play(0, 3, 0.25, 2, 8)
            .play(1, 4, 0.40, 2, 9)
            // to test
            .play(0, 5, 0.28, 3, 8)
            .play(1, 6, 0.05, 3, 9)
            .play(2, 6, 1.50, 3, 10)
            .play(2, 7, 2.00, 3, 11)
            .log();

    private final Holdout holdout = Holdout.of(
            new TimeSplit(LOG, 2, 3, 5),
            List.of(ABOVE_MEDIAN, FULL_WATCH, ABOVE_ALMOST_NOTHING),
            0.15,
            1,
            Workers.ofCaller());

    @Test
    void every_part_is_judged_by_every_rule_in_their_order() {
        List<String> rules = List.of("debiased p50", "ratio >= 1.0", "ratio >= 0.1");
        for (List<Judgments> part : List.of(holdout.fit().get(0).judgments(), holdout.validation(), holdout.test())) {
            assertEquals(rules, part.stream().map(Judgments::rule).toList());
        }
    }

    @Test
    void the_fit_window_is_judged_by_what_was_fitted_to_the_history() {
        // History .1 .2: its median is below .3, the window's one play.
        assertArrayEquals(new int[] {0}, holdout.fit().get(0).judgments().get(0).users());
        assertArrayEquals(new int[] {2}, holdout.fit().get(0).judgments().get(0).relevant(0));
        assertArrayEquals(new int[0], holdout.fit().get(0).judgments().get(1).users());
        assertArrayEquals(new int[] {2}, holdout.fit().get(0).judgments().get(2).relevant(0));
    }

    @Test
    void the_fit_window_does_not_move_the_threshold_it_is_judged_by() {
        // History .1 .12: all of the window's .18 .5 .6 are above the median. With them it would be .18.
        InteractionLog log = new Scene()
                .play(0, 0, 0.10, 0, 8)
                .play(0, 1, 0.12, 0, 9)
                .play(0, 2, 0.18, 1, 8)
                .play(0, 3, 0.50, 1, 9)
                .play(0, 4, 0.60, 1, 10)
                .play(0, 5, 0.70, 2, 8)
                .play(0, 6, 0.80, 3, 8)
                .log();
        Holdout other = Holdout.of(new TimeSplit(log, 2, 5, 6), List.of(ABOVE_MEDIAN), 0.1, 1, Workers.ofCaller());
        assertArrayEquals(
                new int[] {2, 3, 4}, other.fit().get(0).judgments().get(0).relevant(0));
    }

    @Test
    void the_test_is_judged_by_what_was_fitted_before_the_cut() {
        Judgments test = holdout.test().get(0);
        // Before the cut .1 .2 .25 .3 .4: above .25. With the test too, .05 .1 .2 .25 .28 .3 .4 1.5 2: above .28.
        assertArrayEquals(new int[] {0, 2}, test.users());
        assertArrayEquals(new int[] {5}, test.relevant(0));
        assertArrayEquals(new int[] {6}, test.skipped(1));
        assertArrayEquals(new int[] {2}, holdout.test().get(1).users());
        assertArrayEquals(new int[] {6, 7}, holdout.test().get(1).relevant(2));
    }

    @Test
    void the_validation_days_are_judged_by_what_was_fitted_to_the_rows_before_them() {
        // Before them .1 .2 .3: above .2, so both plays are. With themselves it would be above .25, so one would be.
        Judgments validation = holdout.validation().get(0);
        assertArrayEquals(new int[] {0, 1}, validation.users());
        assertArrayEquals(new int[] {3}, validation.relevant(0));
        assertArrayEquals(new int[] {4}, validation.relevant(1));
        assertArrayEquals(new int[0], holdout.validation().get(1).users());
    }

    @Test
    void stage_one_is_fitted_before_each_part_to_all_rows_before_it() {
        assertBefore(2, Scene.millis(1, 8), holdout.fit().get(0).before());
        assertBefore(3, Scene.millis(2, 8), holdout.beforeValidation());
        assertBefore(5, Scene.millis(3, 8), holdout.beforeTest());
    }

    @Test
    void each_stretch_of_the_fit_window_is_judged_and_fitted_before_by_the_rows_before_it() {
        InteractionLog log = new Scene()
                .play(0, 0, 0.10, 0, 8)
                .play(0, 1, 0.50, 1, 8)
                .play(0, 2, 0.40, 2, 8)
                .play(0, 3, 0.70, 3, 8)
                .play(0, 4, 0.80, 4, 8)
                .log();
        List<FitStretch> fit = Holdout.of(
                        new TimeSplit(log, 1, 3, 4), List.of(ABOVE_MEDIAN), 0.1, 2, Workers.ofCaller())
                .fit();
        assertEquals(2, fit.size());
        // Above .1 the .5 is relevant; above the median of .1 and .5 the .4 is.
        assertArrayEquals(new int[] {1}, fit.get(0).judgments().get(0).relevant(0));
        assertArrayEquals(new int[] {2}, fit.get(1).judgments().get(0).relevant(0));
        assertEquals(
                List.of(1, 2),
                fit.stream().map(stretch -> stretch.before().log().size()).toList());
        assertEquals(Scene.millis(2, 8), fit.get(1).before().cutMillis());
        assertEquals(2, fit.get(1).plays().item(0));
    }

    @Test
    void users_with_a_relevant_item_by_any_rule_get_lists() {
        assertArrayEquals(new int[] {0, 2}, Holdout.users(holdout.test().subList(0, 2)));
        assertArrayEquals(new int[] {2}, Holdout.users(holdout.test().subList(1, 2)));
        assertArrayEquals(new int[] {0, 1}, Holdout.users(holdout.validation()));
        assertArrayEquals(new int[0], Holdout.users(holdout.validation().subList(1, 2)));
    }

    @Test
    void nothing_is_relevant_that_no_list_of_the_part_could_hold() {
        // In the test user 2 likes 6 and 7, and had seen 6. What filters leave out stays relevant.
        Universe known = Universe.playedIn(LOG, 8).with(item -> true);
        SeenItems seen = SeenItems.none(3).with(SparsePattern.of(new int[][] {{}, {}, {6}}));
        Eligibility all = new Eligibility(known, SeenItems.none(3), List.of());
        Holdout within = holdout.within(
                List.of(all), all, new Eligibility(known, seen, List.of((user, item) -> false)), Workers.ofCaller());
        assertArrayEquals(new int[] {7}, within.test().get(1).relevant(2));
        assertArrayEquals(new int[] {6, 7}, within.test().get(1).whole().relevant(2));
        assertEquals(1, within.test().get(1).leftOut().pairs());
        assertArrayEquals(
                holdout.validation().get(0).users(), within.validation().get(0).users());
    }

    private static void assertBefore(int rows, long cutMillis, TrainingWindow before) {
        assertEquals(rows, before.log().size());
        assertEquals(LOG.item(rows - 1), before.log().item(rows - 1));
        assertEquals(cutMillis, before.cutMillis());
    }
}
