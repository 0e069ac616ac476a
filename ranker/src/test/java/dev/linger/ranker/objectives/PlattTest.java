package dev.linger.ranker.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattTest {
    @Test
    void log_odds_that_are_three_times_too_far_are_brought_back() {
        SplittableRandom random = new SplittableRandom(5);
        double[] logOdds = new double[20_000];
        float[] labels = new float[logOdds.length];
        for (int row = 0; row < labels.length; row++) {
            double truth = random.nextDouble(-3, 2);
            logOdds[row] = 3 * truth + 1;
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-truth)) ? 1 : 0;
        }
        Platt platt = Platt.fit(logOdds, labels);
        assertEquals(1 / 3.0, platt.slope(), .02);
        assertEquals(-1 / 3.0, platt.intercept(), .05);
        assertTrue(platt.logLoss(logOdds, labels) < Platt.NONE.logLoss(logOdds, labels) - .1);
    }

    @Test
    void two_values_have_the_shares_of_each() {
        double[] logOdds = {-1, -1, -1, -1, 2, 2, 2, 2};
        float[] labels = {0, 0, 0, 1, 1, 1, 1, 0};
        Platt platt = Platt.fit(logOdds, labels);
        assertEquals(.25, platt.chance(-1), 1e-4);
        assertEquals(.75, platt.chance(2), 1e-4);
    }

    @Test
    void where_all_are_of_one_kind_nothing_is_changed() {
        assertEquals(Platt.NONE, Platt.fit(new double[] {1, 2}, new float[] {1, 1}));
    }

    @Test
    void the_loss_of_sure_chances_is_finite() {
        assertEquals(900, Platt.NONE.logLoss(new double[] {900}, new float[] {0}), 1e-9);
        assertEquals(0, Platt.NONE.logLoss(new double[] {900}, new float[] {1}), 1e-9);
    }
}
