package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FixedCandidatesTest {
    /** Pairs of users 0 and 2 alone. */
    private static final WatchMatrix MATRIX = new WatchMatrix(
            new int[] {0, 0, 0, 2, 2},
            new int[] {0, 1, 3, 1, 2},
            new int[] {10_000, 10_000, 10_000, 10_000, 10_000},
            new double[] {0.1, 0.2, 0.3, 0.4, 0.5});

    private static final InteractionLog HISTORY = new Scene()
            .play(1, 0, 1, 0, 8)
            .play(1, 1, 1, 0, 9)
            .play(1, 2, 1, 0, 10)
            .log();

    private static final RetrievalColumns STAGE_ONE = Scene.columns(
            HISTORY, new double[] {0.25, 0.75, 0.5, Double.NEGATIVE_INFINITY}, new double[4], new double[] {
                0.5, 0.25, 0.25, Double.NEGATIVE_INFINITY
            });

    private final FixedCandidates given = FixedCandidates.of(MATRIX, STAGE_ONE, Scene.TWO_THREADS.workers());

    @Test
    void each_user_of_the_matrix_has_a_list_of_exactly_their_pairs() {
        assertEquals(2, given.lists().size());
        assertEquals(0, given.lists().get(0).user());
        assertArrayEquals(new int[] {0, 1, 3}, given.lists().get(0).items());
        assertEquals(2, given.lists().get(1).user());
        assertArrayEquals(new int[] {1, 2}, given.lists().get(1).items());
    }

    @Test
    void what_users_were_shown_is_a_list_of_distinct_items_for_each_of_them() {
        InteractionLog shown = new Scene()
                .play(2, 3, 1, 0, 8)
                .play(0, 2, 1, 0, 9)
                .play(2, 0, 1, 0, 10)
                .play(2, 3, 1, 1, 10)
                .log();
        List<CandidateList> lists = FixedCandidates.shownIn(shown, STAGE_ONE, Scene.TWO_THREADS.workers())
                .lists();
        assertEquals(2, lists.size());
        assertEquals(0, lists.get(0).user());
        assertArrayEquals(new int[] {2}, lists.get(0).items());
        assertEquals(2, lists.get(1).user());
        assertArrayEquals(new int[] {0, 3}, lists.get(1).items());
    }

    @Test
    void the_lists_carry_rank_in_stage_one_among_all_its_items() {
        // User 0: items by score 1, 2, 0. User 2: items 0, 1, 2, the tie of 1 and 2 by index.
        assertArrayEquals(
                new float[] {3, 1, Float.NaN}, Scene.ranks(given.lists().get(0).stageOne()));
        assertArrayEquals(new float[] {2, 3}, Scene.ranks(given.lists().get(1).stageOne()));
    }

    @Test
    void stage_one_orders_the_lists() {
        NamedLists named = given.byStageOne("als");
        assertEquals("als", named.name());
        List<RankedList> lists = named.lists();
        assertArrayEquals(new int[] {1, 0, 3}, lists.get(0).items());
        assertArrayEquals(new int[] {1, 2}, lists.get(1).items());
    }

    @Test
    void every_scorer_orders_the_lists_of_its_users_as_deep_as_asked() {
        ItemScorer first =
                new Scene.TableScorer("first", new double[] {1, 2, 3, 4}, new double[4], new double[] {4, 3, 5, 1});
        ItemScorer second = new Scene.TableScorer("second", new double[4], new double[4], new double[4]);
        List<NamedLists> systems =
                given.by(List.of(order(first), order(second)), second, 2, Scene.TWO_THREADS.workers());
        assertEquals(
                List.of("first", "second"),
                systems.stream().map(NamedLists::name).toList());
        assertArrayEquals(new int[] {3, 1}, systems.get(0).lists().get(0).items());
        assertArrayEquals(new int[] {2, 1}, systems.get(0).lists().get(1).items());
        assertArrayEquals(new int[] {0, 1}, systems.get(1).lists().get(0).items());
    }

    @Test
    void where_a_scorer_knows_none_of_the_items_they_are_in_the_order_of_the_fallback_and_counted_as_its() {
        double no = Double.NEGATIVE_INFINITY;
        ItemScorer some = new Scene.TableScorer(
                "some", new double[] {no, no, 7, no}, new double[4], new double[] {no, no, 1, no});
        ItemScorer fallback =
                new Scene.TableScorer("fallback", new double[] {1, 3, 9, 2}, new double[4], new double[] {1, 3, 2, 1});
        NamedLists lists = given.by(List.of(order(some)), fallback, 3, Scene.ONE_THREAD.workers())
                .get(0);
        // Of the items 0, 1, 3 of user 0 it knows none; of 1 and 2 of user 2 it knows 2.
        assertArrayEquals(new int[] {1, 3, 0}, lists.lists().get(0).items());
        assertArrayEquals(new int[] {2, 1}, lists.lists().get(1).items());
        assertEquals(List.of(true, false), lists.isFallback());
        assertEquals(0.5, lists.fallbackShare().orElseThrow());
    }

    @Test
    void an_empty_matrix_gives_no_lists() {
        WatchMatrix empty = new WatchMatrix(new int[0], new int[0], new int[0], new double[0]);
        assertEquals(
                List.of(),
                FixedCandidates.of(empty, STAGE_ONE, Scene.ONE_THREAD.workers()).lists());
    }

    private static FittedSource order(ItemScorer scorer) {
        return new FittedSource(scorer.name(), Scene.POPULARITY, scorer);
    }
}
