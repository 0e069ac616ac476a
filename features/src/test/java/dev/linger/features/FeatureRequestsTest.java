package dev.linger.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FeatureRequestsTest {
    private static final FeatureRequests FOUR = new FeatureRequests(
            new int[] {1, 2, 3, 4},
            new int[] {9, 8, 7, 6},
            new int[] {100, 100, 101, 103},
            new long[] {11, 22, 33, 44},
            new StageOneCells(
                    StageOneCells.SCORE_AND_RANK, new float[] {.1f, 5, Float.NaN, Float.NaN, .3f, 7, .4f, 8}));

    @Test
    void a_slice_has_every_column_of_its_rows() {
        FeatureRequests middle = FOUR.slice(1, 3);
        assertEquals(2, middle.size());
        assertArrayEquals(new int[] {2, 3}, middle.user());
        assertArrayEquals(new int[] {8, 7}, middle.item());
        assertArrayEquals(new int[] {100, 101}, middle.asOfDay());
        assertArrayEquals(new long[] {22, 33}, middle.requestMillis());
        assertArrayEquals(
                new float[] {Float.NaN, Float.NaN, .3f, 7}, middle.stageOne().values());
    }

    @Test
    void a_slice_may_be_empty_or_the_whole() {
        assertEquals(0, FOUR.slice(0, 0).size());
        assertEquals(0, FOUR.slice(4, 4).size());
        assertArrayEquals(FOUR.item(), FOUR.slice(0, 4).item());
    }

    @Test
    void a_slice_is_a_copy() {
        FeatureRequests slice = FOUR.slice(0, 2);
        slice.user()[0] = 99;
        slice.stageOne().values()[0] = 99;
        assertEquals(1, FOUR.user()[0]);
        assertEquals(.1f, FOUR.stageOne().score(0));
    }

    @Test
    void candidates_of_one_request_share_its_day_and_time() {
        FeatureRequests candidates = FeatureRequests.at(
                100,
                77,
                new int[] {1, 1},
                new int[] {5, 6},
                new StageOneCells(StageOneCells.SCORE_AND_RANK, new float[4]));
        assertArrayEquals(new int[] {100, 100}, candidates.asOfDay());
        assertArrayEquals(new long[] {77, 77}, candidates.requestMillis());
    }

    @Test
    void a_falling_day_and_columns_of_other_lengths_are_refused() {
        assertEquals(
                "as-of day falls from 101 to 100 at row 2: ask in order of days",
                messageOf(() -> new FeatureRequests(
                        new int[3],
                        new int[3],
                        new int[] {100, 101, 100},
                        new long[3],
                        new StageOneCells(StageOneCells.SCORE_AND_RANK, new float[6]))));
        assertEquals(
                "columns of 2, 2, 2, 2 and 1 rows do not make requests",
                messageOf(() -> FeatureRequests.at(
                        1, 1, new int[2], new int[2], new StageOneCells(StageOneCells.SCORE_AND_RANK, new float[2]))));
    }

    private static String messageOf(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }
}
