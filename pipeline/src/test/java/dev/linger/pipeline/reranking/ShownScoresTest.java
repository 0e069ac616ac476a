package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRequests;
import dev.linger.pipeline.experiment.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownScoresTest {
    @Test
    void every_play_gets_the_score_of_its_video_in_the_list_of_its_user() {
        FeatureRequests plays = new FeatureRequests(
                new int[] {2, 0, 2, 2},
                new int[] {7, 0, 0, 7},
                new int[] {1, 1, 1, 2},
                new long[] {10, 20, 30, 40},
                Scene.cells(new float[4], new float[4]));
        List<RankedList> lists = List.of(
                new RankedList(0, new int[] {0}, new double[] {5}),
                new RankedList(2, new int[] {7, 3, 0}, new double[] {3, 2, -1}));
        assertArrayEquals(new double[] {3, 5, -1, 3}, ShownScores.of(plays, lists));
    }
}
