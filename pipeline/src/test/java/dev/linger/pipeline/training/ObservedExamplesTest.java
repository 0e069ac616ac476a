package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.ranker.TrainingSet;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObservedExamplesTest {
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;
    private static final float NONE = Float.NaN;

    /** User 0 has seen item 2, user 1 items 0 and 1; item 3 was never played. */
    private static final InteractionLog HISTORY = new Scene()
            .play(0, 2, 1, 0, 8)
            .play(1, 0, 1, 0, 9)
            .play(1, 1, 1, 0, 10)
            .log();

    private static final RetrievalColumns STAGE_ONE =
            Scene.columns(HISTORY, new double[] {0.5, 0.9, 0.7, 0.8}, new double[] {0.4, 0.1, 0.4, UNKNOWN});

    /** Rows by time: two users that take turns on one day, and a next day that begins with user 0. */
    private static final InteractionLog PART = new Scene()
            .play(1, 0, 0.5, 1, 8)
            .play(0, 2, 1.5, 1, 9)
            .play(1, 3, 2.5, 1, 10)
            .play(1, 2, 0.25, 2, 1)
            .play(0, 3, 4, 2, 2)
            .play(0, 0, 0, 2, 3)
            .log();

    @Test
    void rows_are_ordered_by_day_then_user_then_time() {
        ObservedExamples plays = of(PART, STAGE_ONE);
        int day = Scene.FIRST_DAY;
        assertArrayEquals(new int[] {0, 1, 1, 0, 0, 1}, plays.requests().user());
        assertArrayEquals(new int[] {2, 0, 3, 3, 0, 2}, plays.requests().item());
        assertArrayEquals(
                new int[] {day + 1, day + 1, day + 1, day + 2, day + 2, day + 2},
                plays.requests().asOfDay());
        assertArrayEquals(
                new long[] {
                    Scene.millis(1, 9),
                    Scene.millis(1, 8),
                    Scene.millis(1, 10),
                    Scene.millis(2, 2),
                    Scene.millis(2, 3),
                    Scene.millis(2, 1)
                },
                plays.requests().requestMillis());
        assertArrayEquals(new double[] {1.5, 0.5, 2.5, 4, 0, 0.25}, plays.watchRatio());
        assertArrayEquals(new int[] {10_000, 10_000, 10_000, 10_000, 10_000, 10_000}, plays.durationMillis());
    }

    @Test
    void a_group_is_the_plays_of_one_user_on_one_day() {
        assertArrayEquals(new int[] {0, 1, 1, 2, 2, 3}, of(PART, STAGE_ONE).group());
    }

    @Test
    void a_user_who_is_alone_on_two_days_has_two_groups() {
        InteractionLog alone = new Scene()
                .play(1, 0, 1, 1, 8)
                .play(1, 2, 1, 1, 9)
                .play(1, 3, 1, 2, 8)
                .log();
        assertArrayEquals(new int[] {0, 0, 1}, of(alone, STAGE_ONE).group());
    }

    @Test
    void each_row_has_its_score_and_rank_in_stage_one() {
        ObservedExamples plays = of(PART, STAGE_ONE);
        assertArrayEquals(
                new float[] {0.7f, 0.4f, NONE, 0.8f, 0.5f, 0.4f},
                Scene.scores(plays.requests().stageOne()));
        // Unseen and played before: items 0 (0.5) and 1 (0.9) for user 0, item 2 (0.4) for user 1.
        // User 0: item 2 stands behind item 1, item 3 likewise, item 0 likewise.
        // User 1: item 0 stands before item 2 by its index, item 3 is not known, item 2 is alone.
        assertArrayEquals(
                new float[] {2, 1, NONE, 2, 2, 1}, Scene.ranks(plays.requests().stageOne()));
    }

    @Test
    void labels_are_cut_down_to_the_cap_and_watch_ratios_are_not() {
        ObservedExamples plays = of(PART, STAGE_ONE);
        FeatureRows rows = new FeatureRows(
                List.of(), plays.requests().user(), plays.requests().item(), new float[0]);
        TrainingSet set = plays.trainingSet(rows, plays.cappedRatios(2));
        assertArrayEquals(new float[] {1.5f, 0.5f, 2, 2, 0, 0.25f}, set.label());
        assertArrayEquals(plays.group(), set.group());
        assertEquals(4, plays.watchRatio()[3]);
    }

    @Test
    void a_debiased_label_is_the_quantile_among_plays_of_about_the_same_length() {
        // Ratios .25 .5 1 1.5 of one length, in one bucket: WatchQuantiles says which share of them is below.
        InteractionLog fitted = new Scene()
                .play(0, 0, 0.25, 0, 8)
                .play(0, 1, 0.5, 0, 9)
                .play(0, 2, 1, 0, 10)
                .play(0, 3, 1.5, 0, 11)
                .log();
        WatchQuantiles quantiles = WatchQuantiles.fit(fitted, 1);
        float[] labels = of(PART, STAGE_ONE).quantiles(quantiles);
        double[] ratios = {1.5, 0.5, 2.5, 4, 0, 0.25};
        for (int row = 0; row < ratios.length; row++) {
            assertEquals((float) quantiles.of(10_000, ratios[row]), labels[row]);
        }
        assertTrue(labels[4] < labels[5] && labels[5] < labels[1] && labels[1] < labels[0]);
        assertTrue(labels[4] >= 0 && labels[3] <= 1);
    }

    @Test
    void a_part_without_rows_has_no_plays() {
        assertEquals(0, of(PART.slice(0, 0), STAGE_ONE).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scores_and_ranks_equal_a_slow_look_up(long seed) {
        int users = 150;
        int items = 40;
        InteractionLog log = Scene.randomLog(seed, users, items, 3_000, 6);
        InteractionLog history = log.slice(0, 1_000);
        double[][] scores = scoresWithTies(seed, users, items);
        Universe universe = Universe.playedIn(history, items);
        SeenItems seen = SeenItems.of(history, users);
        ObservedExamples plays =
                ObservedExamples.of(log.slice(1_000, 3_000), users, Scene.columns(history, scores), Scene.TWO_THREADS);
        for (int row = 0; row < plays.size(); row++) {
            int user = plays.requests().user()[row];
            int item = plays.requests().item()[row];
            assertEquals((float) scores[user][item], plays.requests().stageOne().score(row));
            assertEquals(
                    slowRank(universe, seen, scores[user], user, item),
                    plays.requests().stageOne().rank(row),
                    "rank of item " + item + " for user " + user);
        }
    }

    private static int slowRank(Universe universe, SeenItems seen, double[] scores, int user, int item) {
        int rank = 1;
        for (int other = 0; other < scores.length; other++) {
            boolean before = scores[other] > scores[item] || (scores[other] == scores[item] && other < item);
            if (before && universe.contains(other) && !seen.contains(user, other)) {
                rank++;
            }
        }
        return rank;
    }

    private static double[][] scoresWithTies(long seed, int users, int items) {
        SplittableRandom random = new Seed(seed).stream("scores");
        double[][] scores = new double[users][items];
        for (double[] ofUser : scores) {
            for (int item = 0; item < items; item++) {
                ofUser[item] = random.nextInt(10);
            }
        }
        return scores;
    }

    private static ObservedExamples of(InteractionLog part, RetrievalColumns stageOne) {
        return ObservedExamples.of(part, 2, stageOne, Scene.ONE_THREAD);
    }
}
