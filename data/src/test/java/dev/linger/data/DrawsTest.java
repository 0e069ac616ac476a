package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
    private static final int MANY = 100_000;
    private final Draws draws = new Draws(new Seed(11).stream("draws"));

    @Test
    void gaussians_have_mean_0_and_variance_1() {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < MANY; draw++) {
            double z = draws.gaussian();
            sum += z;
            squares += z * z;
        }

        assertEquals(0, sum / MANY, 0.02);
        assertEquals(1, squares / MANY, 0.03);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 3, 29.9, 30.1, 500})
    void counts_have_mean_and_variance_of_a_poisson_law(double mean) {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < MANY; draw++) {
            double deviation = draws.count(mean) - mean;
            sum += deviation;
            squares += deviation * deviation;
        }

        assertEquals(0, sum / MANY, 0.02 * Math.sqrt(mean) + 1e-12);
        assertEquals(mean, squares / MANY, 0.05 * mean + 1e-12);
    }

    @Test
    void positions_are_drawn_by_their_weights_and_never_without_weight() {
        double[] cumulative = Draws.cumulative(new double[] {0, 1, 0, 3, 0});
        int[] drawn = new int[5];
        for (int draw = 0; draw < MANY; draw++) {
            drawn[draws.weighted(cumulative)]++;
        }

        assertEquals(0, drawn[0] + drawn[2] + drawn[4]);
        assertEquals(0.25, drawn[1] / (double) MANY, 0.01);
    }

    @Test
    void a_range_of_positions_is_drawn_by_its_own_weights() {
        double[] cumulative = Draws.cumulative(new double[] {5, 1, 3, 7});
        int[] drawn = new int[4];
        for (int draw = 0; draw < MANY; draw++) {
            drawn[draws.weighted(cumulative, 1, 3)]++;
        }

        assertEquals(0, drawn[0] + drawn[3]);
        assertEquals(0.25, drawn[1] / (double) MANY, 0.01);
    }

    @Test
    void a_sample_is_distinct_and_ascending() {
        int[] all = IntStream.range(0, 50).toArray();
        int[] sample = draws.sample(all, 20);

        assertArrayEquals(IntStream.of(sample).sorted().distinct().toArray(), sample);
        assertEquals(20, sample.length);
        assertArrayEquals(all, draws.sample(all, 50));
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.5", "1,1", "5,15", "30,2"})
    void shares_have_mean_and_variance_of_a_beta_law(double a, double b) {
        double mean = a / (a + b);
        double variance = mean * (1 - mean) / (a + b + 1);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < MANY; draw++) {
            double deviation = draws.beta(a, b) - mean;
            sum += deviation;
            squares += deviation * deviation;
        }

        assertEquals(0, sum / MANY, 0.02 * Math.sqrt(variance));
        assertEquals(variance, squares / MANY, 0.05 * variance);
    }
}
