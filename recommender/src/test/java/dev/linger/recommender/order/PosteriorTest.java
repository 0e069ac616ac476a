package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.ScorePosterior.Unsure;
import dev.linger.data.Draws;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.recommender.order.PosteriorConfig.By;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PosteriorTest extends OrdererContract {
    /** Standings of 3, 2 and 1: 1.22, 0 and -1.22. */
    private static final RankedList SCORED = RankedList.byScore(1, new int[] {0, 1, 2}, new double[] {3, 2, 1});

    @Override
    OrdererConfig config() {
        return new PosteriorConfig(4, By.UCB, Unsure.USER, 0.5);
    }

    /** Independent scores of these means and deviations. */
    private record Independent(double[] mean, double[] deviation) implements ScorePosterior.OfUser {
        @Override
        public double[] means(int[] items) {
            return IntStream.of(items).mapToDouble(item -> mean[item]).toArray();
        }

        @Override
        public double[] deviations(int[] items, Unsure of) {
            return IntStream.of(items).mapToDouble(item -> deviation[item]).toArray();
        }

        @Override
        public double[] draw(int[] items, Unsure of, Draws draws) {
            return IntStream.of(items)
                    .mapToDouble(item -> mean[item] + deviation[item] * draws.gaussian())
                    .toArray();
        }
    }

    private static int[] order(By by, double weight, double[] deviation, long seed) {
        OrderContext unknown = OrderContext.UNKNOWN;
        OrderContext context = new OrderContext(
                unknown.taste(),
                () -> Optional.of(new Independent(new double[] {3, 2, 1}, deviation)),
                unknown.reach(),
                unknown.uplift(),
                new Seed(seed),
                0);
        return new PosteriorConfig(3, by, Unsure.USER, weight)
                .create(parts())
                .order(SCORED, context)
                .items();
    }

    @Test
    void by_its_bound_a_video_passes_others_by_its_deviation_in_those_of_the_means() {
        // Means 3, 2 and 1 deviate by .816, so a deviation of 1 is worth 1.22 weights.
        double[] unsure = {0, 0, 1};
        assertArrayEquals(new int[] {0, 1, 2}, order(By.UCB, .99, unsure, 1));
        assertArrayEquals(new int[] {0, 2, 1}, order(By.UCB, 1.01, unsure, 1));
        assertArrayEquals(new int[] {2, 0, 1}, order(By.UCB, 2.01, unsure, 1));
    }

    @Test
    void with_weight_one_it_is_the_order_of_the_draw_where_scores_are_its_means() {
        double[] unsure = {1, 2, 1};
        Independent row = new Independent(new double[] {3, 2, 1}, unsure);
        int moved = 0;
        for (long seed = 1; seed <= 20; seed++) {
            double[] drawn = row.draw(SCORED.items(), Unsure.USER, new Draws(new Seed(seed).stream("posterior")));
            int[] expected = RankedList.byScore(1, SCORED.items(), drawn).items();
            assertArrayEquals(expected, order(By.DRAW, 1, unsure, seed));
            moved += Arrays.equals(expected, SCORED.items()) ? 0 : 1;
        }
        assertTrue(moved > 5 && moved < 20, moved + " of 20");
    }

    @Test
    void what_is_sure_stays_and_so_does_what_does_not_count() {
        for (By by : By.values()) {
            assertArrayEquals(SCORED.items(), order(by, 9, new double[3], 1));
            assertArrayEquals(SCORED.items(), order(by, 0, new double[] {9, 9, 9}, 1));
        }
    }

    @Test
    void where_no_source_can_tell_the_list_stays() {
        RankedList given = list(9, 2);
        assertSame(given, config().create(parts()).order(given, OrderContext.UNKNOWN));
    }

    @Test
    void it_says_that_it_asks() {
        assertEquals(Optional.of(Unsure.USER), config().unsure());
        assertEquals(Optional.empty(), new CreatorSupportConfig(4, 0.5).unsure());
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new PosteriorConfig(0, By.DRAW, Unsure.USER, 1));
        assertThrows(IllegalArgumentException.class, () -> new PosteriorConfig(1, By.DRAW, Unsure.USER, -1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PosteriorConfig(1, By.DRAW, Unsure.USER, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new PosteriorConfig(1, By.DRAW, Unsure.USER, Double.NaN));
    }
}
