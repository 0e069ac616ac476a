package dev.linger.pipeline.evaluation.pointwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaucTest {
    @Test
    void users_weigh_by_their_plays_and_those_of_one_class_are_left_out() {
        // User 4: three plays, relevant .9 over .5 and .1: AUC 1. User 2: two plays, relevant .2 under .6: AUC 0.
        // User 3: all relevant, left out. (3 * 1 + 2 * 0) / 5.
        Gauc gauc = Gauc.of(new int[] {4, 2, 4, 3, 2, 4}, new double[] {0.5, 0.2, 0.9, 0.7, 0.6, 0.1}, new boolean[] {
            false, true, true, true, false, false
        });
        assertEquals(0.6, gauc.value(), 1e-15);
        assertEquals(2, gauc.users());
    }

    @Test
    void without_a_user_of_both_classes_there_is_none() {
        Gauc gauc = Gauc.of(new int[] {0, 1}, new double[] {1, 2}, new boolean[] {true, false});
        assertTrue(Double.isNaN(gauc.value()));
        assertEquals(0, gauc.users());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_value_agrees_with_looking_at_every_pair_of_every_user(long seed) {
        SplittableRandom random = new Seed(seed).stream("gauc");
        int rows = 400;
        int[] user = random.ints(rows, 0, 30).toArray();
        double[] predictions =
                random.ints(rows, 0, 9).mapToDouble(level -> level / 3.0).toArray();
        boolean[] relevant = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            relevant[row] = random.nextInt(4) == 0;
        }
        double weighted = 0;
        double plays = 0;
        for (int u = 0; u < 30; u++) {
            int wanted = u;
            int[] own =
                    IntStream.range(0, rows).filter(row -> user[row] == wanted).toArray();
            double auc = XaucTest.ofEveryPair(
                    IntStream.of(own).mapToDouble(row -> predictions[row]).toArray(),
                    IntStream.of(own).mapToDouble(row -> relevant[row] ? 1 : 0).toArray());
            if (!Double.isNaN(auc)) {
                weighted += auc * own.length;
                plays += own.length;
            }
        }
        assertEquals(weighted / plays, Gauc.of(user, predictions, relevant).value(), 1e-12);
    }

    @Test
    void columns_of_different_length_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Gauc.of(new int[2], new double[2], new boolean[3]));
    }
}
