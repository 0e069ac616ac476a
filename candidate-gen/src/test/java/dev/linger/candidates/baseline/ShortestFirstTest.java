package dev.linger.candidates.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.data.InteractionLog;
import org.junit.jupiter.api.Test;

class ShortestFirstTest extends SourceContract {
    @Override
    protected SourceConfig config() {
        return new ShortestFirstConfig();
    }

    @Override
    protected String expectedName() {
        return "shortest";
    }

    @Test
    void the_score_is_the_length_of_the_latest_play_negated() {
        InteractionLog log = new Plays()
                .addOfLength(0, 0, 7_000)
                .addOfLength(1, 1, 3_000)
                .addOfLength(1, 0, 7_100)
                .log();
        double[] scores = new double[3];

        ShortestFirst.of(log, 3).score(0, scores);

        assertArrayEquals(new double[] {-7_100, -3_000, Double.NEGATIVE_INFINITY}, scores);
    }
}
