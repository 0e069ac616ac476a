package dev.linger.candidates.union;

import static dev.linger.candidates.union.CandidateUnionTest.list;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuotaSearchTest {
    @Test
    void quotas_move_to_where_the_recall_rises_most_until_it_does_not() {
        // Recall of quotas (a, b, c) = a root each, weighted 1, 3, 2: best at 12 (1 : 9 : 4) / 14.
        List<QuotaSearch.Step> steps = QuotaSearch.search(
                3,
                12,
                2,
                quotas -> Math.sqrt(quotas[0]) + 3 * Math.sqrt(quotas[1]) + 2 * Math.sqrt(quotas[2]),
                Progress.SILENT);

        assertArrayEquals(new int[] {12, 0, 0}, steps.get(0).quotas());
        assertArrayEquals(new int[] {10, 2, 0}, steps.get(1).quotas()); // the steepest first
        assertArrayEquals(new int[] {8, 2, 2}, steps.get(2).quotas()); // 2 sqrt 2 > 3 (sqrt 4 - sqrt 2)
        assertArrayEquals(new int[] {2, 6, 4}, steps.get(steps.size() - 1).quotas());
        for (int at = 1; at < steps.size(); at++) {
            assertTrue(steps.get(at).recall() > steps.get(at - 1).recall());
        }
    }

    @Test
    void of_equal_moves_the_first_is_made_and_a_flat_recall_makes_none() {
        List<QuotaSearch.Step> two = QuotaSearch.search(3, 4, 3, quotas -> quotas[0] == 4 ? 0 : 1, Progress.SILENT);
        assertEquals(2, two.size());
        assertArrayEquals(new int[] {1, 3, 0}, two.get(1).quotas());

        assertEquals(
                1, QuotaSearch.search(3, 4, 1, quotas -> 0.5, Progress.SILENT).size());
        assertEquals(
                1,
                QuotaSearch.search(1, 4, 1, quotas -> quotas[0], Progress.SILENT)
                        .size());
    }

    @Test
    void a_source_with_less_than_a_step_gives_what_it_has() {
        List<QuotaSearch.Step> steps = QuotaSearch.search(2, 5, 3, quotas -> quotas[1], Progress.SILENT);

        assertArrayEquals(new int[] {2, 3}, steps.get(1).quotas());
        assertArrayEquals(new int[] {0, 5}, steps.get(2).quotas());
        assertEquals(3, steps.size());
    }

    @Test
    void recall_is_the_mean_over_users_with_relevant_items() {
        List<List<RankedList>> lists = List.of(
                List.of(list(1, 2, 3), list(4, 5, 6)), List.of(list(1, 2), list(2, 3)), List.of(list(1), list(1)));
        int[][] relevant = {{1, 4, 5}, {3}, {}};
        try (Workers workers = new Workers(2)) {
            UnionRecall recall = new UnionRecall(lists, relevant, 2, workers);

            assertEquals((1 / 3.0 + 0) / 2, recall.applyAsDouble(new int[] {2, 0}), 1e-12); // 1 2 and 1 2
            assertEquals((2 / 3.0 + 0) / 2, recall.applyAsDouble(new int[] {1, 1}), 1e-12); // 1 4 and 1 2
            assertEquals((2 / 3.0 + 1) / 2, recall.applyAsDouble(new int[] {0, 2}), 1e-12); // 4 5 and 2 3
            // (2, 0) to (1, 1) rises, then (1, 1) to (0, 2)
            List<QuotaSearch.Step> steps = QuotaSearch.search(2, 2, 1, recall, Progress.SILENT);
            assertArrayEquals(new int[] {0, 2}, steps.get(2).quotas());
            assertThrows(IllegalArgumentException.class, () -> new UnionRecall(lists, new int[3][0], 2, workers));
            assertThrows(IllegalArgumentException.class, () -> new UnionRecall(lists, new int[1][1], 2, workers));
        }
    }

    @Test
    void recall_is_bitwise_the_same_for_1_2_and_3_threads() {
        SplittableRandom random = new Seed(4).stream("recall");
        List<List<RankedList>> lists = new ArrayList<>();
        int[][] relevant = new int[300][];
        for (int user = 0; user < relevant.length; user++) {
            lists.add(List.of(some(random, 20), some(random, 20)));
            relevant[user] = random.ints(0, 50)
                    .distinct()
                    .limit(random.nextInt(7))
                    .sorted()
                    .toArray();
        }
        double one = recall(lists, relevant, 1);
        assertEquals(one, recall(lists, relevant, 2));
        assertEquals(one, recall(lists, relevant, 3));
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> QuotaSearch.search(0, 1, 1, quotas -> 0, Progress.SILENT));
        assertThrows(IllegalArgumentException.class, () -> QuotaSearch.search(1, 0, 1, quotas -> 0, Progress.SILENT));
        assertThrows(IllegalArgumentException.class, () -> QuotaSearch.search(1, 1, 0, quotas -> 0, Progress.SILENT));
        assertThrows(
                IllegalArgumentException.class,
                () -> QuotaSearch.search(1, 1, 1, quotas -> Double.NaN, Progress.SILENT));
    }

    private static double recall(List<List<RankedList>> lists, int[][] relevant, int threads) {
        try (Workers workers = new Workers(threads)) {
            return new UnionRecall(lists, relevant, 20, workers).applyAsDouble(new int[] {12, 8});
        }
    }

    private static RankedList some(SplittableRandom random, int size) {
        return list(random.ints(0, 50).distinct().limit(size).toArray());
    }
}
