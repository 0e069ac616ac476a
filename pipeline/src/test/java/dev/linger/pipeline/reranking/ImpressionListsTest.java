package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRequests;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.experiment.Rankers;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImpressionListsTest {
    /** User 2 plays item 5 on two days and item 3 between; user 0 plays item 5 alone; user 1 plays nothing. */
    private static final FeatureRequests PLAYS = new FeatureRequests(
            new int[] {0, 2, 2, 2},
            new int[] {5, 5, 3, 5},
            new int[] {1, 1, 1, 2},
            new long[] {10, 20, 30, 40},
            Scene.cells(new float[] {0.5f, 2, 6, 8}, new float[] {1, 9, 4, 7}));

    private final ImpressionLists exposed = ImpressionLists.of(PLAYS, 3);

    @Test
    void each_user_with_plays_has_a_list_of_distinct_items() {
        List<CandidateList> lists = exposed.given().lists();
        assertEquals(2, lists.size());
        assertEquals(0, lists.get(0).user());
        assertArrayEquals(new int[] {5}, lists.get(0).items());
        assertEquals(2, lists.get(1).user());
        assertArrayEquals(new int[] {5, 3}, lists.get(1).items());
    }

    @Test
    void of_a_repeated_pair_the_first_play_counts() {
        assertArrayEquals(new int[] {0}, exposed.firstPlays().get(0));
        assertArrayEquals(new int[] {1, 2}, exposed.firstPlays().get(1));
        assertArrayEquals(
                new float[] {2, 6}, Scene.scores(exposed.given().lists().get(1).stageOne()));
        assertArrayEquals(
                new float[] {9, 4}, Scene.ranks(exposed.given().lists().get(1).stageOne()));
    }

    @Test
    void the_prediction_of_the_first_play_orders_the_list() {
        Reranker pure = Reranker.of(new Rankers.ByItem("pure", item -> 0));
        Systems systems = exposed.by(pure, new double[][] {{0.1, 0.2, 0.3, 0.9}}, 2);
        assertEquals(List.of("pure"), systems.names());
        RankedList list = systems.served().lists().get(1);
        assertArrayEquals(new int[] {3, 5}, list.items());
        assertArrayEquals(new double[] {0.3, 0.2}, list.scores());
    }

    @Test
    void a_blend_is_standardised_within_the_list() {
        Reranker stageTwo = Reranker.of(Rankers.blendOfItemMeans(0.5, 1));
        Systems systems = exposed.by(stageTwo, new double[][] {{0.1, 0.7, 0.3, 0.9}, new double[4]}, 2);
        assertEquals(List.of("item mean", "blend"), systems.names());
        // User 2, items 5 and 3: z of (.7, .3) is (1, -1), z of (2, 6) is (-1, 1): 1 - .5 = .5 and -1 + .5 = -.5.
        RankedList blended = systems.served().lists().get(1);
        assertArrayEquals(new int[] {5, 3}, blended.items());
        assertArrayEquals(new double[] {0.5, -0.5}, blended.scores(), 1e-12);
        // User 0 has one item, whose z is 0.
        assertArrayEquals(new double[] {0}, systems.served().lists().get(0).scores());
    }
}
