package dev.linger.recommender.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.Taste;
import dev.linger.data.RankedList;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CreatorUpliftTest extends OrdererContract {
    @Override
    OrdererConfig config() {
        return new CreatorUpliftConfig(4, 0.5, 7);
    }

    /** Creator of an item: item % 3. Standings of 3, 2 and 1: 1.22, 0 and -1.22. */
    private static final RankedList SCORED = RankedList.byScore(1, new int[] {0, 1, 2}, new double[] {3, 2, 1});

    private static int[] order(double weight, Optional<Taste> taste) {
        OrderContext context = new OrderContext(() -> taste).with(creator -> new double[] {Double.NaN, 0, .1}[creator]);
        return new CreatorUpliftConfig(3, weight, 7)
                .create(parts())
                .order(SCORED, context)
                .items();
    }

    @Test
    void a_video_passes_others_by_the_gain_in_deviations_of_the_gains() {
        // Gains 0, 0 and .1 deviate by .0471 from their mean, so the last is worth 2.12 weights.
        assertArrayEquals(new int[] {0, 1, 2}, order(.57, Optional.empty()));
        assertArrayEquals(new int[] {0, 2, 1}, order(.58, Optional.empty()));
        assertArrayEquals(new int[] {2, 0, 1}, order(1.16, Optional.empty()));
    }

    @Test
    void what_the_user_will_not_watch_gains_nothing() {
        Taste none = new Taste() {
            @Override
            public double likedShare(int creator, int[] tags) {
                return 0;
            }

            @Override
            public double[] likedPlaysByTag() {
                throw new UnsupportedOperationException("it asks for shares");
            }
        };
        assertArrayEquals(new int[] {0, 1, 2}, order(9, Optional.of(none)));
    }

    @Test
    void where_nothing_is_known_of_creators_the_order_stays() {
        RankedList given = list(9, 2);
        assertArrayEquals(
                given.items(),
                config().create(parts()).order(given, OrderContext.UNKNOWN).items());
    }

    @Test
    void it_says_in_how_many_days_an_upload_counts() {
        assertEquals(OptionalInt.of(7), config().uploadDays());
        assertEquals(OptionalInt.empty(), new CreatorSupportConfig(4, 0.5).uploadDays());
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new CreatorUpliftConfig(0, 1, 7));
        assertThrows(IllegalArgumentException.class, () -> new CreatorUpliftConfig(1, -1, 7));
        assertThrows(IllegalArgumentException.class, () -> new CreatorUpliftConfig(1, 1, 0));
    }
}
