package dev.linger.candidates.ease;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSumsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 21})
    void rows_are_added_one_by_one_in_their_order(int count) {
        int size = 37;
        SplittableRandom random = new SplittableRandom(count);
        float[] matrix = new float[50 * size];
        for (int at = 0; at < matrix.length; at++) {
            matrix[at] = (float) random.nextDouble(-1e6, 1e6);
        }
        int[] rows = random.ints(count + 2, 0, 50).toArray();
        double[] expected = random.doubles(size).toArray();
        double[] sums = expected.clone();
        for (int row = 1; row <= count; row++) {
            for (int j = 0; j < size; j++) {
                expected[j] += matrix[rows[row] * size + j];
            }
        }

        RowSums.add(matrix, rows, 1, count + 1, sums);

        assertArrayEquals(expected, sums);
    }
}
