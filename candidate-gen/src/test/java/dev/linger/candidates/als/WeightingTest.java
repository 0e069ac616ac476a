package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.PlayValue;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightingTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0.5, 1, 6", "2, 1, 21"}) // c = 1 + 10 * ratio
    void by_watch_ratio_every_pair_is_liked_the_more_the_longer(double ratio, double p, double c) {
        Weighting weighting = new Weighting.WatchRatio(10, 2);
        assertEquals(p, weighting.preference(ratio));
        assertEquals(c, weighting.confidence(ratio), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.3", // a skip
        "0.249, 0, 0.3",
        "0.25, 1, 1", // neither
        "0.999, 1, 1",
        "1, 1, 6", // liked: 1 + 5 * 1
        "2.5, 1, 13.5"
    })
    void skip_aware_takes_a_skip_for_a_dislike(double ratio, double p, double c) {
        Weighting weighting = new Weighting.SkipAware(5, 3, 1, 0.25, 0.3);
        assertEquals(p, weighting.preference(ratio));
        assertEquals(c, weighting.confidence(ratio), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1", // shown and left
        "0.799, 0, 1",
        "0.8, 1, 2.6", // liked: 1 + 2 * 0.8
        "1, 1, 3"
    })
    void debiased_likes_what_ranks_high_among_plays_of_its_length(double value, double p, double c) {
        Weighting weighting = new Weighting.Debiased(2, 0.8, 20);
        assertEquals(p, weighting.preference(value));
        assertEquals(c, weighting.confidence(value), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2", // the base
        "0.5, 7.0683", // 2 + 10 log(1.5) (1 + .5 * .5), no replay
        "1, 12.3972", // 2 + 10 log(2) (1 + .5)
        "3, 34.2169" // 2 + 10 log(4) (1 + .5) (1 + .5 log(3))
    })
    void composite_grows_with_what_was_watched_to_the_end_and_again(double ratio, double c) {
        Weighting weighting = new Weighting.Composite(2, 10, 5, 0.5, 0.5);
        assertEquals(1, weighting.preference(ratio));
        assertEquals(c, weighting.confidence(ratio), 1e-4);
    }

    @Test
    void the_same_ratio_is_worth_more_for_a_long_video_than_for_a_short_one() {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneOffset.UTC, 4);
        log.add(0, 0, 5_000, 5_000, 1); // ratios 1, 2 at 5 s
        log.add(1, 0, 10_000, 5_000, 2);
        log.add(0, 1, 6_000, 60_000, 3); // ratios 0.1, 1 at 60 s
        log.add(1, 1, 60_000, 60_000, 4);
        InteractionLog plays = log.build();
        PlayValue value = new Weighting.Debiased(1, 0.5, 2).playValue(plays);

        assertEquals(0.25, value.of(5_000, 1)); // none of two lower, one the same: (0 + 1 / 2) / 2
        assertEquals(0.75, value.of(60_000, 1)); // one of two lower, one the same: (1 + 1 / 2) / 2
        assertEquals(2, new Weighting.WatchRatio(1, 2).playValue(plays).of(60_000, 7));
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Weighting.WatchRatio(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.WatchRatio(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.WatchRatio(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.SkipAware(1, 2, 0.5, 0.6, 1));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.SkipAware(1, 2, 0.5, 0.2, 0));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.Composite(0, 1, 2, 0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.Composite(1, 1, 2, -0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.Composite(1, 1, 2, 0.5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.Debiased(-1, 0.5, 10));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.Debiased(1, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.Debiased(1, 0.5, 0));
    }
}
