package dev.linger.recommender.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.duration.WatchRules;
import dev.linger.recommender.SmallTables;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class CreatorReachTest {
    private static final long WEEK_MILLIS = 7 * 86_400_000L;

    private static InteractionLog plays(long atMillis, int item, double ratio, int count) {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneId.of("UTC"), count);
        for (int play = 0; play < count; play++) {
            log.add(0, item, (int) (1_000 * ratio), 1_000, atMillis);
        }
        return log.build();
    }

    private static CreatorReach reach(InteractionLog history) {
        return new CreatorReach(SmallTables.get().itemTable(), history, WatchRules.DEFAULTS, WEEK_MILLIS);
    }

    @Test
    void it_is_the_share_of_the_mean_and_plays_that_were_not_liked_do_not_count() {
        CreatorReach reach = reach(plays(0, 0, 2, 3));
        assertEquals(3, reach.reach().of(0), 1e-12);
        assertEquals(0, reach.reach().of(1), 1e-12);
        assertTrue(Double.isNaN(reach(plays(0, 0, 0.1, 3)).reach().of(0)));
    }

    @Test
    void a_play_counts_from_the_next_hour_on_and_half_as_much_a_week_later() {
        CreatorReach reach = reach(plays(0, 0, 2, 2));
        reach.observe(plays(WEEK_MILLIS + 1, 1, 2, 1));
        assertEquals(0, reach.reach().of(1), 1e-12);
        reach.observe(plays(WEEK_MILLIS + 3_600_000, 5, 0.1, 1));
        // Two liked plays of a week ago count 1, one of today 1: the mean of three creators is 2/3.
        assertEquals(1.5, reach.reach().of(0), 1e-6);
        assertEquals(1.5, reach.reach().of(1), 1e-6);
    }
}
