package dev.linger.candidates.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.data.InteractionLog;
import org.junit.jupiter.api.Test;

class PopularityTest extends SourceContract {
    @Override
    protected SourceConfig config() {
        return new PopularityConfig();
    }

    @Override
    protected String expectedName() {
        return "popularity";
    }

    @Test
    void plays_are_counted_repeats_included() {
        InteractionLog log = new Plays().add(0, 1, 1).add(0, 1, 0).add(1, 0, 1).log();
        double[] scores = new double[3];

        Popularity.of(log, 3).score(5, scores);

        assertArrayEquals(new double[] {1, 2, Double.NEGATIVE_INFINITY}, scores);
    }
}
