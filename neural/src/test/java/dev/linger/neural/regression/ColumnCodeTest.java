package dev.linger.neural.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColumnCodeTest {
    private static final float NONE = Float.NaN;

    @Test
    void a_number_is_its_steps_and_whether_it_is_missing() {
        // knots 0, 10, 30
        NumberCode code = NumberCode.of("x", new float[] {0, 30, 10, NONE}, 2);
        assertEquals(3, code.numbers());
        assertArrayEquals(new float[] {-1, -1, 0}, inputs(code, -5), 1e-4f);
        assertArrayEquals(new float[] {0, -1, 0}, inputs(code, 5), 1e-4f);
        assertArrayEquals(new float[] {1, 0.5f, 0}, inputs(code, 25), 1e-4f);
        assertArrayEquals(new float[] {1, 1, 0}, inputs(code, 99), 1e-4f);
        assertArrayEquals(new float[] {0, 0, 1}, inputs(code, NONE));
    }

    @Test
    void a_number_that_is_never_missing_has_no_input_for_that_and_is_in_the_middle_where_it_is() {
        NumberCode code = NumberCode.of("x", new float[] {0, 30, 10}, 2);
        assertArrayEquals(new float[] {0, 0}, inputs(code, NONE));
    }

    @Test
    void a_column_that_is_the_same_or_missing_everywhere_has_no_inputs() {
        assertEquals(0, NumberCode.of("x", new float[] {3, 3}, 8).numbers());
        NumberCode missing = NumberCode.of("x", new float[] {NONE, NONE}, 8);
        assertEquals(0, missing.numbers());
        assertEquals(0, missing.code(7));
        assertArrayEquals(new float[0], inputs(missing, NONE));
    }

    @Test
    void an_infinite_cell_is_refused_with_its_column() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> NumberCode.of("x", new float[] {1, Float.POSITIVE_INFINITY}, 8))
                .getMessage();
        assertEquals("column x must be finite but is Infinity", message);
    }

    @Test
    void frequent_levels_are_told_apart_and_others_are_not() {
        float[] cells = new float[43];
        Arrays.fill(cells, 0, 12, 5);
        Arrays.fill(cells, 12, 22, 2);
        Arrays.fill(cells, 22, 31, 9); // nine rows are too few
        Arrays.fill(cells, 31, 43, NONE);
        LevelCode code = LevelCode.of(cells, 100);
        assertArrayEquals(new float[] {2, 5}, code.levels());
        assertEquals(4, code.rows());
        assertEquals(0, code.code(2));
        assertEquals(1, code.code(5));
        assertEquals(2, code.code(9));
        assertEquals(3, code.code(NONE));
        assertArrayEquals(new float[] {5}, LevelCode.of(cells, 1).levels());
    }

    private static float[] inputs(ColumnCode code, float cell) {
        float[] inputs = new float[code.numbers()];
        code.write(code.code(cell), inputs, 0);
        return inputs;
    }
}
