package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListMetricsTest {
    private static final int[] CUTOFFS = {1, 3, 5, 10, 50};

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
        ListMetrics metrics = ListMetrics.of(JUDGMENTS, List.of(Scenes.list(0, 7, 2, 1, 5, 8)), 3, 4, 10);
        assertEquals(1.0 / 3, valueOfUser0(metrics, ListMetric.PRECISION, 3), 1e-15);
        assertEquals(2.0 / 10, valueOfUser0(metrics, ListMetric.PRECISION, 10), 1e-15); // by 10, not by the 5 there are
        assertEquals(1.0 / 3, valueOfUser0(metrics, ListMetric.RECALL, 3), 1e-15);
        assertEquals(2.0 / 3, valueOfUser0(metrics, ListMetric.RECALL, 4), 1e-15);
        assertEquals(1.0, valueOfUser0(metrics, ListMetric.HIT_RATE, 3));
        assertEquals(0.5, valueOfUser0(metrics, ListMetric.RECIPROCAL_RANK, 3));
        // AP@4 = (1/2 + 2/4) / min(4, 3) = 1/3; AP@10 is the same, for the ranks past 5 are misses.
        assertEquals(1.0 / 3, valueOfUser0(metrics, ListMetric.AVERAGE_PRECISION, 4), 1e-15);
        assertEquals(1.0 / 3, valueOfUser0(metrics, ListMetric.AVERAGE_PRECISION, 10), 1e-15);
        // DCG@4 = 1/log2(3) + 1/log2(5) = .63093 + .43068 = 1.06161; ideal 1 + .63093 + .5 = 2.13093; .49819.
        assertEquals(0.49819, valueOfUser0(metrics, ListMetric.NDCG, 4), 5e-6);
        // DCG@3 = .63093 of the same ideal: .29608.
        assertEquals(0.29608, valueOfUser0(metrics, ListMetric.NDCG, 3), 5e-6);
    }

    @Test
    void a_user_without_a_list_counts_as_zero_and_one_without_relevant_items_not_at_all() {
        ListMetrics metrics = ListMetrics.of(JUDGMENTS, List.of(Scenes.list(2, 4), Scenes.list(1, 4)), 1);
        assertArrayEquals(new int[] {0, 1}, JUDGMENTS.users());
        for (ListMetric metric : ListMetric.values()) {
            assertArrayEquals(new double[] {0, 1}, metrics.values(metric, 1), metric.name());
            assertEquals(0.5, metrics.mean(metric, 1), metric.name());
        }
    }

    @Test
    void the_mean_over_nobody_is_not_a_number() {
        ListMetrics metrics = ListMetrics.of(Scenes.judge(Scenes.log()), List.of(Scenes.list(0, 1)), 5);
        assertTrue(Double.isNaN(metrics.mean(ListMetric.NDCG, 5)));
    }

    @Test
    void two_lists_of_one_user_are_an_error() {
        List<RankedList> twice = List.of(Scenes.list(1, 4), Scenes.list(1, 5));
        assertEquals(
                "user 1 has two lists",
                assertThrows(IllegalArgumentException.class, () -> ListMetrics.of(JUDGMENTS, twice, 5))
                        .getMessage());
    }

    @Test
    void a_cutoff_below_one_and_one_that_was_not_measured_are_errors() {
        assertThrows(IllegalArgumentException.class, () -> ListMetrics.of(JUDGMENTS, List.of(), 0));
        ListMetrics metrics = ListMetrics.of(JUDGMENTS, List.of(), 5, 10);
        assertEquals(
                "cutoff 20 was not measured, only [5, 10]",
                assertThrows(IllegalArgumentException.class, () -> metrics.mean(ListMetric.NDCG, 20))
                        .getMessage());
    }

    @Test
    void tied_scores_count_in_order_of_items() {
        RankedList tied = RankedList.byScore(1, new int[] {6, 4, 3}, new double[] {1, 1, 1});
        ListMetrics metrics = ListMetrics.of(JUDGMENTS, List.of(tied), 3);
        assertEquals(0.5, metrics.values(ListMetric.RECIPROCAL_RANK, 3)[1]); // 3, 4, 6: item 4 at rank 2
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void values_lie_between_zero_and_one_and_recall_never_falls_with_the_cutoff(long seed) {
        Judgments judgments = Scenes.judge(Scenes.randomLog(seed, 40, 30, 300));
        ListMetrics metrics = ListMetrics.of(judgments, Scenes.randomLists(seed, 40, 30), CUTOFFS);
        for (int user = 0; user < judgments.userCount(); user++) {
            double previous = 0;
            for (int cutoff : CUTOFFS) {
                for (ListMetric metric : ListMetric.values()) {
                    double value = metrics.values(metric, cutoff)[user];
                    assertTrue(value >= 0 && value <= 1, metric.at(cutoff) + " = " + value);
                }
                double recall = metrics.values(ListMetric.RECALL, cutoff)[user];
                assertTrue(recall >= previous);
                previous = recall;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void a_list_of_all_relevant_items_and_no_other_is_ideal(long seed) {
        Judgments judgments = Scenes.judge(Scenes.randomLog(seed, 10, 30, 100));
        List<RankedList> ideal = Arrays.stream(judgments.users())
                .mapToObj(user -> Scenes.list(user, judgments.relevant(user)))
                .toList();
        ListMetrics metrics = ListMetrics.of(judgments, ideal, CUTOFFS);
        for (int cutoff : CUTOFFS) {
            assertEquals(1.0, metrics.mean(ListMetric.NDCG, cutoff));
            assertEquals(1.0, metrics.mean(ListMetric.AVERAGE_PRECISION, cutoff));
        }
        assertEquals(1.0, metrics.mean(ListMetric.RECALL, 50));
    }

    @Test
    void the_order_in_which_lists_arrive_does_not_matter() {
        Judgments judgments = Scenes.judge(Scenes.randomLog(5, 40, 30, 300));
        List<RankedList> lists = Scenes.randomLists(5, 40, 30);
        List<RankedList> reversed = new ArrayList<>(lists);
        Collections.reverse(reversed);
        assertEquals(
                ListMetrics.of(judgments, lists, 10).mean(ListMetric.NDCG, 10),
                ListMetrics.of(judgments, reversed, 10).mean(ListMetric.NDCG, 10));
    }

    private static double valueOfUser0(ListMetrics metrics, ListMetric metric, int cutoff) {
        return metrics.values(metric, cutoff)[0];
    }
}
