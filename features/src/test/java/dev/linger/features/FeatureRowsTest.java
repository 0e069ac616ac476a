package dev.linger.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRowsTest {
    private static final List<FeatureColumn> COLUMNS =
            List.of(FeatureColumn.numeric("length", "ms", "never"), FeatureColumn.category("kind", "not said"));
    private static final FeatureRows TWO =
            new FeatureRows(COLUMNS, new int[] {1, 2}, new int[] {8, 9}, new float[] {10, 0, 20, Float.NaN});
    private static final FeatureRows ONE = new FeatureRows(COLUMNS, new int[] {3}, new int[] {7}, new float[] {30, 5});
    private static final FeatureRows NONE = new FeatureRows(COLUMNS, new int[0], new int[0], new float[0]);

    @Test
    void others_stand_after_these_cell_by_cell() {
        FeatureRows three = TWO.and(ONE).all();
        assertEquals(3, three.size());
        assertEquals(COLUMNS, three.columns());
        assertArrayEquals(new int[] {1, 2, 3}, three.user());
        assertArrayEquals(new int[] {8, 9, 7}, three.item());
        assertArrayEquals(new float[] {10, 0, 20, Float.NaN, 30, 5}, three.values());
        assertEquals(5, three.value(2, three.column("kind")));
    }

    @Test
    void no_rows_add_nothing_on_either_side() {
        assertArrayEquals(TWO.values(), TWO.and(NONE).all().values());
        assertArrayEquals(TWO.values(), NONE.and(TWO).all().values());
        assertEquals(0, NONE.and(NONE).size());
    }

    @Test
    void what_was_added_is_a_copy() {
        FeatureRows three = TWO.and(ONE).all();
        three.user()[0] = 99;
        three.values()[0] = 99;
        three.values()[4] = 99;
        assertEquals(1, TWO.user()[0]);
        assertEquals(10, TWO.value(0, 0));
        assertEquals(30, ONE.value(0, 0));
    }

    @Test
    void columns_in_another_order_are_other_columns() {
        FeatureRows turned =
                new FeatureRows(List.of(COLUMNS.get(1), COLUMNS.get(0)), new int[1], new int[1], new float[] {0, 10});
        String message = assertThrows(IllegalArgumentException.class, () -> TWO.and(turned))
                .getMessage();
        assertEquals("rows of other columns cannot be added: " + turned.columns() + ", not " + TWO.columns(), message);
    }

    @Test
    void picked_rows_may_come_from_either_side_of_a_seam() {
        FeatureSource three = TWO.and(ONE);
        assertArrayEquals(
                new float[] {20, Float.NaN, 30, 5},
                three.pick(new int[] {1, 2}).all().values());
        assertArrayEquals(new float[] {10, 0}, three.pick(new int[] {0}).all().values());
        assertArrayEquals(new int[] {7}, three.pick(new int[] {2}).item());
        assertEquals(0, three.pick(new int[0]).all().size());
    }

    @Test
    void cells_must_fill_the_rows() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new FeatureRows(COLUMNS, new int[2], new int[2], new float[3]))
                .getMessage();
        assertEquals("2 users, 2 items and 3 cells do not make rows of 2 columns", message);
    }

    @Test
    void an_unknown_column_is_named() {
        String message = assertThrows(IllegalArgumentException.class, () -> TWO.column("width"))
                .getMessage();
        assertEquals("no feature column is named width", message);
    }
}
