package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.Elimination;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.ScorePosterior.Unsure;
import dev.linger.candidates.SparseRows;
import dev.linger.data.Draws;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlsPosteriorTest {
    private static final int[] ALL = IntStream.range(0, AlsCases.ITEMS).toArray();
    private static final int USER = 4;

    private static ScorePosterior.OfUser of(AlsModel model, InteractionLog fittedTo, InteractionLog plays) {
        long last = fittedTo.timestampMillis(fittedTo.size() - 1);
        return model.posterior(fittedTo, true).orElseThrow().of(plays, last).orElseThrow();
    }

    private static InteractionLog ofUser(InteractionLog log, int user) {
        Plays plays = new Plays();
        for (int row = 0; row < log.size(); row++) {
            if (log.user(row) == user) {
                plays.addAt(0, log.item(row), log.watchRatio(row), log.timestampMillis(row));
            }
        }
        return plays.log();
    }

    @Test
    void of_one_pair_and_one_factor_it_is_the_noise_over_the_weights() {
        // c = 1 + 3 * 2 = 7, p = 1: A = .5 y y + 7 y y + .1, m = 7 y / A, noise = 7 (1 - m y)^2.
        InteractionLog log = new Plays().add(0, 0, 2).log();
        AlsConfig config =
                new AlsConfig(1, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 0.5, 0.1, 0, 4, AlsConfig.Solver.CHOLESKY, 1);
        AlsModel model = AlsCases.train(log, config, 1);
        double y = model.itemFactors().value(0, 0);
        double a = 7.5 * y * y + 0.1;
        double noise = 7 * Math.pow(1 - 7 * y / a * y, 2);
        ScorePosterior.OfUser row = of(model, log, log);
        assertArrayEquals(new double[] {7 * y / a * y, 0}, row.means(new int[] {0, 1}), 1e-6);
        assertArrayEquals(
                new double[] {Math.sqrt(noise * y * y / a), 0}, row.deviations(new int[] {0, 1}, Unsure.USER), 1e-6);
        assertTrue(noise > 0.01);
    }

    @ParameterizedTest
    @MethodSource("dev.linger.candidates.als.AlsCases#exact")
    void it_is_that_of_the_inverse_of_all_pairs_weights(AlsConfig config) {
        InteractionLog log = AlsCases.log();
        AlsModel model = AlsCases.train(log, config, 1);
        SparseRows pairs = config.pairs(
                        PairPlays.of(log, AlsCases.USERS, Workers.ofCaller()), AlsCases.ITEMS, Workers.ofCaller())
                .byUser();
        double[][] ratios = DenseAls.ratios(pairs);
        double[][] items = DenseAls.rows(model.itemFactors());
        double noise = noise(config, ratios, DenseAls.rows(model.userFactors()), items);
        double[][] inverse = inverse(DenseAls.matrix(config, ratios[USER], new boolean[AlsCases.ITEMS], items));

        ScorePosterior.OfUser row = of(model, log, ofUser(log, USER));

        double[] mean = DenseAls.solveRow(config, ratios[USER], new boolean[AlsCases.ITEMS], items);
        for (int item : ALL) {
            assertEquals(dot(mean, items[item]), row.means(ALL)[item], 1e-6);
            double variance = noise * covariance(inverse, items[item], items[item]);
            assertEquals(Math.sqrt(variance), row.deviations(ALL, Unsure.USER)[item], 1e-6);
        }
        assertDrawsSpread(row, Unsure.USER, new double[] {
            noise * covariance(inverse, items[2], items[2]),
            noise * covariance(inverse, items[2], items[3]),
            noise * covariance(inverse, items[3], items[3])
        });
    }

    /**
     * Variances and covariances of 4,000 draws differ by about a fortieth from those that they are drawn from.
     *
     * @param expected the variance of the score of item 2, the covariance with that of item 3, and the variance of that
     */
    private static void assertDrawsSpread(ScorePosterior.OfUser row, Unsure of, double[] expected) {
        int count = 4_000;
        int[] two = {2, 3};
        double[] means = row.means(two);
        double[] sums = new double[3];
        Draws draws = new Draws(new Seed(5).stream("draws"));
        for (int draw = 0; draw < count; draw++) {
            double[] scores = row.draw(two, of, draws);
            double first = scores[0] - means[0];
            double second = scores[1] - means[1];
            sums[0] += first * first / count;
            sums[1] += first * second / count;
            sums[2] += second * second / count;
        }
        double tenth = 0.1 * Math.sqrt(expected[0] * expected[2]);
        assertEquals(expected[0], sums[0], 0.1 * expected[0]);
        assertEquals(expected[1], sums[1], tenth);
        assertEquals(expected[2], sums[2], 0.1 * expected[2]);
    }

    @ParameterizedTest
    @MethodSource("dev.linger.candidates.als.AlsCases#exact")
    void that_of_videos_is_of_their_own_pairs_weights(AlsConfig config) {
        InteractionLog log = AlsCases.log();
        AlsModel model = AlsCases.train(log, config, 1);
        double[][] ratios = DenseAls.ratios(
                config.pairs(PairPlays.of(log, AlsCases.USERS, Workers.ofCaller()), AlsCases.ITEMS, Workers.ofCaller())
                        .byUser());
        double[][] users = DenseAls.rows(model.userFactors());
        double[][] items = DenseAls.rows(model.itemFactors());
        double noise = noise(config, ratios, users, items);
        double[] mean = DenseAls.solveRow(config, ratios[USER], new boolean[AlsCases.ITEMS], items);

        ScorePosterior.OfUser row = of(model, log, ofUser(log, USER));

        double[] ofUser = row.deviations(ALL, Unsure.USER);
        double[] ofVideos = row.deviations(ALL, Unsure.VIDEOS);
        double[] ofBoth = row.deviations(ALL, Unsure.BOTH);
        int played = 0;
        for (int item : ALL) {
            double[] column = column(ratios, item);
            if (!DoubleStream.of(column).allMatch(Double::isNaN)) {
                double[][] inverse = inverse(DenseAls.matrix(config, column, new boolean[AlsCases.USERS], users));
                assertEquals(Math.sqrt(noise * covariance(inverse, mean, mean)), ofVideos[item], 1e-5);
                played++;
            }
            assertEquals(Math.hypot(ofUser[item], ofVideos[item]), ofBoth[item], 1e-12);
        }
        assertTrue(played > 2, played + " items");
        assertDrawsSpread(row, Unsure.VIDEOS, new double[] {ofVideos[2] * ofVideos[2], 0, ofVideos[3] * ofVideos[3]});
    }

    private static double[] column(double[][] rows, int column) {
        return Stream.of(rows).mapToDouble(row -> row[column]).toArray();
    }

    @Test
    void a_video_without_plays_is_less_sure_than_any_that_has_some() {
        AlsConfig config =
                new AlsConfig(5, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 0.2, 0.5, 0, 4, AlsConfig.Solver.CHOLESKY, 1);
        Plays plays = new Plays();
        IntStream.range(0, 200).forEach(play -> plays.add(play % 20, play * 7 % 11, 1 + play % 3));
        InteractionLog log = plays.log();
        double[] deviations =
                of(AlsCases.train(log, config, 1), log, ofUser(log, USER)).deviations(ALL, Unsure.VIDEOS);
        for (int item = 0; item < 11; item++) {
            assertTrue(deviations[item] < deviations[11], deviations[item] + " and " + deviations[11]);
        }
    }

    @Test
    void it_narrows_with_every_play_and_most_for_what_was_played() {
        // Whose ridge does not grow with the plays, so that a play adds c y y' to A and nothing else.
        AlsConfig config =
                new AlsConfig(5, AlsCases.WATCH_RATIO, RepeatRule.SUM, 0, 0.2, 0.5, 0, 4, AlsConfig.Solver.CHOLESKY, 1);
        InteractionLog log = AlsCases.log();
        AlsModel model = AlsCases.train(log, config, 1);
        double[] before = of(model, log, new Plays().add(0, 0, 1).log()).deviations(ALL, Unsure.USER);
        for (int played = 1; played < 20; played++) {
            Plays plays = new Plays();
            IntStream.rangeClosed(0, played).forEach(item -> plays.add(0, item, 1));
            double[] after = of(model, log, plays.log()).deviations(ALL, Unsure.USER);
            for (int item = 0; item < AlsCases.ITEMS - 1; item++) {
                assertTrue(after[item] <= before[item] * (1 + 1e-12), "item " + item + " after " + played);
            }
            assertTrue(after[played] < 0.95 * before[played], after[played] + " after " + before[played]);
            before = after;
        }
    }

    @Test
    void a_model_that_is_asked_again_draws_the_same_by_the_same_seed() {
        InteractionLog log = AlsCases.log();
        AlsModel model =
                AlsCases.train(log, AlsCases.exact().skip(2).findFirst().orElseThrow(), 1);
        double[] one = of(model, log, ofUser(log, USER)).draw(ALL, Unsure.BOTH, new Draws(new Seed(1).stream("a")));
        assertArrayEquals(
                one, of(model, log, ofUser(log, USER)).draw(ALL, Unsure.BOTH, new Draws(new Seed(1).stream("a"))));
    }

    @Test
    void nothing_is_known_of_a_user_without_plays() {
        InteractionLog log = AlsCases.log();
        AlsModel model = AlsCases.train(log, AlsCases.exact().findFirst().orElseThrow(), 1);
        assertEquals(
                Optional.empty(),
                model.posterior(log, false)
                        .orElseThrow()
                        .of(new Plays().log(), 1)
                        .map(row -> "known"));
    }

    private static double noise(AlsConfig config, double[][] ratios, double[][] users, double[][] items) {
        double sum = 0;
        int count = 0;
        for (int user = 0; user < users.length; user++) {
            for (int item = 0; item < items.length; item++) {
                if (!Double.isNaN(ratios[user][item])) {
                    double residual = config.weighting().preference(ratios[user][item]) - dot(users[user], items[item]);
                    sum += config.weighting().confidence(ratios[user][item]) * residual * residual;
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static double[][] inverse(double[][] a) {
        double[][] columns = new double[a.length][];
        for (int column = 0; column < a.length; column++) {
            double[] unit = new double[a.length];
            unit[column] = 1;
            double[][] copy = new double[a.length][];
            for (int row = 0; row < a.length; row++) {
                copy[row] = a[row].clone();
            }
            columns[column] = Elimination.solve(copy, unit);
        }
        return columns;
    }

    private static double covariance(double[][] inverse, double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                sum += one[i] * inverse[i][j] * other[j];
            }
        }
        return sum;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }
}
