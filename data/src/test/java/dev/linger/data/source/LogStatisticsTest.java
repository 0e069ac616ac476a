package dev.linger.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLogBuilder;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogStatisticsTest {
    private static final long DAY_MILLIS = 86_400_000;

    @Test
    void statistics_of_five_plays_by_hand() {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneOffset.UTC, 5);
        log.add(0, 0, 100, 1000, 0);
        log.add(0, 1, 200, 1000, 1);
        log.add(0, 0, 300, 1000, DAY_MILLIS);
        log.add(2, 1, 1000, 1000, DAY_MILLIS);
        log.add(2, 1, 3000, 1000, 5 * DAY_MILLIS);
        LogStatistics statistics = LogStatistics.of(log.build(), 3, 9);
        assertEquals(5, statistics.rows());
        assertEquals(2, statistics.users());
        assertEquals(2, statistics.items());
        assertEquals(3, statistics.days());
        assertEquals(0, statistics.firstDay());
        assertEquals(5, statistics.lastDay());
        assertEquals(0.4, statistics.shareAtLeastOne());
        // ratios .1 .2 .3 1 3: mean 4.6 / 5; ranks ceil(1.25) = 2, ceil(2.5) = 3, ceil(3.75) = 4
        LogStatistics.Distribution ratio = statistics.watchRatio();
        assertEquals(0.92, ratio.mean(), 1e-12);
        assertEquals(0.1, ratio.min());
        assertEquals(0.2, ratio.lowerQuartile());
        assertEquals(0.3, ratio.median());
        assertEquals(1.0, ratio.upperQuartile());
        assertEquals(3.0, ratio.max());
        // user 0 has 3 rows, user 2 has 2; user 1 has none and does not count
        assertEquals(2.5, statistics.rowsPerUser().mean());
        assertEquals(2, statistics.rowsPerUser().median());
    }
}
