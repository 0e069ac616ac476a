package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.listwise.AveragePrecision;
import dev.linger.pipeline.evaluation.listwise.HitRate;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Precision;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.listwise.ReciprocalRank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListMetricsTest {
    /** User 0 liked 2, 5, 9; user 1 liked 4; user 2 was shown 4 and did not like it. */
    private static final Judgments JUDGMENTS = Scenes.judge(Scenes.log(
            new int[] {0, 2, 2_000, 1_000},
            new int[] {0, 5, 2_000, 1_000},
            new int[] {0, 9, 2_000, 1_000},
            new int[] {1, 4, 2_000, 1_000},
            new int[] {2, 4, 500, 1_000}));

    @Test
    void a_list_worked_by_hand() {
        // L = 7 2 1 5 8, R = {2, 5, 9}: hits at ranks 2 and 4.
        ListMetrics metrics = ListMetrics.of(JUDGMENTS, List.of(Scenes.list(0, 7, 2, 1, 5, 8)), Scenes.metricsAt(10));
        assertEquals(1.0 / 3, valueOfUser0(metrics, new Precision(3)), 1e-15);
        assertEquals(2.0 / 10, valueOfUser0(metrics, new Precision(10)), 1e-15); // by 10, not by the 5 there are
        assertEquals(1.0 / 3, valueOfUser0(metrics, new Recall(3)), 1e-15);
        assertEquals(2.0 / 3, valueOfUser0(metrics, new Recall(4)), 1e-15);
        assertEquals(1.0, valueOfUser0(metrics, new HitRate(3)));
        assertEquals(0.5, valueOfUser0(metrics, new ReciprocalRank(3)));
        // AP@4 = (1/2 + 2/4) / min(4, 3) = 1/3; AP@10 is the same, for the ranks past 5 are misses.
        assertEquals(1.0 / 3, valueOfUser0(metrics, new AveragePrecision(4)), 1e-15);
        assertEquals(1.0 / 3, valueOfUser0(metrics, new AveragePrecision(10)), 1e-15);
        // DCG@4 = 1/log2(3) + 1/log2(5) = .63093 + .43068 = 1.06161; ideal 1 + .63093 + .5 = 2.13093; .49819.
        assertEquals(0.49819, valueOfUser0(metrics, new Ndcg(4)), 5e-6);
        // DCG@3 = .63093 of the same ideal: .29608.
        assertEquals(0.29608, valueOfUser0(metrics, new Ndcg(3)), 5e-6);
    }

    @Test
    void a_user_without_a_list_counts_as_zero_and_one_without_relevant_items_not_at_all() {
        ListMetrics metrics =
                ListMetrics.of(JUDGMENTS, List.of(Scenes.list(2, 4), Scenes.list(1, 4)), Scenes.metricsAt(1));
        assertArrayEquals(new int[] {0, 1}, JUDGMENTS.users());
        for (ListMetric metric : Scenes.metricsAt(1)) {
            assertArrayEquals(new double[] {0, 1}, metrics.values(metric), metric.name());
            assertEquals(0.5, metrics.mean(metric), metric.name());
        }
    }

    @Test
    void the_mean_over_nobody_is_not_a_number() {
        ListMetrics metrics =
                ListMetrics.of(Scenes.judge(Scenes.log()), List.of(Scenes.list(0, 1)), List.of(new Ndcg(5)));
        assertTrue(Double.isNaN(metrics.mean(new Ndcg(5))));
    }

    @Test
    void two_lists_of_one_user_are_an_error() {
        List<RankedList> twice = List.of(Scenes.list(1, 4), Scenes.list(1, 5));
        assertEquals(
                "user 1 has two lists",
                assertThrows(IllegalArgumentException.class, () -> ListMetrics.of(JUDGMENTS, twice, List.of()))
                        .getMessage());
    }

    @Test
    void what_looks_deeper_than_was_measured_is_an_error() {
        ListMetrics metrics = ListMetrics.of(JUDGMENTS, List.of(), List.of(new Ndcg(5), new Recall(10)));
        assertEquals(0, metrics.mean(new HitRate(10)));
        assertEquals(
                "NDCG@20 was not measured, only the first 10 ranks",
                assertThrows(IllegalArgumentException.class, () -> metrics.mean(new Ndcg(20)))
                        .getMessage());
    }

    @Test
    void tied_scores_count_in_order_of_items() {
        RankedList tied = RankedList.byScore(1, new int[] {6, 4, 3}, new double[] {1, 1, 1});
        ListMetrics metrics = ListMetrics.of(JUDGMENTS, List.of(tied), List.of(new ReciprocalRank(3)));
        assertEquals(0.5, metrics.values(new ReciprocalRank(3))[1]); // 3, 4, 6: item 4 at rank 2
    }

    @Test
    void the_order_in_which_lists_arrive_does_not_matter() {
        Judgments judgments = Scenes.judge(Scenes.randomLog(5, 40, 30, 300));
        List<RankedList> lists = Scenes.randomLists(5, 40, 30);
        List<RankedList> reversed = new ArrayList<>(lists);
        Collections.reverse(reversed);
        assertEquals(
                ListMetrics.of(judgments, lists, List.of(new Ndcg(10))).mean(new Ndcg(10)),
                ListMetrics.of(judgments, reversed, List.of(new Ndcg(10))).mean(new Ndcg(10)));
    }

    private static double valueOfUser0(ListMetrics metrics, ListMetric metric) {
        return metrics.values(metric)[0];
    }
}
