package dev.linger.pipeline.retrieval;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.Universe;
import dev.linger.candidates.baseline.OneOrder;
import dev.linger.pipeline.experiment.Scene;
import org.junit.jupiter.api.Test;

class EqualScoresTest {
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;

    /** The items 0, 1 and 2 of four. */
    private static final Universe UNIVERSE = Universe.playedIn(
            new Scene()
                    .play(0, 0, 1, 0, 8)
                    .play(0, 1, 1, 0, 9)
                    .play(0, 2, 1, 0, 10)
                    .log(),
            4);

    @Test
    void a_source_that_scores_what_it_knows_alike_tells_nothing_apart() {
        assertTrue(equal(1, 1, 1, 2));
        assertTrue(equal(0, UNKNOWN, 0, UNKNOWN));
    }

    @Test
    void one_score_that_differs_makes_an_order() {
        assertFalse(equal(1, 1, 1.5, 1));
    }

    @Test
    void a_source_that_knows_one_video_or_none_is_no_order_of_ids() {
        assertFalse(equal(1, UNKNOWN, UNKNOWN, UNKNOWN));
        assertFalse(equal(UNKNOWN, UNKNOWN, UNKNOWN, 1));
    }

    private static boolean equal(double... scores) {
        return EqualScores.of(new OneOrder("test", scores), UNIVERSE, new int[] {0, 1, 2});
    }
}
