package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorPanelsTest {
    /** Around panels and tiles of rows, and fours of vectors. */
    @ParameterizedTest
    @CsvSource({"1,1,1", "7,3,4", "16,2,3", "33,64,5", "447,5,8", "448,33,1", "449,4,9", "960,6,5", "1100,20,4"})
    void dot_products_are_fused_sums_in_the_order_of_the_factors_to_the_bit(int rows, int factors, int vectors) {
        SplittableRandom random = new SplittableRandom(5);
        FactorMatrix matrix = FactorMatrix.random(rows, factors, random);
        double[][] x = Stream.generate(() -> random.doubles(factors, -1, 1).toArray())
                .limit(vectors)
                .toArray(double[][]::new);
        for (Kernels kernels : new Kernels[] {new PlainKernels(), Kernels.vectorised()}) {
            // Room for one vector more, which stays as it is.
            double[][] dots = new double[vectors + 1][rows];
            Arrays.stream(dots).forEach(of -> Arrays.fill(of, 7));
            new FactorPanels(matrix, kernels).dots(x, dots);
            for (int row = 0; row < rows; row++) {
                for (int vector = 0; vector < vectors; vector++) {
                    assertEquals(dot(x[vector], matrix, row), dots[vector][row], kernels.description());
                }
                assertEquals(7, dots[vectors][row]);
            }
        }
    }

    private static double dot(double[] x, FactorMatrix matrix, int row) {
        double sum = 0;
        for (int factor = 0; factor < x.length; factor++) {
            sum = Math.fma(x[factor], matrix.value(row, factor), sum);
        }
        return sum;
    }
}
