package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.scoring.ListScoring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ListScoringTest {
    private static final int USERS = 50;
    private static final int ITEMS = 30;
    private static final InteractionLog LOG = Scene.randomLog(3, USERS, ITEMS, 2_000, 5);
    private static final Dataset DATASET = Scene.dataset(USERS, ITEMS, LOG, null);

    @Test
    void lists_ranked_together_equal_each_ranked_alone() {
        List<CandidateList> lists = lists();
        List<List<RankedList>> together = rank(Scene.ONE_THREAD, 3, lists, ListScoringTest::twoSystems);
        assertEquals(2, together.size());
        for (int at = 0; at < lists.size(); at++) {
            List<List<RankedList>> alone =
                    rank(Scene.ONE_THREAD, 3, List.of(lists.get(at)), ListScoringTest::twoSystems);
            for (int system = 0; system < 2; system++) {
                assertSame(alone.get(system).get(0), together.get(system).get(at));
            }
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        List<List<RankedList>> one = rank(Scene.ONE_THREAD, 3, lists(), ListScoringTest::twoSystems);
        List<List<RankedList>> two = rank(Scene.TWO_THREADS, 3, lists(), ListScoringTest::twoSystems);
        for (int system = 0; system < 2; system++) {
            for (int at = 0; at < one.get(system).size(); at++) {
                assertSame(one.get(system).get(at), two.get(system).get(at));
            }
        }
    }

    @Test
    void features_are_as_of_the_day_asked_for() {
        CandidateList list = new CandidateList(0, new int[] {4}, Scene.cells(new float[1], new float[1]));
        for (int day = 0; day < 5; day++) {
            int asOf = Scene.FIRST_DAY + day;
            long playsBefore = IntStream.range(0, LOG.size())
                    .filter(row -> LOG.item(row) == 4 && LOG.day(row) < asOf)
                    .count();
            double itemPlays = rank(Scene.ONE_THREAD, day, List.of(list), rows ->
                            new double[][] {{rows.value(0, rows.column("item_plays"))}})
                    .get(0)
                    .get(0)
                    .scores()[0];
            assertEquals((double) playsBefore, itemPlays);
        }
    }

    @Test
    void equal_scores_stand_in_order_of_items() {
        CandidateList list = new CandidateList(0, new int[] {4, 1, 9}, Scene.cells(new float[3], new float[3]));
        RankedList ranked = rank(Scene.ONE_THREAD, 1, List.of(list), rows -> new double[][] {new double[rows.size()]})
                .get(0)
                .get(0);
        assertArrayEquals(new int[] {1, 4, 9}, ranked.items());
    }

    @Test
    void no_lists_give_no_systems() {
        assertEquals(List.of(), rank(Scene.ONE_THREAD, 1, List.of(), ListScoringTest::twoSystems));
    }

    /** Stage one, and what features say of user and item. */
    private static double[][] twoSystems(FeatureRows rows) {
        double[][] scores = new double[2][rows.size()];
        int stageOne = rows.column(FeatureColumn.STAGE_ONE_SCORE);
        int user = rows.column("user_mean_ratio");
        int item = rows.column("item_mean_ratio");
        for (int row = 0; row < rows.size(); row++) {
            scores[0][row] = rows.value(row, stageOne);
            scores[1][row] = rows.value(row, item) - 0.5 * rows.value(row, user);
        }
        return scores;
    }

    /** A list of 0 to 20 items for each user, so that blocks of lists differ in rows. */
    private static List<CandidateList> lists() {
        SplittableRandom random = new Seed(3).stream("lists");
        List<CandidateList> lists = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            int[] items =
                    random.ints(0, ITEMS).distinct().limit(random.nextInt(21)).toArray();
            float[] score = new float[items.length];
            float[] rank = new float[items.length];
            for (int at = 0; at < items.length; at++) {
                score[at] = random.nextInt(5);
                rank[at] = at + 1;
            }
            lists.add(new CandidateList(user, items, Scene.cells(score, rank)));
        }
        return lists;
    }

    private static List<List<RankedList>> rank(
            RunContext run, int day, List<CandidateList> lists, Function<FeatureRows, double[][]> systems) {
        FeatureReplay replay = FeatureReplay.of(
                DATASET, DATASET.log(), StageOneCells.SCORE_AND_RANK, Scene.FEATURES, WatchRules.DEFAULTS);
        replay.advanceTo(Scene.FIRST_DAY + day, run.workers());
        return new ListScoring(replay.state(), Scene.millis(day, 0))
                .rank(lists, Integer.MAX_VALUE, "rank", systems, run.workers(), run.progress());
    }

    private static void assertSame(RankedList expected, RankedList actual) {
        assertEquals(expected.user(), actual.user());
        assertArrayEquals(expected.items(), actual.items(), () -> Arrays.toString(actual.items()));
        assertArrayEquals(expected.scores(), actual.scores());
    }
}
