package dev.linger.candidates.ease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Workers;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionBlock_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCholeskyTest {
    @Test
    void two_by_two_by_hand() {
        double[] cells = {4, 2, 2, 10};

        assertTrue(BlockCholesky.decompose(cells, 2, Workers.ofCaller()));

        assertEquals(2, cells[0]); // sqrt(4)
        assertEquals(1, cells[2]); // 2 / 2
        assertEquals(3, cells[3]); // sqrt(10 - 1)
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 60, 61, 120, 347, 700})
    void the_factor_is_that_of_ejml_to_the_last_bit_for_any_number_of_threads(int size) {
        DMatrixRMaj matrix = counts(size);
        double[] one = matrix.data.clone();
        double[] three = matrix.data.clone();
        if (size > 0) {
            assertTrue(new CholeskyDecompositionBlock_DDRM(BlockCholesky.WIDTH).decompose(matrix));
        }
        try (Workers workers = new Workers(3)) {
            assertTrue(BlockCholesky.decompose(one, size, Workers.ofCaller()));
            assertTrue(BlockCholesky.decompose(three, size, workers));
        }

        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                int at = i * size + j;
                assertEquals(matrix.data[at], one[at], "cell " + i + ", " + j);
                assertEquals(matrix.data[at], three[at], "cell " + i + ", " + j + " by three threads");
            }
        }
    }

    @Test
    void a_matrix_that_is_not_positive_definite_is_refused_wherever_that_shows() {
        double[] cells = counts(100).data;
        cells[80 * 101] = -1;

        assertFalse(BlockCholesky.decompose(cells, 100, Workers.ofCaller()));
        assertFalse(BlockCholesky.decompose(new double[] {0}, 1, Workers.ofCaller()));
    }

    /** Users in common of random sets, and something on the diagonal. */
    private static DMatrixRMaj counts(int size) {
        SplittableRandom random = new SplittableRandom(size);
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                int common = random.nextInt(40);
                matrix.set(i, j, common);
                matrix.set(j, i, common);
            }
            matrix.set(i, i, 40.0 * size + 0.3);
        }
        return matrix;
    }
}
