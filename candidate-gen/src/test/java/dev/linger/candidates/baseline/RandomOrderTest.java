package dev.linger.candidates.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.data.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomOrderTest extends SourceContract {
    @Override
    protected SourceConfig config() {
        return new RandomOrderConfig();
    }

    @Override
    protected String expectedName() {
        return "random";
    }

    @Test
    void users_and_seeds_have_orders_of_their_own() {
        double[] scores = scores(1, 0);
        assertFalse(Arrays.equals(scores, scores(1, 1)));
        assertFalse(Arrays.equals(scores, scores(2, 0)));
    }

    @Test
    void scores_spread_evenly_over_0_to_1() {
        double sum = 0;
        for (int user = 0; user < 100; user++) {
            for (double score : scores(9, user)) {
                assertTrue(score >= 0 && score < 1);
                sum += score;
            }
        }
        assertEquals(0.5, sum / 10_000, 0.015); // five standard errors: 5 * sqrt(1 / 12) / sqrt(10,000)
    }

    private static double[] scores(long seed, int user) {
        double[] scores = new double[100];
        new RandomOrder(100, new Seed(seed)).score(user, scores);
        return scores;
    }
}
