package dev.linger.data.kuairec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.config.TypeRegistry;
import dev.linger.data.kuairec.KuaiRecSource.DisagreeingRatio;
import dev.linger.data.kuairec.KuaiRecSource.UnknownIds;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.layouts.BuiltInDataSources;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KuaiRecSourceTest {
    @ParameterizedTest
    @CsvSource({
        "Mars/Olympus, 1000, 2011, 2100, 5, 0.01, zone must be a region such as Asia/Shanghai but was Mars/Olympus",
        "Asia/Shanghai, 0, 2011, 2100, 5, 0.01, maxDurationMillis must be >= 1 but was 0",
        "Asia/Shanghai, 1000, 2011, 2010, 5, 0.01, "
                + "years must be 1970 <= earliestYear <= latestYear <= 9999 but were 2011 and 2010",
        "Asia/Shanghai, 1000, 2011, 2100, NaN, 0.01, ratioTolerance must be >= 0 but was NaN",
        "Asia/Shanghai, 1000, 2011, 2100, 5, 1.5, maxBadShare must be in 0..1 but was 1.5"
    })
    void a_value_out_of_range_is_named(
            String zone, int maxDuration, int earliest, int latest, double tolerance, double badShare, String message) {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> new KuaiRecSource(
                        zone,
                        true,
                        maxDuration,
                        earliest,
                        latest,
                        UnknownIds.DROP,
                        tolerance,
                        DisagreeingRatio.DROP,
                        badShare,
                        0.05));
        assertEquals(message, failure.getMessage());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_has_a_name_of_its_own_and_a_sentence(CleaningRule rule) {
        assertTrue(rule.description().endsWith("."), rule.description());
        assertEquals(
                1,
                rules().stream()
                        .filter(other -> other.name().equals(rule.name()))
                        .count());
    }

    static List<CleaningRule> rules() {
        return KuaiRecRules.ALL;
    }

    @Test
    void the_layout_is_chosen_by_its_name() {
        TypeRegistry types = TypeRegistry.of(List.of(new BuiltInDataSources()));
        assertEquals(KuaiRecSource.class, types.of(DataSource.class).get("kuairec"));
    }
}
