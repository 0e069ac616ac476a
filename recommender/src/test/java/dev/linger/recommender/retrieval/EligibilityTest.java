package dev.linger.recommender.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.candidates.ItemFilter;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    private static final int ITEMS = 12;

    /** Items 0 to 8 are known; user 0 has seen 1, 4 and 6, and user 1 all the others. */
    private static final InteractionLog LOG = log();

    private static InteractionLog log() {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneId.of("UTC"), 9);
        for (int item = 0; item < 9; item++) {
            log.add(item == 1 || item == 4 || item == 6 ? 0 : 1, item, 5, 10, item);
        }
        return log.build();
    }

    private static final Eligibility ELIGIBILITY = new Eligibility(
            Universe.playedIn(LOG, ITEMS),
            SeenItems.of(LOG, 2),
            List.of((user, item) -> item % 2 == 0, (user, item) -> item > 2 || user == 1));

    @Test
    void each_video_is_counted_where_it_is_first_left_out() {
        Funnel funnel = ELIGIBILITY.funnel(0, List.of("even", "late"));

        assertEquals(
                List.of(
                        new Funnel.Step("not known yet", 3),
                        new Funnel.Step("seen", 3),
                        new Funnel.Step("even", 3), // 3, 5, 7
                        new Funnel.Step("late", 2)), // 0, 2
                funnel.leftOut());
        assertEquals(12, funnel.videos());
        assertEquals(1, funnel.left());
    }

    @Test
    void what_is_left_is_what_may_be_recommended() {
        for (int user = 0; user < 2; user++) {
            int of = user;
            assertEquals(
                    IntStream.range(0, ITEMS)
                            .filter(item -> ELIGIBILITY.mayBeRecommended(of, item))
                            .count(),
                    ELIGIBILITY.funnel(user, List.of("even", "late")).left());
        }
    }

    @Test
    void a_later_day_has_filters_of_its_own() {
        List<ItemFilter> none = List.of();

        Eligibility later = ELIGIBILITY.at(1_000, none);

        assertEquals(6, later.funnel(0, List.of()).left());
    }

    @Test
    void a_rule_tells_since_when_plays_count() {
        assertEquals(Long.MIN_VALUE, SeenRule.FOREVER.since(5));
        assertEquals(Long.MAX_VALUE, SeenRule.ofDays(0).since(5));
        assertEquals(1_000 - 2 * 86_400_000L, SeenRule.ofDays(2).since(1_000));
    }
}
