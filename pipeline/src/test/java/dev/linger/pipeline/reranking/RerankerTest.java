package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.experiment.Rankers;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.UserLists;
import dev.linger.ranker.training.BlendParts;
import dev.linger.ranker.training.BlendRanker;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RerankerTest {
    private final Ranker plain = new Rankers.ByItem("plain", item -> -item);
    private final BlendRanker blend = Rankers.blendOfItemMeans(2, 0.25f, 0.75f);

    @Test
    void a_plain_ranker_is_the_one_member_and_the_one_system() {
        Reranker stageTwo = Reranker.of(plain);
        assertSame(plain, stageTwo.headline());
        assertEquals(List.of(plain), stageTwo.rankers());
        assertNull(stageTwo.blend());
        assertEquals(List.of("plain"), stageTwo.systems());
    }

    @Test
    void a_blend_is_the_last_system_after_its_members() {
        Reranker stageTwo = Reranker.of(blend);
        assertSame(blend.parts().members().get(0).ranker(), stageTwo.headline());
        assertSame(blend, stageTwo.blend());
        assertEquals(List.of("item mean", "blend"), stageTwo.systems());
    }

    @Test
    void chance_times_ratio_is_a_system_and_stage_one_is_none() {
        assertEquals(
                List.of(
                        "lightgbm regression_l1",
                        "lightgbm binary of candidates",
                        "lightgbm lambdarank of candidates",
                        "P(relevant) x ratio by lightgbm binary of candidates",
                        "blend"),
                Reranker.of(Rankers.blendWithChance()).systems());
    }

    @Test
    void the_scores_are_those_of_the_member_then_those_of_the_blend() {
        double[][] scores = Reranker.of(blend).scores(Rankers.rows(new int[] {0, 1}, 6, 2));
        assertArrayEquals(new double[] {0.25, 0.75}, scores[0]);
        // z of (.25, .75) is (-1, 1), z of (6, 2) is (1, -1): -1 + 2 * 1 = 1 and 1 + 2 * -1 = -1.
        assertArrayEquals(new double[] {1, -1}, scores[1]);
        assertEquals(2, scores.length);
    }

    @Test
    void a_plain_ranker_gives_its_own_scores_alone() {
        double[][] scores = Reranker.of(plain).scores(Rankers.rows(new int[] {3, 1}, 6, 2));
        assertEquals(1, scores.length);
        assertArrayEquals(new double[] {-3, -1}, scores[0]);
        double[][] given = {{-3, -1}};
        assertSame(given, Reranker.of(plain).scoresOfList(given, new float[] {6, 2}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lists_together_get_the_scores_of_each_list_by_itself(long seed) {
        BlendRanker trained = Rankers.blendWithChance();
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, trained.weights());
        Reranker stageTwo = Reranker.of(trained);
        FeatureRows rows = Rankers.lists(seed, 30);
        double[][] together = stageTwo.scores(rows);
        assertEquals(stageTwo.systems().size(), together.length);
        double[][] ofMembers = new BlendParts(stageTwo.members()).memberScores(rows);
        int stageOne = rows.column(FeatureColumn.STAGE_ONE_SCORE);
        UserLists.forEach(rows, (from, to) -> {
            float[] first = new float[to - from];
            for (int row = from; row < to; row++) {
                first[row - from] = rows.value(row, stageOne);
            }
            double[][] alone = stageTwo.scoresOfList(part(ofMembers, from, to), first);
            assertArrayEquals(part(together, from, to), alone);
        });
        double[] scored = new double[rows.size()];
        trained.score(rows, scored);
        assertArrayEquals(scored, together[together.length - 1]);
    }

    @Test
    void lists_get_the_names_of_their_systems() {
        List<RankedList> first = List.of(new RankedList(0, new int[] {1}, new double[] {1}));
        List<RankedList> second = List.of(new RankedList(0, new int[] {2}, new double[] {1}));
        assertEquals(
                new Systems(List.of(new NamedLists("item mean", first), new NamedLists("blend", second))),
                Reranker.of(blend).named(List.of(first, second)));
    }

    private static double[][] part(double[][] scores, int from, int to) {
        return Arrays.stream(scores)
                .map(row -> Arrays.copyOfRange(row, from, to))
                .toArray(double[][]::new);
    }
}
