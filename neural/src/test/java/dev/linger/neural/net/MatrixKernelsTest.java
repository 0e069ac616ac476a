package dev.linger.neural.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixKernelsTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "3,5,7", "4,4,32", "5,33,32", "64,130,96", "7,0,33", "9,64,71", "2,3,64"})
    void both_kernels_are_the_slow_sum_to_the_bit(int m, int k, int n) {
        SplittableRandom random = new SplittableRandom(5);
        float[] a = random(random, 3 + m * k);
        float[] b = random(random, 2 + k * (n + 1));
        float[] c = random(random, 1 + m * (n + 2));
        for (boolean across : new boolean[] {false, true}) {
            int aRow = across ? 1 : k;
            int aColumn = across ? m : 1;
            float[] expected = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    for (int x = 0; x < k; x++) {
                        expected[1 + i * (n + 2) + j] = Math.fma(
                                a[3 + i * aRow + x * aColumn], b[2 + x * (n + 1) + j], expected[1 + i * (n + 2) + j]);
                    }
                }
            }
            assertTrue(MatrixKernels.canVectorise(), "tests run with the vector module");
            for (MatrixKernels kernels : new MatrixKernels[] {new PlainMatrixKernels(), MatrixKernels.vectorised()}) {
                float[] product = c.clone();
                kernels.multiplyAdd(a, 3, aRow, aColumn, b, 2, n + 1, product, 1, n + 2, m, k, n);
                assertArrayEquals(expected, product);
            }
        }
    }

    private static float[] random(SplittableRandom random, int size) {
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) (random.nextDouble() - 0.5);
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"-87", "-50.5", "-1", "-0.34", "0", "1e-6", "0.35", "1", "20", "88"})
    void the_exponential_function_is_right_to_seven_digits(float from) {
        float[] x = new float[100];
        for (int at = 0; at < x.length; at++) {
            x[at] = Math.min(88, from + at * 0.003f);
        }
        float[] y = x.clone();
        FastExp.of(y, 0, y.length);
        for (int at = 0; at < x.length; at++) {
            double exact = StrictMath.exp(x[at]);
            assertTrue(Math.abs(y[at] - exact) <= 2e-7 * exact, x[at] + ": " + y[at] + " is not " + exact);
        }
    }

    @ParameterizedTest
    @CsvSource({"-88", "-1000", "-Infinity"})
    void far_below_zero_it_is_next_to_nothing(float x) {
        float[] y = {x};
        FastExp.of(y, 0, 1);
        assertTrue(y[0] >= 0 && y[0] < 2e-38, Arrays.toString(y));
    }
}
