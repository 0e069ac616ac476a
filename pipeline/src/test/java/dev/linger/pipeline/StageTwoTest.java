package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.linger.data.RankedList;
import dev.linger.pipeline.report.tables.NamedLists;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.training.BlendRanker;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StageTwoTest {
    private final Ranker plain = new Rankers.ByItem("plain", item -> -item);
    private final BlendRanker blend = Rankers.blendOfItemMeans(2, 0.25f, 0.75f);

    @Test
    void a_plain_ranker_has_no_blend_and_is_chosen() {
        StageTwo stageTwo = StageTwo.of(plain);
        assertSame(plain, stageTwo.pure());
        assertEquals(List.of(), stageTwo.blends());
        assertSame(plain, stageTwo.chosen());
    }

    @Test
    void a_blend_is_parted_from_its_base_and_is_chosen() {
        StageTwo stageTwo = StageTwo.of(blend);
        assertSame(blend.base(), stageTwo.pure());
        assertEquals(List.of(blend), stageTwo.blends());
        assertSame(blend, stageTwo.chosen());
    }

    @Test
    void the_scores_are_those_of_the_ranker_then_those_of_its_blend() {
        double[][] scores = StageTwo.of(blend).score(Rankers.rows(new int[] {0, 1}, 6, 2));
        assertArrayEquals(new double[] {0.25, 0.75}, scores[0]);
        // z of (.25, .75) is (-1, 1), z of (6, 2) is (1, -1): -1 + 2 * 1 = 1 and 1 + 2 * -1 = -1.
        assertArrayEquals(new double[] {1, -1}, scores[1]);
        assertEquals(2, scores.length);
    }

    @Test
    void a_plain_ranker_gives_its_own_scores_alone() {
        double[][] scores = StageTwo.of(plain).score(Rankers.rows(new int[] {3, 1}, 6, 2));
        assertEquals(1, scores.length);
        assertArrayEquals(new double[] {-3, -1}, scores[0]);
    }

    @Test
    void lists_get_the_names_of_their_rankers() {
        List<RankedList> first = List.of(new RankedList(0, new int[] {1}, new double[] {1}));
        List<RankedList> second = List.of(new RankedList(0, new int[] {2}, new double[] {1}));
        assertEquals(
                List.of(new NamedLists("item mean", first), new NamedLists("item mean + 2.0 stage-one", second)),
                StageTwo.of(blend).named(List.of(first, second)));
    }
}
