package dev.linger.candidates.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.ItemScorerContract;
import dev.linger.candidates.Plays;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import org.junit.jupiter.api.Test;

class ShortestFirstTest extends ItemScorerContract {
    @Override
    protected ItemScorer fitted(InteractionLog log, int userCount, int itemCount, Workers workers) {
        return ShortestFirst.of(log, itemCount);
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
