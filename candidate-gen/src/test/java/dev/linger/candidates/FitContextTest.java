package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import org.junit.jupiter.api.Test;

class FitContextTest {
    private static final long HOUR = 3_600_000;

    @Test
    void a_play_at_the_cut_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> context(HOUR, HOUR));
    }

    @Test
    void the_day_of_the_cut_is_that_of_the_local_calendar() {
        assertEquals(0, context(0, 16 * HOUR - 1).asOfDay()); // 23:59:59.999 in Shanghai
        assertEquals(1, context(0, 16 * HOUR).asOfDay());
    }

    @Test
    void fits_to_the_same_rows_share_the_plays_of_each_pair_though_each_has_a_view_of_its_own() {
        InteractionLog log = Plays.random(3, 4, 20, 1);
        FitMemo memo = new FitMemo();
        Workers workers = Workers.ofCaller();

        PairPlays first = PairPlays.of(log.slice(0, 15), 3, workers, memo);

        assertSame(first, PairPlays.of(log.slice(0, 15), 3, workers, memo));
        assertNotSame(first, PairPlays.of(log, 3, workers, memo));
    }

    private static FitContext context(long playMillis, long cutMillis) {
        try (Workers workers = new Workers(1)) {
            return new FitContext(
                    new Plays().addAt(0, 0, 1, playMillis).log(),
                    WithheldPairs.none(1, 1),
                    cutMillis,
                    Tables.of(1, 1),
                    WatchRules.DEFAULTS,
                    new Seed(1),
                    workers,
                    Progress.SILENT);
        }
    }
}
