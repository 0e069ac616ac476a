package dev.linger.candidates.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.data.Friends;
import dev.linger.data.Workers;
import org.junit.jupiter.api.Test;

class FriendsLikedTest extends SourceContract {
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;
    private static final long DAY = 86_400_000;

    @Override
    protected SourceConfig config() {
        return new FriendsLikedConfig(0.5, 2);
    }

    @Override
    protected String expectedName() {
        return "friends-liked";
    }

    @Test
    void likes_of_friends_by_age_by_hand() {
        Plays plays = new Plays()
                .addAt(1, 0, 2, 6 * DAY) // half a half-life
                .addAt(1, 0, 2, 3 * DAY) // two of them
                .addAt(2, 0, 2, 7 * DAY)
                .addAt(2, 1, 1, 7 * DAY) // not liked
                .addAt(2, 2, 2, 5 * DAY)
                .addAt(3, 3, 2, 7 * DAY); // nobody's friend
        Friends friends = Friends.of(new int[][] {{1, 2}, {0}, {}, {}});
        FriendsLiked scorer = FriendsLiked.of(
                PairPlays.of(plays.log(), 4, Workers.ofCaller()),
                friends,
                4,
                new FriendsLikedConfig(1, 2),
                7 * DAY + 1,
                Workers.ofCaller());
        double[] scores = new double[4];
        scorer.score(0, scores);
        assertArrayEquals(new double[] {Math.sqrt(0.5) + 0.25 + 1, UNKNOWN, 0.5, UNKNOWN}, scores, 1e-6);
        scorer.score(1, scores);
        assertArrayEquals(new double[] {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN}, scores);
        scorer.score(2, scores);
        assertArrayEquals(new double[] {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN}, scores);
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new FriendsLikedConfig(-1, 7));
        assertThrows(IllegalArgumentException.class, () -> new FriendsLikedConfig(1, 0));
    }
}
