package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NearBlockTest {
    private final NearBlock block = NearBlock.of(SparsePattern.of(new int[][] {{2, 3, 5, 7}, {}, {3}, {2, 5, 7}}));

    @Test
    void its_columns_are_those_that_any_row_has() {
        assertArrayEquals(new int[] {2, 3, 5, 7}, block.columns());
    }

    @Test
    void of_a_row_that_has_most_of_them_those_are_listed_that_it_lacks() {
        assertArrayEquals(new boolean[] {true, false, false, true}, block.lacks());
        assertArrayEquals(new int[] {}, block.listed().row(0));
        assertArrayEquals(new int[] {}, block.listed().row(1));
        assertArrayEquals(new int[] {3}, block.listed().row(2));
        assertArrayEquals(new int[] {3}, block.listed().row(3));
    }

    @Test
    void a_row_without_columns_is_empty_and_one_that_lacks_none_is_not() {
        assertFalse(block.isEmpty(0));
        assertTrue(block.isEmpty(1));
        assertFalse(block.isEmpty(2));
    }
}
