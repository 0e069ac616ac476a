package dev.linger.ranker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.features.FeatureRows;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final FeatureRows FIVE = Problems.numbers(1, 1, 2, 3, 4, 5);
    private static final float[] LABELS = {0, 1, 2, 3, 4};

    @Test
    void group_sizes_follow_the_rows() {
        assertArrayEquals(new int[] {2, 1, 2}, new TrainingSet(FIVE, LABELS, new int[] {7, 7, 3, 9, 9}).groupSizes());
    }

    @Test
    void a_group_that_comes_back_is_refused() {
        String message = messageOf(() -> new TrainingSet(FIVE, LABELS, new int[] {7, 7, 3, 7, 9}));
        assertEquals("rows of group 7 are not consecutive", message);
    }

    @Test
    void labels_must_be_finite_and_as_many_as_rows() {
        assertEquals(
                "label of row 1 must be finite but was NaN",
                messageOf(() -> new TrainingSet(FIVE, new float[] {0, Float.NaN, 0, 0, 0}, new int[5])));
        assertEquals(
                "5 rows but 4 labels and 5 groups", messageOf(() -> new TrainingSet(FIVE, new float[4], new int[5])));
        assertEquals(
                "there must be rows to learn from but there are none",
                messageOf(() -> new TrainingSet(Problems.numbers(1), new float[0], new int[0])));
    }

    private static String messageOf(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }
}
