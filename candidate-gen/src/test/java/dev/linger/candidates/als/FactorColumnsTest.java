package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorColumnsTest {
    /** Around fours of factors and blocks of rows. */
    @ParameterizedTest
    @CsvSource({"1,1", "1023,3", "1024,4", "1025,5", "2500,33"})
    void dot_products_are_those_of_the_rows(int rows, int factors) {
        SplittableRandom random = new SplittableRandom(5);
        FactorMatrix matrix = FactorMatrix.random(rows, factors, random);
        double[] x = random.doubles(factors, -1, 1).toArray();
        double[] dots = new double[rows];
        Arrays.fill(dots, 7);
        new FactorColumns(matrix).dots(x, dots);
        for (int row = 0; row < rows; row++) {
            assertEquals(matrix.dot(row, x), dots[row], 1e-12);
        }
    }
}
