package dev.linger.simulation.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void a_quantile_curve_is_linear_between_its_points() {
        QuantileCurve curve = new QuantileCurve(new double[] {0, 0.5, 1}, new double[] {10, 20, 40});

        assertEquals(10, curve.at(0), 1e-12);
        assertEquals(15, curve.at(0.25), 1e-12);
        assertEquals(20, curve.at(0.5), 1e-12);
        assertEquals(30, curve.at(0.75), 1e-12);
        assertTrue(curve.draw(draws) >= 10);
        assertThrows(
                IllegalArgumentException.class, () -> new QuantileCurve(new double[] {0, 0.5}, new double[] {1, 2}));
    }
}
