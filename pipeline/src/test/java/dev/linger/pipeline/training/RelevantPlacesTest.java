package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelevantPlacesTest {
    private static final int USERS = 40;
    private static final int ITEMS = 60;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "10, 3", "10, 1000", "50, 7", "100, 1000000"})
    void hits_and_means_are_those_of_lists_that_are_sorted(int depth, int scoresOfItems) {
        SplittableRandom random = new SplittableRandom(depth * 31L + scoresOfItems);
        Judgments judgments = judgments();
        List<CandidateList> lists = new ArrayList<>();
        List<RankedList> sorted = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        for (int user = 0; user < USERS; user += 1 + random.nextInt(2)) {
            int[] items = IntStream.range(0, ITEMS)
                    .filter(item -> random.nextInt(3) > 0)
                    .toArray();
            shuffle(items, random);
            // Few different scores make ties; -0.0 ties with 0.0.
            double[] ofItems = Arrays.stream(items)
                    .mapToDouble(item -> random.nextInt(scoresOfItems) * (random.nextBoolean() ? 1.0 : -1.0))
                    .toArray();
            lists.add(list(user, items));
            scores.add(ofItems);
            sorted.add(RankedList.byScore(user, items, ofItems).top(depth));
        }
        List<ListMetric> metrics = List.of(new Ndcg(depth), new Recall(depth));
        ListMetrics slow = ListMetrics.of(judgments, sorted, metrics);
        RelevantPlaces places = RelevantPlaces.of(judgments, lists);
        for (ListMetric metric : metrics) {
            double[] values = places.ofNothing(metric);
            for (int list = 0; list < lists.size(); list++) {
                if (places.any(list)) {
                    int user = places.userOf()[list];
                    boolean[] hits = places.hits(list, lists.get(list).items(), scores.get(list), depth);
                    values[user] = metric.of(hits, places.relevantCount()[user]);
                }
            }
            assertArrayEquals(slow.values(metric), values);
        }
    }

    @Test
    void the_place_of_an_item_is_how_many_come_before_it() {
        RelevantPlaces places = new RelevantPlaces(new int[] {0}, new int[][] {{1, 3}}, new int[] {5});
        int[] items = {8, 6, 7, 2, 4};
        // In order: 4 (3.0), 6 and 7 (2.0), 8 (1.0), 2 (0.5): the relevant 6 and 2 are at positions 1 and 4.
        double[] scores = {1, 2, 2, 0.5, 3};
        assertArrayEquals(new boolean[] {false, true, false, false, true}, places.hits(0, items, scores, 10));
        assertArrayEquals(new boolean[] {false, true}, places.hits(0, items, scores, 4));
        assertArrayEquals(new boolean[0], places.hits(0, items, scores, 1));
    }

    @Test
    void a_list_of_a_user_without_a_relevant_item_does_not_matter() {
        Judgments judgments = judgments();
        int user = IntStream.range(0, 1_000)
                .filter(other -> !judgments.isCounted(other))
                .findFirst()
                .orElseThrow();
        RelevantPlaces places = RelevantPlaces.of(judgments, List.of(list(user, new int[] {1, 2})));
        assertFalse(places.any(0));
        assertEquals(judgments.userCount(), places.relevantCount().length);
    }

    @Test
    void two_lists_of_a_user_are_refused() {
        List<CandidateList> twice = List.of(list(3, new int[] {1}), list(3, new int[] {2}));
        assertThrows(IllegalArgumentException.class, () -> RelevantPlaces.of(judgments(), twice));
    }

    private static Judgments judgments() {
        InteractionLog log = Scene.randomLog(5, USERS, ITEMS, 600, 6);
        return Judgments.of(log, new RelevanceRule.RatioAbove(1, false).fit(log), 0.2);
    }

    private static CandidateList list(int user, int[] items) {
        return new CandidateList(user, items, StageOneCells.unknown(StageOneCells.SCORE_AND_RANK, items.length));
    }

    private static void shuffle(int[] items, SplittableRandom random) {
        for (int at = items.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int item = items[at];
            items[at] = items[other];
            items[other] = item;
        }
    }
}
