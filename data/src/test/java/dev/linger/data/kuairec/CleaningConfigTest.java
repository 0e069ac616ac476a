package dev.linger.data.kuairec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.kuairec.CleaningConfig.DisagreeingRatio;
import dev.linger.data.kuairec.CleaningConfig.UnknownIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CleaningConfigTest {
    @ParameterizedTest
    @CsvSource({
        "Mars/Olympus, 1000, 2011, 2100, 5, 0.01, zone must be a region such as Asia/Shanghai but was Mars/Olympus",
        "Asia/Shanghai, 0, 2011, 2100, 5, 0.01, maxDurationMillis must be >= 1 but was 0",
        "Asia/Shanghai, 1000, 2011, 2010, 5, 0.01, "
                + "years must be 1970 <= earliestYear <= latestYear <= 9999 but were 2011 and 2010",
        "Asia/Shanghai, 1000, 2011, 2100, NaN, 0.01, ratioCap must be > 0 but was NaN",
        "Asia/Shanghai, 1000, 2011, 2100, 5, 1.5, maxBadShare must be in 0..1 but was 1.5"
    })
    void a_value_out_of_range_is_named(
            String zone, int maxDuration, int earliest, int latest, double cap, double badShare, String message) {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> new CleaningConfig(
                        zone,
                        true,
                        maxDuration,
                        earliest,
                        latest,
                        UnknownIds.DROP,
                        1e-4,
                        DisagreeingRatio.DROP,
                        cap,
                        badShare,
                        0.05));
        assertEquals(message, failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_kebab_case_label_and_a_sentence(CleaningRule rule) {
        assertTrue(rule.label().matches("[a-z]+(-[a-z]+)*"), rule.label());
        assertTrue(rule.description().endsWith("."), rule.description());
    }

    @Test
    void a_label_is_the_same_under_every_locale() {
        assertEquals("impossible-time", CleaningRule.IMPOSSIBLE_TIME.label());
    }
}
