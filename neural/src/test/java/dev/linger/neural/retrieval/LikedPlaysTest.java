package dev.linger.neural.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.Plays;
import dev.linger.candidates.TimeDecay;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.neural.Histories;
import org.junit.jupiter.api.Test;

class LikedPlaysTest {
    /** Liked are the first and the third play. */
    private static final InteractionLog LOG =
            new Plays().add(0, 0, 1).add(0, 1, 0.1).add(1, 2, 3).log();

    private static LikedPlays liked(Weighting weighting) {
        VectorConfig config = new VectorConfig(8, 16, 8, 0, 0.1, 0.5, weighting, 1e9, 2, 64, 0.01, 1, false);
        return new LikedPlays(Histories.of(LOG, 2), LOG, 3, config, TimeDecay.NONE);
    }

    @Test
    void liked_plays_are_drawn_alike_by_a_weighting_without_growth() {
        LikedPlays plays = liked(new Weighting.WatchRatio(0, 5));
        assertEquals(Math.log(0.5), plays.logOfShare(0), 1e-6);
        assertEquals(Math.log(0.5), plays.logOfShare(2), 1e-6);
        assertArrayEquals(new int[] {0, 2}, plays.draw(new Seed(1).stream("x")));
    }

    @Test
    void what_was_watched_longer_is_drawn_in_proportion_to_its_confidence() {
        LikedPlays plays = liked(new Weighting.WatchRatio(1, 5)); // c is 1 + 1 and 1 + 3
        assertEquals(Math.log(1 / 3.0), plays.logOfShare(0), 1e-6);
        assertEquals(Math.log(2 / 3.0), plays.logOfShare(2), 1e-6);
        int drawn = 0;
        for (int epoch = 0; epoch < 1000; epoch++) {
            drawn += plays.draw(new Seed(epoch).stream("x")).length;
        }
        assertEquals(1500, drawn, 60); // the third always, the first every second time
    }
}
