package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.duration.DurationBuckets;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgmentsTest {
    private static final RelevanceRule ABOVE_ONE = new RelevanceRule.RatioAbove(1.0, false);

    @Test
    void a_pair_is_relevant_if_any_of_its_plays_is_and_skipped_if_all_are() {
        Judgments judgments = Scenes.judge(Scenes.log(
                new int[] {7, 3, 50, 1_000}, // .05: a skip, but
                new int[] {7, 3, 1_500, 1_000}, // 1.5: relevant all the same
                new int[] {7, 1, 50, 1_000}, // .05 and
                new int[] {7, 1, 99, 1_000}, // .099: skipped
                new int[] {7, 2, 99, 1_000}, // .099, but
                new int[] {7, 2, 100, 1_000}, // .1: neither skipped nor relevant
                new int[] {4, 0, 1_000, 1_000})); // 1.0: not above
        assertArrayEquals(new int[] {7}, judgments.users());
        assertArrayEquals(new int[] {3}, judgments.relevant(7));
        assertArrayEquals(new int[] {1}, judgments.skipped(7));
        assertArrayEquals(new int[] {1, 2, 3}, judgments.exposed(7));
        assertArrayEquals(new int[0], judgments.relevant(4));
        assertArrayEquals(new int[0], judgments.exposed(5));
        assertEquals("ratio > 1.0", judgments.rule());
    }

    @Test
    void what_no_list_can_hold_is_left_out_and_counted() {
        // User 0 liked 1 and 2 and had seen 1; user 1 liked 3, which nobody knew; user 2 liked 1.
        Judgments whole = Scenes.judge(Scenes.log(
                new int[] {0, 1, 2_000, 1_000},
                new int[] {0, 2, 2_000, 1_000},
                new int[] {1, 3, 2_000, 1_000},
                new int[] {2, 1, 2_000, 1_000}));
        Judgments within = whole.within(item -> item < 3, (user, item) -> user == 0 && item == 1);
        assertArrayEquals(new int[] {0, 2}, within.users());
        assertArrayEquals(new int[] {2}, within.relevant(0));
        assertArrayEquals(new int[] {1}, within.relevant(2));
        assertEquals(new LeftOut(4, 3, 1, 1, 1), within.leftOut());
        assertEquals(
                "left out, since no list can hold them: 2 of 4 relevant pairs (1 seen by the user before the cut, 1 of"
                        + " videos not known then), and with them 1 of 3 users",
                within.leftOut().line());
        assertEquals(whole, within.whole());
        assertEquals(new LeftOut(4, 3, 0, 0, 0), whole.leftOut());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_full_list_in_the_best_order_has_all_that_counts(long seed) {
        // Half of the pairs had been seen; lists hold all other videos of the universe.
        Judgments.PairFilter isSeen = (user, item) -> (user + item) % 2 == 0;
        Judgments judgments = Scenes.judge(Scenes.randomLog(seed, 12, 15, 150)).within(item -> item < 13, isSeen);
        List<RankedList> all = IntStream.range(0, 12)
                .mapToObj(user -> Scenes.list(
                        user,
                        IntStream.range(0, 13)
                                .filter(item -> !isSeen.test(user, item))
                                .toArray()))
                .toList();
        List<RankedList> oracle = OracleOrder.of(all, judgments);
        ListMetrics measured = ListMetrics.of(judgments, oracle, List.of(new Ndcg(10), new Recall(2)));
        for (int at = 0; at < judgments.userCount(); at++) {
            int relevant = judgments.relevant(judgments.users()[at]).length;
            assertEquals(1.0, measured.values(new Ndcg(10))[at], 1e-12);
            assertEquals(Math.min(2, relevant) / (double) relevant, measured.values(new Recall(2))[at], 1e-12);
        }
    }

    @Test
    void without_plays_nobody_is_counted() {
        Judgments judgments = Scenes.judge(Scenes.log());
        assertEquals(0, judgments.userCount());
        assertEquals(0, judgments.relevantPairs());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void judgments_agree_with_looking_through_all_plays_for_every_pair(long seed) {
        InteractionLog log = Scenes.randomLog(seed, 12, 15, 150);
        Judgments judgments = Scenes.judge(log);
        for (int u = 0; u < 12; u++) {
            int user = u;
            int[] relevant = IntStream.range(0, 15)
                    .filter(item -> plays(log, user, item).anyMatch(row -> log.watchRatio(row) > 1))
                    .toArray();
            int[] skipped = IntStream.range(0, 15)
                    .filter(item -> plays(log, user, item).findAny().isPresent()
                            && plays(log, user, item).allMatch(row -> log.watchRatio(row) < 0.1))
                    .toArray();
            assertArrayEquals(relevant, judgments.relevant(user));
            assertArrayEquals(skipped, judgments.skipped(user));
        }
    }

    @Test
    void a_filter_leaves_out_pairs_and_the_users_it_leaves_without_a_relevant_item() {
        Judgments judgments = Scenes.judge(Scenes.log(
                new int[] {0, 5, 2_000, 1_000}, new int[] {0, 6, 2_000, 1_000}, new int[] {1, 5, 2_000, 1_000}));
        Judgments warm = judgments.where((user, item) -> item != 5);
        assertArrayEquals(new int[] {0}, warm.users());
        assertArrayEquals(new int[] {6}, warm.relevant(0));
        assertEquals(1, warm.relevantPairs());
        assertArrayEquals(new int[0], warm.relevant(1));
        assertArrayEquals(new int[] {5}, judgments.relevant(1));
    }

    @Test
    void a_matrix_is_judged_by_its_ratios_and_durations() {
        WatchMatrix matrix = new WatchMatrix(
                new int[] {0, 0, 0}, new int[] {0, 1, 2}, new int[] {5_000, 15_000, 15_000}, new double[] {
                    0.3, 0.3, 0.05
                });
        Relevance short9Long1 = new Relevance.ByRatio(
                "by length", new DurationBuckets(new int[] {0, 10_000}), new double[] {0.9, 0.1}, false);
        Judgments judgments = Judgments.of(matrix, short9Long1, 0.1);
        assertArrayEquals(new int[] {1}, judgments.relevant(0));
        assertArrayEquals(new int[] {2}, judgments.skipped(0));
    }

    @Test
    void a_ratio_that_is_no_number_is_refused() {
        WatchMatrix matrix = new WatchMatrix(new int[] {0}, new int[] {0}, new int[] {1}, new double[] {Double.NaN});
        Relevance relevance = ABOVE_ONE.fit(Scenes.log());
        assertThrows(IllegalArgumentException.class, () -> Judgments.of(matrix, relevance, 0.1));
    }

    private static IntStream plays(InteractionLog log, int user, int item) {
        return IntStream.range(0, log.size()).filter(row -> log.user(row) == user && log.item(row) == item);
    }
}
