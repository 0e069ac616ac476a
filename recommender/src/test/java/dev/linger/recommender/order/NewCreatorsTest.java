package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.RankedList;
import dev.linger.recommender.SmallTables;
import org.junit.jupiter.api.Test;

class NewCreatorsTest extends OrdererContract {
    /**
     * Item i is by creator i % 3, with tag i % 4, of day DAY + 2 - i, so the first uploads of the creators are those of items 9, 10
     * and 8: of the days DAY - 7, DAY - 8 and DAY - 6. The creator of item 11 is not known. Standings: 1.34, .45, -.45, -1.34.
     */
    private static final RankedList SCORED = RankedList.byScore(1, new int[] {0, 1, 2, 11}, new double[] {4, 3, 2, 1});

    @Override
    OrdererConfig config() {
        return new NewCreatorsConfig(4, 0.5, 30);
    }

    private static int[] order(double weight, int days, int day, double... likedByTag) {
        return new NewCreatorsConfig(4, weight, days)
                .create(parts())
                .order(SCORED, likes(likedByTag).on(day))
                .items();
    }

    @Test
    void a_new_creator_passes_others_by_the_weight_in_the_audience() {
        // Items 2 and 1 are .894 apart; that of tag 2 is liked by half, of all a quarter.
        assertArrayEquals(new int[] {0, 1, 2, 11}, order(.89, 7, SmallTables.DAY, 1, 1, 2, 0));
        assertArrayEquals(new int[] {0, 2, 1, 11}, order(.90, 7, SmallTables.DAY, 1, 1, 2, 0));
        assertArrayEquals(new int[] {2, 0, 1, 11}, order(1.79, 7, SmallTables.DAY, 1, 1, 2, 0));
    }

    @Test
    void nobody_else_is_shown_more_of_them() {
        assertArrayEquals(SCORED.items(), order(9, 7, SmallTables.DAY, 1, 1, 1, 1));
        assertArrayEquals(SCORED.items(), order(9, 7, SmallTables.DAY, 2, 2, 0, 0));
    }

    @Test
    void a_creator_is_new_for_so_many_days_from_the_first_upload_on() {
        int first = SmallTables.DAY - 6; // of the creator of item 2, who uploads again on later days
        assertArrayEquals(SCORED.items(), order(9, 7, first - 1, 0, 0, 1, 0));
        assertArrayEquals(new int[] {2, 0, 1, 11}, order(9, 7, first, 0, 0, 1, 0));
        assertArrayEquals(new int[] {2, 0, 1, 11}, order(9, 7, first + 6, 0, 0, 1, 0));
        assertArrayEquals(SCORED.items(), order(9, 7, first + 7, 0, 0, 1, 0));
    }

    @Test
    void whom_nothing_is_known_of_is_in_nobodys_audience() {
        assertSame(SCORED, config().create(parts()).order(SCORED, OrderContext.UNKNOWN.on(SmallTables.DAY)));
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new NewCreatorsConfig(0, 1, 7));
        assertThrows(IllegalArgumentException.class, () -> new NewCreatorsConfig(1, -1, 7));
        assertThrows(IllegalArgumentException.class, () -> new NewCreatorsConfig(1, Double.POSITIVE_INFINITY, 7));
        assertThrows(IllegalArgumentException.class, () -> new NewCreatorsConfig(1, 1, 0));
    }
}
