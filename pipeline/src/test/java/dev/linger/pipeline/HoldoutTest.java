package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLog;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.config.EvaluationConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HoldoutTest {
    /** Relevant is what is watched longer than the median play: its threshold tells which plays it was fitted on. */
    private static final RelevanceRule ABOVE_MEDIAN = new RelevanceRule.DurationDebiased(0.5, 1);

    private static final RelevanceRule FULL_WATCH = new RelevanceRule.RatioAbove(1, true);

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

    private final Holdout holdout =
            Holdout.of(new TimeSplit(LOG, 2, 3, 5), new EvaluationConfig(List.of(ABOVE_MEDIAN, FULL_WATCH), 0.1, 40));

    @Test
    void the_test_is_judged_by_what_was_fitted_before_the_cut() {
        Judgments test = holdout.test().get(0);
        // Before the cut .1 .2 .25 .3 .4: above .25. With the test too, .05 .1 .2 .25 .28 .3 .4 1.5 2: above .28.
        assertEquals("debiased p50", test.rule());
        assertArrayEquals(new int[] {0, 2}, test.users());
        assertArrayEquals(new int[] {5}, test.relevant(0));
        assertArrayEquals(new int[] {6}, test.skipped(1));
    }

    @Test
    void the_validation_days_are_judged_by_the_first_rule_fitted_on_the_rows_before_them() {
        // Before them .1 .2 .3: above .2, so both plays are. With themselves it would be above .25, so one would be.
        assertEquals("debiased p50", holdout.validation().rule());
        assertArrayEquals(new int[] {0, 1}, holdout.validation().users());
        assertArrayEquals(new int[] {3}, holdout.validation().relevant(0));
        assertArrayEquals(new int[] {4}, holdout.validation().relevant(1));
    }

    @Test
    void the_rows_before_the_validation_days_are_history_and_fit_window() {
        InteractionLog before = holdout.beforeValidation();
        assertEquals(3, before.size());
        assertEquals(2, before.item(2));
    }

    @Test
    void users_with_a_relevant_item_by_any_rule_get_lists() {
        Holdout fullWatchFirst = Holdout.of(
                new TimeSplit(LOG, 2, 3, 5), new EvaluationConfig(List.of(FULL_WATCH, ABOVE_MEDIAN), 0.1, 40));
        assertArrayEquals(new int[] {2}, fullWatchFirst.test().get(0).users());
        assertArrayEquals(new int[] {0, 2}, fullWatchFirst.users());
        assertArrayEquals(new int[] {0, 2}, holdout.users());
    }
}
