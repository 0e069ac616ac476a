package dev.linger.candidates.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.data.InteractionLog;
import org.junit.jupiter.api.Test;

class RecentLikedTest extends SourceContract {
    private static final long DAY = 86_400_000;

    @Override
    protected SourceConfig config() {
        return new RecentLikedConfig(2);
    }

    @Override
    protected String expectedName() {
        return "recent-liked";
    }

    @Test
    void a_liked_play_halves_with_every_half_life_of_age() {
        InteractionLog log = new Plays()
                .addAt(0, 0, 1.5, 2 * DAY)
                .addAt(1, 0, 1.5, 6 * DAY)
                .addAt(2, 0, 1, 9 * DAY)
                .addAt(0, 1, 0.5, 9 * DAY)
                .log();
        double[] scores = new double[3];

        RecentLiked.of(log, 3, 1, 4, 10 * DAY).score(0, scores);

        // item 0: 0.5^(8/4) + 0.5^(4/4); its third play and that of item 1 are not liked
        assertArrayEquals(new double[] {0.75, 0, Double.NEGATIVE_INFINITY}, scores, 1e-12);
    }

    @Test
    void a_play_at_the_cut_is_refused() {
        InteractionLog log = new Plays().addAt(0, 0, 2, 10).log();
        assertThrows(IllegalArgumentException.class, () -> RecentLiked.of(log, 1, 1, 1, 10));
    }

    @Test
    void a_half_life_of_zero_is_refused() {
        InteractionLog log = new Plays().log();
        assertThrows(IllegalArgumentException.class, () -> RecentLiked.of(log, 1, 1, 0, 10));
    }
}
