package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleOrderTest {
    @Test
    void relevant_items_come_first_and_both_parts_keep_their_order() {
        Judgments judgments = Scenes.judge(Scenes.log(new int[] {0, 1, 2_000, 1_000}, new int[] {0, 8, 2_000, 1_000}));
        RankedList oracle = OracleOrder.of(List.of(Scenes.list(0, 5, 8, 3, 1, 2)), judgments)
                .get(0);
        assertArrayEquals(new int[] {8, 1, 5, 3, 2}, oracle.items());
        assertArrayEquals(new double[] {5, 4, 3, 2, 1}, oracle.scores());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_order_of_the_same_candidates_is_better_at_any_cutoff(long seed) {
        Judgments judgments = Scenes.judge(Scenes.randomLog(seed, 25, 30, 200));
        List<RankedList> lists = Scenes.randomLists(seed, 25, 30);
        ListMetrics any = ListMetrics.of(judgments, lists, Scenes.metricsAt(30));
        ListMetrics oracle = ListMetrics.of(judgments, OracleOrder.of(lists, judgments), Scenes.metricsAt(30));
        for (int cutoff : new int[] {1, 5, 10, 30}) {
            for (ListMetric metric : Scenes.metricsAt(cutoff)) {
                double[] best = oracle.values(metric);
                double[] other = any.values(metric);
                for (int user = 0; user < best.length; user++) {
                    assertTrue(best[user] >= other[user], metric.name());
                }
            }
        }
    }

    @Test
    void the_headroom_captured_is_the_part_of_the_way_to_the_ceiling() {
        // Stage one .2, ceiling .6, the whole .3: (.3 - .2) / (.6 - .2) = .25.
        assertEquals(0.25, OracleOrder.headroomCaptured(0.3, 0.2, 0.6), 1e-12);
        assertEquals(-0.25, OracleOrder.headroomCaptured(0.1, 0.2, 0.6), 1e-12);
        assertTrue(Double.isNaN(OracleOrder.headroomCaptured(0.2, 0.2, 0.2)));
    }
}
