package dev.linger.candidates.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.data.InteractionLog;
import org.junit.jupiter.api.Test;

class RatePopularityTest extends SourceContract {
    @Override
    protected SourceConfig config() {
        return new RatePopularityConfig(5);
    }

    @Override
    protected String expectedName() {
        return "rate-popularity";
    }

    @Test
    void the_share_of_liked_plays_is_pulled_to_that_of_the_log() {
        InteractionLog log = new Plays()
                .add(0, 0, 2)
                .add(1, 0, 2)
                .add(2, 0, 0.5)
                .add(0, 1, 1)
                .log();
        double[] scores = new double[3];

        RatePopularity.of(log, 3, 1, 2).score(0, scores);

        // share = 2 / 4; item 0: (2 + 2 * 0.5) / (3 + 2); item 1, where 1 is not above 1: (0 + 2 * 0.5) / (1 + 2)
        assertArrayEquals(new double[] {0.6, 1.0 / 3, Double.NEGATIVE_INFINITY}, scores, 1e-12);
    }

    @Test
    void a_negative_prior_is_refused() {
        InteractionLog log = new Plays().log();
        assertThrows(IllegalArgumentException.class, () -> RatePopularity.of(log, 3, 1, -1));
    }
}
