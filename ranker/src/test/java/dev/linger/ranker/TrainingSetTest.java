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
        TrainingSet set = new TrainingSet(FIVE, LABELS, new int[] {7, 7, 3, 9, 9});
        assertArrayEquals(new int[] {2, 1, 2}, set.groupSizes(0, 5));
        assertArrayEquals(new int[] {1, 2}, set.groupSizes(2, 5));
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

    @Test
    void later_rows_stand_after_the_first_with_groups_of_their_own() {
        TrainingSet first =
                new TrainingSet(Problems.numbers(1, 1, 2, 3), new float[] {10, 20, 30}, new int[] {7, 7, 3});
        TrainingSet later = new TrainingSet(Problems.numbers(1, 4, 5), new float[] {40, 50}, new int[] {0, 3});
        TrainingSet both = first.and(later);
        assertEquals(5, both.size());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5}, both.rows().all().values());
        assertArrayEquals(new float[] {10, 20, 30, 40, 50}, both.label());
        // The highest group of the first is 7, so 0 and 3 become 8 and 11.
        assertArrayEquals(new int[] {7, 7, 3, 8, 11}, both.group());
    }

    @Test
    void a_list_that_ends_the_first_rows_is_not_joined_with_one_of_the_same_number() {
        TrainingSet day = new TrainingSet(Problems.numbers(1, 1, 2), new float[] {1, 2}, new int[2]);
        assertArrayEquals(new int[] {2, 2, 2}, day.and(day).and(day).groupSizes(0, 6));
    }

    @Test
    void rows_of_other_columns_are_no_later_rows() {
        TrainingSet narrow = new TrainingSet(Problems.numbers(1, 1), new float[1], new int[1]);
        TrainingSet wide = new TrainingSet(Problems.numbers(2, 1, 2), new float[1], new int[1]);
        assertThrows(IllegalArgumentException.class, () -> narrow.and(wide));
    }

    private static String messageOf(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }
}
