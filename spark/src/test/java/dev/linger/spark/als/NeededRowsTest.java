package dev.linger.spark.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.NearBlock;
import dev.linger.candidates.SparsePattern;
import dev.linger.spark.plays.Blocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeededRowsTest {
    private static final Blocks FIXED = new Blocks(1_600, 512);
    private static final PairBlock PAIRS =
            new PairBlock(3, new int[] {0, 2, 3}, new int[] {7, 1_030, 7}, new float[] {1, 2, 3});

    @Test
    void columnsAreNumberedAmongThoseThatOccurOrAreWithheld() {
        NeededRows needed = NeededRows.of(PAIRS, new int[] {1_025});

        assertArrayEquals(new int[] {7, 1_025, 1_030}, needed.rows());
        assertArrayEquals(new int[] {0, 2, 0}, needed.pairs().column());
        NearBlock withheld = needed.numbered(NearBlock.of(SparsePattern.of(new int[][] {{1_025}, {}})));
        assertArrayEquals(new int[] {1}, withheld.columns());
        assertArrayEquals(new int[] {}, withheld.listed().row(0)); // of a block of one column it lacks none
        assertEquals(true, withheld.lacks()[0]);
    }

    @Test
    void ofEachBlockOfTheFixedSideThoseRowsAreAskedForThatItHas() {
        List<NeededRows.Need> needs = NeededRows.of(PAIRS, new int[] {1_025}).needs(FIXED);

        assertEquals(2, needs.size());
        assertEquals(0, needs.get(0).from());
        assertArrayEquals(new int[] {7}, needs.get(0).rows());
        assertEquals(2, needs.get(1).from());
        assertArrayEquals(new int[] {1, 6}, needs.get(1).rows());
        assertEquals(3, needs.get(1).to());
    }

    @Test
    void someRowsOfABlockAreSentInTheirOrder() {
        FactorBlock block = new FactorBlock(2, new float[] {1, 2, 3, 4, 5, 6});

        assertArrayEquals(
                new float[] {3, 4, 5, 6}, block.only(new int[] {1, 2}, 2).values());
        assertArrayEquals(
                new float[] {1, 2, 3, 4},
                FactorBlock.joined(
                        List.of(new FactorBlock(0, new float[] {1, 2}), new FactorBlock(1, new float[] {3, 4}))));
    }
}
