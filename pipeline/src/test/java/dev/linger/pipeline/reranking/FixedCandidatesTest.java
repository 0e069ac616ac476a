package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.recommender.retrieval.CandidateList;
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

    private final FixedCandidates given =
            new FixedCandidates(GivenItems.of(MATRIX), STAGE_ONE, StepCache.NONE.key("lists"), Scene.TWO_THREADS);

    @Test
    void each_user_of_the_matrix_has_a_list_of_exactly_their_pairs() {
        assertEquals(2, given.lists().size());
        assertEquals(0, given.lists().get(0).user());
        assertArrayEquals(new int[] {0, 1, 3}, given.lists().get(0).items());
        assertEquals(2, given.lists().get(1).user());
        assertArrayEquals(new int[] {1, 2}, given.lists().get(1).items());
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
    void few_are_held_whole() {
        RankableLists held =
                FixedCandidates.of(GivenItems.of(MATRIX), STAGE_ONE, StepCache.NONE.key("lists"), Scene.TWO_THREADS);
        for (int list = 0; list < 2; list++) {
            assertArrayEquals(
                    given.whole(list).stageOne().values(),
                    held.lists().get(list).stageOne().values());
            assertArrayEquals(
                    given.whole(list).stageOne().values(),
                    held.whole(list).stageOne().values());
        }
    }

    @Test
    void a_whole_list_has_every_column_and_the_same_first_two() {
        CandidateList whole = given.whole(1);
        assertEquals(STAGE_ONE.columns(), whole.stageOne().columns());
        assertArrayEquals(new int[] {3, 2}, given.sizes());
        assertArrayEquals(
                whole.stageOne().scoreAndRank().values(),
                given.lists().get(1).stageOne().values());
        assertEquals(
                StageOneCells.SCORE_AND_RANK, given.lists().get(1).stageOne().columns());
    }
}
