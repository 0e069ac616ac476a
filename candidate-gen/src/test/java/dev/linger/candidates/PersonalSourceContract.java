package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source that learns from the user's own plays promises in addition. */
public abstract class PersonalSourceContract extends SourceContract {
    @Test
    void a_checkerboard_without_its_diagonal_is_completed() {
        int size = 30;
        InteractionLog log = Plays.checkerboardWithoutDiagonal(size);
        ItemScorer scorer = fitted(log, size, size);
        Retrieval retrieval = new Retrieval(scorer, scorer, Universe.playedIn(log, size), SeenItems.of(log, size));
        for (int user = 0; user < size; user++) {
            assertEquals(user, retrieval.topItems(user, 1).items()[0]);
        }
    }

    @Test
    void nothing_is_known_of_a_user_without_plays() {
        ItemScorer scorer =
                fitted(new Plays().add(0, 0, 2).add(0, 1, 2).add(1, 1, 2).log(), 3, 2);
        double[] scores = new double[2];
        scorer.score(2, scores);
        Arrays.stream(scores).forEach(score -> assertEquals(Double.NEGATIVE_INFINITY, score));
    }

    @Test
    void a_model_of_other_users_is_refused(@TempDir Path folder) throws IOException {
        InteractionLog log = Plays.random(3, 4, 20, 1);
        StoredModel stored = StoredModel.write(folder.resolve("model"), fitted(log, 3, 4));
        assertThrows(InputException.class, () -> config().read(stored.reader(), Tables.of(4, 4)));
        assertThrows(InputException.class, () -> config().read(stored.reader(), Tables.of(2, 4)));
    }
}
