package dev.linger.candidates.ease;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Workers;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyInverseTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 131})
    void columns_solved_together_are_those_solved_one_by_one_to_the_last_bit(int size) {
        double[] lower = factor(size);
        float[] expected = new float[size * size];
        for (int column = 0; column < size; column++) {
            double[] x = solved(lower, size, column);
            for (int i = column; i < size; i++) {
                expected[i * size + column] = (float) x[i];
                expected[column * size + i] = (float) x[i];
            }
        }

        try (Workers workers = new Workers(3)) {
            assertArrayEquals(expected, CholeskyInverse.of(lower, size, workers, task()));
        }
        assertArrayEquals(expected, CholeskyInverse.of(lower, size, Workers.ofCaller(), task()));
    }

    /** L y = e, then L' x = y, each row when all that it needs is known. */
    private static double[] solved(double[] lower, int size, int column) {
        double[] x = new double[size];
        x[column] = 1;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i * size + k] * x[k];
            }
            x[i] *= 1 / lower[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = size - 1; k > i; k--) {
                x[i] -= lower[k * size + i] * x[k];
            }
            x[i] *= 1 / lower[i * size + i];
        }
        return x;
    }

    private static double[] factor(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[] cells = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                cells[i * size + j] = random.nextInt(40);
            }
            cells[i * size + i] = 40.0 * size + 0.3;
        }
        assertTrue(BlockCholesky.decompose(cells, size, Workers.ofCaller()));
        return cells;
    }

    private static Progress.Task task() {
        return Progress.SILENT.start("invert", "columns", -1);
    }
}
