package dev.linger.recommender.creators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CreatorCountsTest {
    private static double[] numbers(CreatorCounts counts, int creator, int more) {
        double[] row = new double[CreatorCounts.columns().size()];
        counts.fill(creator, more, row);
        for (int at = 0; at < row.length; at++) {
            row[at] = Math.expm1(row[at]);
        }
        return row;
    }

    @Test
    void what_was_received_falls_by_half_in_each_half_life_and_a_day_counts_once_it_is_over() {
        CreatorCounts counts = new CreatorCounts(2, 100);
        counts.upload(1);
        counts.advanceTo(101);
        counts.play(1, true);
        counts.play(1, false);
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1}, numbers(counts, 1, 0), 1e-12, "today is not over");
        counts.advanceTo(102);
        assertArrayEquals(
                new double[] {2, 2, 2, 1, 1, 1, Math.pow(2, -1 / 7.0), Math.pow(2, -1 / 30.0), 2, 1},
                numbers(counts, 1, 0),
                1e-12);
        counts.advanceTo(109);
        assertEquals(2.0 / 128, numbers(counts, 1, 0)[0], 1e-12);
        assertEquals(1, numbers(counts, 1, 0)[1], 1e-12);
        assertEquals(.5, numbers(counts, 1, 0)[4], 1e-12);
        assertEquals(9, numbers(counts, 1, 0)[8], 1e-12);
    }

    @Test
    void one_more_play_is_one_of_yesterday() {
        CreatorCounts counts = new CreatorCounts(1, 100);
        counts.upload(0);
        counts.play(0, false);
        counts.advanceTo(101);
        assertArrayEquals(new double[] {2, 2, 2, 1, 1, 1, 1, 1, 1, 1}, numbers(counts, 0, 1), 1e-12);
    }

    @Test
    void days_one_by_one_or_at_once_give_the_same() {
        CreatorCounts single = new CreatorCounts(1, 0);
        CreatorCounts atOnce = new CreatorCounts(1, 0);
        for (CreatorCounts counts : new CreatorCounts[] {single, atOnce}) {
            counts.upload(0);
            counts.play(0, true);
        }
        for (int day = 1; day <= 20; day++) {
            single.advanceTo(day);
        }
        atOnce.advanceTo(20);
        assertArrayEquals(numbers(single, 0, 0), numbers(atOnce, 0, 0), 1e-12);
    }

    @Test
    void a_creator_is_known_from_the_day_after_the_first_upload_on() {
        CreatorCounts counts = new CreatorCounts(2, 100);
        counts.upload(0);
        assertFalse(counts.isKnown(0));
        counts.advanceTo(101);
        assertTrue(counts.isKnown(0));
        assertFalse(counts.isKnown(1));
    }
}
