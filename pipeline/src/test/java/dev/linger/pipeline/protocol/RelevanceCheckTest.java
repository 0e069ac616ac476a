package dev.linger.pipeline.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.evaluation.Judgments.PairFilter;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelevanceCheckTest {
    private static final RelevanceRule HALF = new RelevanceRule.RatioAbove(0.5, false);
    private static final RelevanceRule WHOLE = new RelevanceRule.RatioAbove(1.0, false);
    private static final PairFilter ANY = (user, item) -> true;
    private static final PairFilter NONE = (user, item) -> false;

    /** Two plays of each part, of which the test's reach .6 and the others 1.2. */
    private static final InteractionLog LOG = new Scene()
            .play(0, 0, 0.3, 0, 8)
            .play(1, 1, 1.2, 0, 9)
            .play(0, 1, 0.3, 1, 8)
            .play(1, 2, 1.2, 1, 9)
            .play(0, 2, 0.3, 2, 8)
            .play(1, 3, 1.2, 2, 9)
            .play(0, 3, 0.3, 3, 8)
            .play(1, 0, 0.6, 3, 9)
            .log();

    private final List<String> notices = new ArrayList<>();

    @Test
    void rules_that_every_part_satisfies_stay_as_they_are() {
        Holdout holdout = holdout(List.of(HALF));
        assertSame(holdout, new RelevanceCheck(holdout, ANY, ANY, 4).measurable(notices::add));
        assertEquals(List.of(), notices);
    }

    @Test
    void a_rule_that_no_play_of_the_test_satisfies_is_left_out_and_the_others_are_not() {
        Holdout left = new RelevanceCheck(holdout(List.of(WHOLE, HALF)), ANY, ANY, 4).measurable(notices::add);
        assertEquals(List.of(HALF), left.rules());
        assertEquals("ratio > 0.5", left.test().get(0).rule());
        assertEquals(1, left.fit().size());
        assertEquals(
                List.of("evaluation.relevance: ratio > 1.0 is left out, since no play of the test is relevant by it"
                        + " (relevant are 50.00 % of the 2 plays of the training window, of 1 users, 50.00 % of the 2 plays"
                        + " of the validation window, of 1 users, 0.00 % of the 2 plays of the test, of 0 users); the other"
                        + " rules are measured"),
                notices);
    }

    @Test
    void without_any_rule_left_the_key_and_the_ratios_that_there_are_are_said() {
        RelevanceCheck check = new RelevanceCheck(holdout(List.of(WHOLE)), ANY, ANY, 4);
        String message = assertThrows(InputException.class, () -> check.measurable(notices::add))
                .getMessage();
        assertTrue(message.contains("any rule of evaluation.relevance; ratio > 1.0 is left out"), message);
        assertTrue(message.endsWith("the highest is 0.60"), message);
    }

    @Test
    void what_is_relevant_must_be_such_that_it_could_have_been_recommended() {
        PairFilter unseen = (user, item) -> item != 0;
        RelevanceCheck check = new RelevanceCheck(holdout(List.of(HALF)), ANY, unseen, 4);
        String message = assertThrows(InputException.class, () -> check.measurable(notices::add))
                .getMessage();
        assertTrue(message.contains("what is relevant by it in the test could not have been recommended"), message);
    }

    @Test
    void that_nobody_has_an_unseen_video_is_said_instead_of_the_rules() {
        RelevanceCheck check = new RelevanceCheck(holdout(List.of(HALF)), ANY, NONE, 4);
        String message = assertThrows(InputException.class, () -> check.measurable(notices::add))
                .getMessage();
        assertTrue(message.startsWith("when the test begins no user has an unseen video"), message);
    }

    @Test
    void ratios_that_leave_nothing_to_learn_are_noticed() {
        assertEquals(List.of(), RatioNotices.of(LOG, WatchRules.DEFAULTS));
        InteractionLog alike =
                new Scene().play(0, 0, 0.7, 0, 8).play(1, 1, 0.7, 0, 9).log();
        assertTrue(RatioNotices.of(alike, WatchRules.DEFAULTS).get(0).contains("the watch ratio 0.7,"));
        InteractionLog capped =
                new Scene().play(0, 0, 0.7, 0, 8).play(1, 1, 1.0, 0, 9).log();
        assertTrue(RatioNotices.of(capped, WatchRules.DEFAULTS).get(0).contains("no play before the cut"));
        InteractionLog liked =
                new Scene().play(0, 0, 1.7, 0, 8).play(1, 1, 1.1, 0, 9).log();
        assertTrue(RatioNotices.of(liked, WatchRules.DEFAULTS).get(0).contains("all plays before the cut"));
    }

    private static Holdout holdout(List<RelevanceRule> rules) {
        return Holdout.of(new TimeSplit(LOG, 2, 4, 6), rules, 0.1, 1, Workers.ofCaller());
    }
}
