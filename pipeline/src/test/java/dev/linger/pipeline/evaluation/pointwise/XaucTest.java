package dev.linger.pipeline.evaluation.pointwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XaucTest {
    @Test
    void four_plays_worked_by_hand() {
        // Labels .2 .5 .5 .9, predictions .3 .3 .1 .8. Pairs with different labels:
        // (.2, .5): .3 = .3 a half; (.2, .5): .3 > .1 wrong; (.2, .9) right; (.5, .9) right; (.5, .9) right: 3.5 / 5.
        assertEquals(0.7, Xauc.of(new double[] {0.3, 0.3, 0.1, 0.8}, new double[] {0.2, 0.5, 0.5, 0.9}));
    }

    @Test
    void the_labels_themselves_have_one_their_reverse_none_and_a_constant_half() {
        double[] labels = {0.1, 3, 0.7, 0.7, 571};
        assertEquals(1.0, Xauc.of(labels, labels));
        assertEquals(0.0, Xauc.of(new double[] {-0.1, -3, -0.7, -0.7, -571}, labels));
        assertEquals(0.5, Xauc.of(new double[5], labels));
    }

    @Test
    void plays_that_cannot_be_ordered_have_no_xauc() {
        assertTrue(Double.isNaN(Xauc.of(new double[] {1, 2}, new double[] {0.5, 0.5})));
        assertTrue(Double.isNaN(Xauc.of(new double[0], new double[0])));
    }

    @Test
    void both_zeros_are_the_same_prediction() {
        assertEquals(0.5, Xauc.of(new double[] {-0.0, 0.0}, new double[] {0, 1}));
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Xauc.of(new double[] {Double.NaN, 1}, new double[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> Xauc.of(new double[1], new double[2]));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 500})
    void the_count_agrees_with_looking_at_every_pair(int size) {
        SplittableRandom random = new Seed(size).stream("xauc");
        for (int levels : new int[] {2, 5, 1_000_000}) {
            double[] predictions = new double[size];
            double[] labels = new double[size];
            for (int row = 0; row < size; row++) {
                labels[row] = random.nextInt(levels) / 7.0;
                predictions[row] = labels[row] / 2 + random.nextInt(levels) / 7.0 - 1;
            }
            assertEquals(ofEveryPair(predictions, labels), Xauc.of(predictions, labels), 0.0);
        }
    }

    @Test
    void a_rising_map_of_the_predictions_changes_nothing() {
        SplittableRandom random = new Seed(5).stream("xauc");
        double[] predictions = random.doubles(300).toArray();
        double[] labels = random.doubles(300).toArray();
        double[] mapped = Arrays.stream(predictions).map(Math::exp).toArray();
        assertEquals(Xauc.of(predictions, labels), Xauc.of(mapped, labels));
    }

    private static double ofEveryPair(double[] predictions, double[] labels) {
        long pairs = 0;
        double right = 0;
        for (int a = 0; a < labels.length; a++) {
            for (int b = 0; b < labels.length; b++) {
                if (labels[a] < labels[b]) {
                    pairs++;
                    right += predictions[a] < predictions[b] ? 1 : predictions[a] == predictions[b] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }
}
