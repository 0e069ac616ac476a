package dev.linger.candidates.ease;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.Elimination;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PersonalSourceContract;
import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.Withheld;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EaseTest extends PersonalSourceContract {
    @Override
    protected SourceConfig config() {
        return new EaseConfig(5, 1, 1_000);
    }

    @Override
    protected String expectedName() {
        return "ease";
    }

    /** Liked: user 0 items 0, 1; user 1 items 0, 1; user 2 item 0; item 2 is left; item 3 is never played. */
    private final InteractionLog log = new Plays()
            .add(0, 0, 2)
            .add(0, 1, 0.5)
            .add(0, 1, 2)
            .add(1, 0, 2)
            .add(1, 1, 2)
            .add(2, 0, 2)
            .add(2, 2, 1)
            .log();

    @Test
    void two_items_by_hand() {
        Ease ease = train(log, 4, 4, new EaseConfig(1, 1, 10));
        double[] scores = new double[4];

        // X'X + I = [[4, 2], [2, 3]], P = [[3, -2], [-2, 4]] / 8, B_01 = 2 / 4, B_10 = 2 / 3
        assertArrayEquals(new int[] {0, 1}, ease.items());
        assertEquals(0.5, ease.weight(0, 1), 1e-6);
        assertEquals(2 / 3.0, ease.weight(1, 0), 1e-6);
        assertEquals(0, ease.weight(0, 0));
        ease.score(2, scores); // likes 0
        double unknown = Double.NEGATIVE_INFINITY;
        assertArrayEquals(new double[] {0, 0.5, unknown, unknown}, scores, 1e-6);
        ease.score(0, scores); // likes 0 and 1
        assertArrayEquals(new double[] {2 / 3.0, 0.5, unknown, unknown}, scores, 1e-6);
    }

    @Test
    void the_items_liked_by_most_take_part() {
        Ease ease = train(log, 4, 4, new EaseConfig(1, 1, 1));
        double[] scores = new double[4];

        ease.score(0, scores);

        assertArrayEquals(new int[] {0}, ease.items()); // liked by 3, item 1 by 2
        assertEquals(0, scores[0]);
        assertEquals(Double.NEGATIVE_INFINITY, scores[1]);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.5", "7, 12, 1", "31, 40, 30", "32, 60, 2", "33, 50, 10", "70, 90, 0.2", "130, 100, 4"})
    void each_column_is_the_ridge_regression_of_its_item_on_all_others(int items, int users, double regularization) {
        InteractionLog plays = Plays.random(users + 1, items + 1, users * items / 3 + 1, items);

        Ease ease = train(plays, users, items, new EaseConfig(regularization, 0.8, 1_000));

        int size = ease.items().length;
        double[][] x = liked(plays, users, ease.items(), 0.8);
        for (int j = 0; j < size; j++) {
            double[] column = ridge(x, j, regularization);
            for (int i = 0; i < size; i++) {
                assertEquals(i == j ? 0 : column[i], ease.weight(i, j), 1e-5, "weight " + i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"31, 40, 30", "33, 50, 10", "70, 90, 2"})
    void a_column_is_the_ridge_regression_on_the_users_from_whom_its_item_was_not_withheld(
            int items, int users, double regularization) {
        InteractionLog plays = Plays.random(users + 1, items + 1, users * items / 3 + 1, items);
        // A block with holes, and a few pairs outside of it.
        boolean[][] withheld = new boolean[users][items];
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                withheld[user][item] = (user < users / 2 && item > 4 && item < 25)
                        ? (user + 3 * item) % 11 != 0
                        : (user * 5 + item) % 97 == 0;
            }
        }

        Ease ease = train(plays, Withheld.pairs(withheld), new EaseConfig(regularization, 0.8, 1_000));

        double[][] x = liked(plays, users, ease.items(), 0.8);
        for (int j = 0; j < ease.items().length; j++) {
            int item = ease.items()[j];
            double[][] known = IntStream.range(0, users)
                    .filter(user -> !withheld[user][item])
                    .mapToObj(user -> x[user])
                    .toArray(double[][]::new);
            double[] column = ridge(known, j, regularization);
            for (int i = 0; i < ease.items().length; i++) {
                assertEquals(i == j ? 0 : column[i], ease.weight(i, j), 1e-5, "weight " + i + ", " + j);
            }
        }
    }

    @Test
    void a_log_without_likes_says_nothing() {
        Ease ease = train(new Plays().add(0, 0, 0.5).log(), 1, 1, new EaseConfig(1, 1, 10));
        double[] scores = new double[1];

        ease.score(0, scores);

        assertEquals(Double.NEGATIVE_INFINITY, scores[0]);
    }

    @Test
    void a_ratio_at_the_threshold_is_not_liked_however_it_is_rounded() {
        InteractionLog plays = new Plays().add(0, 0, 0.8).add(0, 1, 0.801).log(); // (float) 0.8 > 0.8
        assertArrayEquals(
                new int[] {1}, train(plays, 1, 2, new EaseConfig(1, 0.8, 10)).items());
    }

    @Test
    void an_error_asks_for_more_regularization() {
        InteractionLog plays = new Plays().add(0, 0, 2).add(0, 1, 2).log(); // X'X is singular
        InputException error =
                assertThrows(InputException.class, () -> train(plays, 1, 2, new EaseConfig(1e-300, 1, 10)));
        assertEquals(
                "the matrix of EASE (2 items) cannot be inverted: raise regularization, which is 1.0E-300",
                error.getMessage());
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new EaseConfig(0, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new EaseConfig(1, Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> new EaseConfig(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new EaseConfig(1, 1, 46_341));
    }

    /** Minimizes |x_j - sum over i != j of b_i x_i|^2 + regularization |b|^2; b_j is 0. */
    private static double[] ridge(double[][] x, int j, double regularization) {
        int size = x[0].length;
        double[][] a = new double[size][size];
        double[] b = new double[size];
        for (int i = 0; i < size; i++) {
            a[i][i] = regularization;
            for (double[] user : x) {
                b[i] += i == j ? 0 : user[i] * user[j];
                for (int other = 0; other < size; other++) {
                    a[i][other] += i == j || other == j ? 0 : user[i] * user[other];
                }
            }
        }
        return Elimination.solve(a, b);
    }

    private static double[][] liked(InteractionLog log, int users, int[] items, double threshold) {
        double[][] x = new double[users][items.length];
        for (int row = 0; row < log.size(); row++) {
            for (int place = 0; place < items.length; place++) {
                if (log.item(row) == items[place] && log.watchRatio(row) > threshold) {
                    x[log.user(row)][place] = 1;
                }
            }
        }
        return x;
    }

    private static Ease train(InteractionLog log, int users, int items, EaseConfig config) {
        return train(log, WithheldPairs.none(users, items), config);
    }

    private static Ease train(InteractionLog log, WithheldPairs withheld, EaseConfig config) {
        try (Workers workers = new Workers(2)) {
            return EaseTrainer.train(
                    PairPlays.of(log, withheld.byUser().rowCount(), workers),
                    withheld,
                    config,
                    workers,
                    Progress.SILENT);
        }
    }
}
