package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every scorer that learns from the user's own plays promises besides. */
public abstract class PersonalScorerContract extends ItemScorerContract {
    @Test
    void a_checkerboard_without_its_diagonal_is_completed() {
        int size = 30;
        InteractionLog log = Plays.checkerboardWithoutDiagonal(size);
        try (Workers workers = new Workers(2)) {
            ItemScorer scorer = fitted(log, size, size, workers);
            Retrieval retrieval = new Retrieval(scorer, scorer, Universe.playedIn(log, size), SeenItems.of(log, size));
            for (int user = 0; user < size; user++) {
                assertEquals(user, retrieval.topItems(user, 1).items()[0]);
            }
        }
    }

    @Test
    void nothing_is_known_of_a_user_without_plays() {
        try (Workers workers = new Workers(1)) {
            ItemScorer scorer =
                    fitted(new Plays().add(0, 0, 2).add(0, 1, 2).add(1, 1, 2).log(), 3, 2, workers);
            double[] scores = new double[2];
            scorer.score(2, scores);
            Arrays.stream(scores).forEach(score -> assertEquals(Double.NEGATIVE_INFINITY, score));
        }
    }
}
