package dev.linger.pipeline.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureRequests;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CandidateListTest {
    private static final float NONE = Float.NaN;

    @Test
    void the_rank_of_a_candidate_is_its_place_in_the_list() {
        InteractionLog history = new Scene()
                .play(1, 0, 1, 0, 8)
                .play(1, 1, 1, 0, 9)
                .play(1, 2, 1, 0, 10)
                .log();
        RetrievalColumns stageOne = Scene.columns(history, new double[] {0.5, 0.75, 0.5}, new double[3]);
        CandidateList list = CandidateList.of(stageOne, 0, new int[] {1, 0, 2});
        assertEquals(0, list.user());
        assertArrayEquals(new int[] {1, 0, 2}, list.items());
        assertArrayEquals(new float[] {0.75f, 0.5f, 0.5f}, Scene.scores(list.stageOne()));
        assertArrayEquals(new float[] {1, 2, 3}, Scene.ranks(list.stageOne()));
    }

    @Test
    void given_items_get_score_and_rank_among_all_unseen_items_even_where_they_are_seen() {
        InteractionLog history = new Scene()
                .play(0, 1, 1, 0, 8)
                .play(1, 0, 1, 0, 9)
                .play(1, 2, 1, 0, 10)
                .log();
        RetrievalColumns stageOne =
                Scene.columns(history, new double[] {0.5, 0.75, 0.25, Double.NEGATIVE_INFINITY}, new double[4]);
        CandidateList list = CandidateList.of(stageOne, 0, new int[] {3, 2, 1});
        assertArrayEquals(new float[] {NONE, 0.25f, 0.75f}, Scene.scores(list.stageOne()));
        // Unseen: items 0 (0.5) and 2 (0.25). Item 2 stands behind item 0; the seen item 1 before both.
        assertArrayEquals(new float[] {NONE, 2, 1}, Scene.ranks(list.stageOne()));
    }

    @Test
    void stage_one_order_puts_unknown_items_last_and_breaks_ties_by_item() {
        CandidateList list = new CandidateList(
                0,
                new int[] {9, 8, 3, 4},
                Scene.cells(new float[] {NONE, -0.5f, NONE, -0.5f}, new float[] {NONE, 2, NONE, 1}));
        assertArrayEquals(new int[] {4, 8, 3, 9}, list.byStageOne().items());
    }

    @Test
    void items_at_some_positions_keep_their_cells() {
        CandidateList list = new CandidateList(
                3, new int[] {9, 8, 3}, Scene.cells(new float[] {0.5f, NONE, 0.25f}, new float[] {1, NONE, 7}));
        CandidateList picked = list.pick(new int[] {0, 2});
        assertEquals(3, picked.user());
        assertArrayEquals(new int[] {9, 3}, picked.items());
        assertArrayEquals(new float[] {0.5f, 0.25f}, Scene.scores(picked.stageOne()));
        assertArrayEquals(new float[] {1, 7}, Scene.ranks(picked.stageOne()));
    }

    @Test
    void requests_of_lists_stand_one_after_the_other() {
        CandidateList first =
                new CandidateList(4, new int[] {9, 8}, Scene.cells(new float[] {0.5f, NONE}, new float[] {1, NONE}));
        CandidateList none = new CandidateList(5, new int[0], Scene.cells(new float[0], new float[0]));
        CandidateList last = new CandidateList(2, new int[] {9}, Scene.cells(new float[] {3}, new float[] {6}));
        FeatureRequests requests = CandidateList.requests(List.of(first, none, last), 100, 77);
        assertArrayEquals(new int[] {4, 4, 2}, requests.user());
        assertArrayEquals(new int[] {9, 8, 9}, requests.item());
        assertArrayEquals(new int[] {100, 100, 100}, requests.asOfDay());
        assertArrayEquals(new long[] {77, 77, 77}, requests.requestMillis());
        assertArrayEquals(new float[] {0.5f, NONE, 3}, Scene.scores(requests.stageOne()));
        assertArrayEquals(new float[] {1, NONE, 6}, Scene.ranks(requests.stageOne()));
    }

    @Test
    void requests_of_several_times_have_the_day_and_the_instant_of_each() {
        CandidateList first =
                new CandidateList(4, new int[] {9, 8}, Scene.cells(new float[] {0.5f, NONE}, new float[] {1, NONE}));
        CandidateList last = new CandidateList(2, new int[] {9}, Scene.cells(new float[] {3}, new float[] {6}));
        FeatureRequests requests = CandidateList.requests(List.of(
                new CandidateList.Asked(List.of(first), 100, 77),
                new CandidateList.Asked(List.of(), 101, 78),
                new CandidateList.Asked(List.of(last), 102, 79)));
        assertArrayEquals(new int[] {9, 8, 9}, requests.item());
        assertArrayEquals(new int[] {100, 100, 102}, requests.asOfDay());
        assertArrayEquals(new long[] {77, 77, 79}, requests.requestMillis());
        assertArrayEquals(new float[] {1, NONE, 6}, Scene.ranks(requests.stageOne()));
        FeatureRequests brief = requests.brief();
        assertArrayEquals(requests.item(), brief.item());
        assertArrayEquals(Scene.scores(requests.stageOne()), Scene.scores(brief.stageOne()));
    }
}
