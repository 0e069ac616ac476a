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
import dev.linger.pipeline.experiment.Rankers;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.Ranker;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.scoring.ListScoring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ListScoringTest {
    private static final int USERS = 50;
    private static final int ITEMS = 30;
    private static final InteractionLog LOG = Scene.randomLog(3, USERS, ITEMS, 2_000, 5);
    private static final Dataset DATASET = Scene.dataset(USERS, ITEMS, LOG, null);

    /** Stage one, and what features say of user and item. */
    private static final List<Ranker> TWO = List.of(
            byRow("stage one", (rows, row) -> rows.value(row, rows.column(FeatureColumn.STAGE_ONE_SCORE))),
            byRow(
                    "means",
                    (rows, row) -> rows.value(row, rows.column("item_mean_ratio"))
                            - 0.5 * rows.value(row, rows.column("user_mean_ratio"))));

    private static Ranker byRow(String name, ToDoubleBiFunction<FeatureRows, Integer> score) {
        return new Rankers.ByRow(name, score);
    }

    @Test
    void lists_ranked_together_equal_each_ranked_alone() {
        List<CandidateList> lists = lists();
        List<List<RankedList>> together = rank(Scene.ONE_THREAD, 3, lists, TWO);
        assertEquals(2, together.size());
        for (int at = 0; at < lists.size(); at++) {
            List<List<RankedList>> alone = rank(Scene.ONE_THREAD, 3, List.of(lists.get(at)), TWO);
            for (int system = 0; system < 2; system++) {
                assertSame(alone.get(system).get(0), together.get(system).get(at));
            }
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        List<List<RankedList>> one = rank(Scene.ONE_THREAD, 3, lists(), TWO);
        List<List<RankedList>> two = rank(Scene.TWO_THREADS, 3, lists(), TWO);
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
            double itemPlays = rank(
                            Scene.ONE_THREAD,
                            day,
                            List.of(list),
                            List.of(byRow("item_plays", (rows, row) -> rows.value(row, rows.column("item_plays")))))
                    .get(0)
                    .get(0)
                    .scores()[0];
            assertEquals((double) playsBefore, itemPlays);
        }
    }

    @Test
    void equal_scores_stand_in_order_of_items() {
        CandidateList list = new CandidateList(0, new int[] {4, 1, 9}, Scene.cells(new float[3], new float[3]));
        RankedList ranked = rank(Scene.ONE_THREAD, 1, List.of(list), List.of(byRow("zero", (rows, row) -> 0)))
                .get(0)
                .get(0);
        assertArrayEquals(new int[] {1, 4, 9}, ranked.items());
    }

    @Test
    void no_lists_give_no_systems() {
        assertEquals(List.of(), rank(Scene.ONE_THREAD, 1, List.of(), TWO));
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
            RunContext run, int day, List<CandidateList> lists, List<Ranker> rankers) {
        FeatureReplay replay = FeatureReplay.of(
                DATASET, DATASET.log(), StageOneCells.SCORE_AND_RANK, Scene.FEATURES, WatchRules.DEFAULTS);
        replay.advanceTo(Scene.FIRST_DAY + day, run.workers());
        return new ListScoring(replay.state(), Scene.millis(day, 0))
                .scores(lists, rankers, "rank", run.workers(), run.progress())
                .ranked((list, scores) -> scores, Integer.MAX_VALUE, run.workers());
    }

    private static void assertSame(RankedList expected, RankedList actual) {
        assertEquals(expected.user(), actual.user());
        assertArrayEquals(expected.items(), actual.items(), () -> Arrays.toString(actual.items()));
        assertArrayEquals(expected.scores(), actual.scores());
    }
}
