package dev.linger.spark.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.SparseRows;
import dev.linger.spark.plays.Blocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final Blocks ITEMS = new Blocks(600, 512);

    @Test
    void pairsOfTwoBlocksOfUsersMeetByItemWithUsersAscending() {
        PairBlock first = block(0, new int[] {0, 2, 3}, new int[] {1, 513, 1}, new float[] {1, 2, 3});
        PairBlock second = block(1, new int[] {0, 1}, new int[] {1}, new float[] {4});
        Cells[] ofFirst = Cells.of(first, 0, ITEMS);
        Cells[] ofSecond = Cells.of(second, 512, ITEMS);

        PairBlock low = Cells.byItem(0, List.of(ofFirst[0], ofSecond[0]), 0, 512);
        PairBlock high = Cells.byItem(1, List.of(ofFirst[1], ofSecond[1]), 512, 88);

        assertArrayEquals(new int[] {0, 1, 512}, low.column());
        assertArrayEquals(new float[] {1, 3, 4}, low.value());
        assertEquals(3, low.counts()[1]);
        assertArrayEquals(new int[] {0}, high.column());
        assertEquals(1, high.counts()[1]);
    }

    @Test
    void rowsAreCutIntoBlocksOfOneSizeThatFillWholeSums() {
        Blocks blocks = Blocks.about(7_176, 6);

        assertEquals(1_536, blocks.size());
        assertEquals(5, blocks.count());
        assertEquals(7_176 - 4 * 1_536, blocks.rowsOf(4));
        assertEquals(1, Blocks.about(10, 6).count());
        assertEquals(15, Blocks.about(7_176, 100).count());
    }

    private static PairBlock block(int number, int[] start, int[] column, float[] value) {
        return PairBlock.of(number, SparseRows.of(600, start, column, value));
    }
}
