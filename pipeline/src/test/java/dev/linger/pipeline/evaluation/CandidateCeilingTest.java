package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.RankedList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateCeilingTest {
    /** Items 0..3 are warm, 4 and 5 cold. User 0 liked 0, 1, 4; user 1 liked 2; user 2 liked 5. */
    private static final ItemUniverse UNIVERSE = ItemUniverse.ofPlayed(new int[] {1, 1, 1, 1, 0, 0});

    private static final Judgments JUDGMENTS = Scenes.judge(Scenes.log(
            new int[] {0, 0, 2_000, 1_000},
            new int[] {0, 1, 2_000, 1_000},
            new int[] {0, 4, 2_000, 1_000},
            new int[] {1, 2, 2_000, 1_000},
            new int[] {2, 5, 2_000, 1_000}));

    @Test
    void recall_is_split_into_warm_and_cold() {
        List<RankedList> candidates = List.of(Scenes.list(0, 3, 0, 1), Scenes.list(1, 2), Scenes.list(2, 3));
        List<CandidateCeiling> ceilings = CandidateCeiling.of(candidates, JUDGMENTS, UNIVERSE, 1, 3);
        CandidateCeiling one = ceilings.get(0);
        CandidateCeiling three = ceilings.get(1);
        // N = 1: user 0 finds none, user 1 all, user 2 none: 1/3; warm: (0 + 1) / 2, user 2 has no warm one.
        assertEquals(1.0 / 3, one.recall(), 1e-15);
        assertEquals(0.5, one.warmRecall(), 1e-15);
        // N = 3: (2/3 + 1 + 0) / 3 = 5/9; warm: (2/2 + 1) / 2.
        assertEquals(5.0 / 9, three.recall(), 1e-15);
        assertEquals(1.0, three.warmRecall(), 1e-15);
        assertEquals(0.0, three.coldRecall());
        assertEquals(2.0 / 5, three.coldShare(), 1e-15); // pairs (0, 4) and (2, 5) of five
        assertEquals(3, three.limit());
    }

    @Test
    void a_source_of_fresh_videos_may_find_cold_ones() {
        List<CandidateCeiling> ceilings = CandidateCeiling.of(List.of(Scenes.list(2, 5)), JUDGMENTS, UNIVERSE, 50);
        assertEquals(0.5, ceilings.get(0).coldRecall()); // user 2 of users 0 and 2
    }

    @Test
    void without_cold_items_there_is_no_cold_recall() {
        Judgments warm = JUDGMENTS.where((user, item) -> item < 4);
        CandidateCeiling ceiling =
                CandidateCeiling.of(List.of(), warm, UNIVERSE, 50).get(0);
        assertTrue(Double.isNaN(ceiling.coldRecall()));
        assertEquals(0.0, ceiling.coldShare());
    }
}
