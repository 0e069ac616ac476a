package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Weighting.WatchRatio(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.WatchRatio(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.WatchRatio(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.SkipAware(1, 2, 0.5, 0.6, 1));
        assertThrows(IllegalArgumentException.class, () -> new Weighting.SkipAware(1, 2, 0.5, 0.2, 0));
    }
}
