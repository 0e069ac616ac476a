package dev.linger.simulation.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.draw.QuantileCurve;
import dev.linger.simulation.draw.Selection;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private final Draws draws = new Draws(new Seed(4).stream("selection"));

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 5", "1, 1", "3, 10", "999, 1000"})
    void exactly_so_many_are_taken(int count, int all) {
        for (int repeat = 0; repeat < 50; repeat++) {
            assertEquals(count, taken(Selection.exactly(count, all), all).length);
        }
    }

    @Test
    void each_has_the_same_chance() {
        int[] often = new int[10];
        for (int repeat = 0; repeat < 20_000; repeat++) {
            for (int at : taken(Selection.exactly(3, 10), 10)) {
                often[at]++;
            }
        }

        for (int count : often) {
            assertEquals(6_000, count, 300); // the standard error is sqrt(20,000 * .3 * .7) = 65
        }
    }

    @Test
    void a_curve_is_dealt_evenly() {
        QuantileCurve curve = new QuantileCurve(new double[] {0, 0.5, 1}, new double[] {0, 10, 30});
        double[] dealt = curve.deal(4, draws);
        Arrays.sort(dealt);

        // shares 1/8, 3/8, 5/8, 7/8
        assertArrayEquals(new double[] {2.5, 7.5, 15, 25}, dealt, 1e-12);
    }

    @Test
    void copies_add_up_and_one_row_has_its_own() {
        Copies copies = Copies.exactly(100, 40, 30, draws);
        int[] ofRow = new int[30];
        Arrays.setAll(ofRow, row -> copies.of(row, draws));

        assertEquals(100, Arrays.stream(ofRow).sum());
        assertEquals(1, Arrays.stream(ofRow).filter(count -> count == 40).count());
    }

    private int[] taken(Selection selection, int all) {
        int[] taken = new int[all];
        int count = 0;
        for (int at = 0; at < all; at++) {
            if (selection.takesNext(draws)) {
                taken[count++] = at;
            }
        }
        return Arrays.copyOf(taken, count);
    }
}
