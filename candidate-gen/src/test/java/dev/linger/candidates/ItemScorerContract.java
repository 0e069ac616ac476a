package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import org.junit.jupiter.api.Test;

/** What every scorer promises. */
public abstract class ItemScorerContract {
    private static final int USERS = 30;
    private static final int ITEMS = 25;

    /** The scorer under test, fitted to a log. */
    protected abstract ItemScorer fitted(InteractionLog log, int userCount, int itemCount, Workers workers);

    /** The name tables show. */
    protected abstract String expectedName();

    @Test
    void the_name_is_the_one_tables_show() {
        assertEquals(expectedName(), fitted(1).name());
    }

    @Test
    void every_score_is_finite_or_unknown() {
        ItemScorer scorer = fitted(1);
        assertEquals(ITEMS, scorer.itemCount());
        for (double[] scores : scoresOfAll(scorer)) {
            for (double score : scores) {
                assertTrue(Double.isFinite(score) || score == Double.NEGATIVE_INFINITY, "score " + score);
            }
        }
    }

    @Test
    void what_stood_in_the_array_before_does_not_matter() {
        ItemScorer scorer = fitted(1);
        double[] clean = new double[ITEMS];
        scorer.score(3, clean);
        double[] used = new double[ITEMS];
        scorer.score(7, used);
        scorer.score(3, used);
        assertArrayEquals(clean, used);
    }

    @Test
    void scores_are_bitwise_the_same_for_1_2_and_3_threads() {
        double[][] one = scoresOfAll(fitted(1));
        for (int threads = 2; threads <= 3; threads++) {
            double[][] more = scoresOfAll(fitted(threads));
            for (int user = 0; user < USERS; user++) {
                assertArrayEquals(one[user], more[user]);
            }
        }
    }

    private ItemScorer fitted(int threads) {
        try (Workers workers = new Workers(threads)) {
            return fitted(Plays.random(USERS, ITEMS, 400, 8), USERS, ITEMS, workers);
        }
    }

    private static double[][] scoresOfAll(ItemScorer scorer) {
        double[][] scores = new double[USERS][scorer.itemCount()];
        for (int user = 0; user < USERS; user++) {
            scorer.score(user, scores[user]);
        }
        return scores;
    }
}
