package dev.linger.pipeline.offpolicy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class EstimatesTest {
    /** Two lists of two places, of two users. */
    private static final List<WeighedList> LISTS = List.of(
            new WeighedList(0, new double[] {2, 4}, arr(1, 0.5), arr(0.5, 0.5), arr(0.6, 0.4)),
            new WeighedList(1, new double[] {0.5, 0}, arr(3, 2), arr(1, 1), arr(0.6, 0.4)));

    private static double[] arr(double one, double other) {
        return new double[] {one, other};
    }

    private static Estimates of(double clip) {
        return new Estimates(LISTS, clip == 0 ? OptionalDouble.empty() : OptionalDouble.of(clip));
    }

    @Test
    void a_weight_is_the_product_of_the_ratios_down_to_its_place() {
        assertArrayEquals(
                new double[] {2, 1, 0}, WeighedList.weights(new double[] {0.5, 0.2, 0}, new double[] {0.25, 0.4, 1}));
    }

    @Test
    void values_are_those_worked_out_by_hand() {
        Estimates estimates = of(0);
        assertEquals((1 + 0.5 + 3 + 2) / 4, estimates.served().mean(), 1e-12);
        // Places: (2 * 1 + .5 * 3) / 2 = 1.75 and 4 * .5 / 2 = 1.
        assertEquals((1.75 + 1) / 2, estimates.ips().value().mean(), 1e-12);
        assertEquals((3.5 / 2.5 + 2.0 / 4) / 2, estimates.snips().value().mean(), 1e-12);
        // First: .6 + (2 * .5 + .5 * 2) / 2 = 1.6; second: .4 + 0 = .4.
        assertEquals((1.6 + 0.4) / 2, estimates.doublyRobust().value().mean(), 1e-12);
        assertEquals((1.75 + 1) / 2 - 6.5 / 4, estimates.ips().overServed().mean(), 1e-12);
    }

    @Test
    void a_place_says_how_many_lists_decide() {
        Estimates.Place first = of(0).places().get(0);
        assertEquals(2.5 * 2.5 / 4.25, first.effective(), 1e-12);
        assertEquals(1.25, first.weight().mean(), 1e-12);
        assertEquals(0.8, first.largestShare(), 1e-12);
        assertEquals(1, of(0).places().get(1).effective(), 1e-12);
        assertEquals(2, first.served(), 1e-12);
        assertEquals(1.4, first.target(), 1e-12);
    }

    @Test
    void a_clipped_weight_counts_as_the_limit_and_the_mean_weight_stays() {
        Estimates.Place first = of(1).places().get(0);
        assertEquals(1.5 * 1.5 / 1.25, first.effective(), 1e-12);
        assertEquals(1.25, first.weight().mean(), 1e-12);
        assertEquals((1 + 0.5 * 3 + 0.5) / 4, of(1).ips().value().mean(), 1e-12);
    }

    @Test
    void values_of_one_user_are_no_independent_ones() {
        UserMean apart = UserMean.of(new int[] {0, 1, 2, 3}, 4, new double[] {1, 1, 3, 3});
        assertEquals(2, apart.mean(), 1e-12);
        assertEquals(Math.sqrt(4.0 / 3 * 4) / 4, apart.error(), 1e-12);
        UserMean together = UserMean.of(new int[] {0, 0, 1, 1}, 2, new double[] {1, 1, 3, 3});
        assertEquals(Math.sqrt(2 * 8.0) / 4, together.error(), 1e-12);
    }

    @Test
    void lists_of_one_user_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Estimates(LISTS.subList(0, 1), OptionalDouble.empty()));
    }
}
