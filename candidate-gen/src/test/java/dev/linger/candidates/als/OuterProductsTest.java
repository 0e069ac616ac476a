package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OuterProductsTest {
    @Test
    void sums_of_outer_products_are_right_for_all_small_sizes() {
        SplittableRandom random = new Seed(1).stream("outer products");
        for (int d = 1; d <= 9; d++) {
            for (int count = 0; count <= 17; count++) {
                double[] rows = random.doubles((long) count * d, -1, 1).toArray();
                double[] weight = random.doubles(count + 1, 0, 2).toArray(); // begins with one of another row
                double[] start = random.doubles((long) d * d).toArray();
                double[] upper = start.clone();

                OuterProducts.addToUpper(rows, weight, 1, count, d, upper);

                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        double expected = start[i * d + j];
                        for (int row = 0; row < count && j >= i; row++) {
                            expected += weight[row + 1] * rows[row * d + i] * rows[row * d + j];
                        }
                        assertEquals(expected, upper[i * d + j], 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void blocks_of_a_multiple_of_four_rows_give_the_same_bits_as_one_block() {
        SplittableRandom random = new Seed(4).stream("blocks");
        int d = 6;
        double[] rows = random.doubles(31L * d, -1, 1).toArray();
        double[] weight = random.doubles(31, 0, 2).toArray();
        double[] whole = new double[d * d];
        OuterProducts.addToUpper(rows, weight, 0, 31, d, whole);
        for (int block : new int[] {4, 12, 20}) {
            double[] upper = new double[d * d];
            for (int from = 0; from < 31; from += block) {
                int to = Math.min(from + block, 31);
                OuterProducts.addToUpper(Arrays.copyOfRange(rows, from * d, to * d), weight, from, to - from, d, upper);
            }
            assertArrayEquals(whole, upper);
        }
    }

    @Test
    void the_gram_of_many_blocks_is_the_plain_sum_and_the_same_for_any_threads() {
        FactorMatrix factors = FactorMatrix.random(1_700, 5, new Seed(2).stream("gram"));
        double[] one = gram(factors, 1);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double expected = 0;
                for (int row = 0; row < 1_700; row++) {
                    expected += (double) factors.value(row, i) * factors.value(row, j);
                }
                assertEquals(expected, one[i * 5 + j], 1e-12);
            }
        }
        assertArrayEquals(one, gram(factors, 2));
        assertArrayEquals(one, gram(factors, 3));
    }

    private static double[] gram(FactorMatrix factors, int threads) {
        try (Workers workers = new Workers(threads)) {
            return Gram.of(factors, workers);
        }
    }
}
