package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the block candidates, with the words a person reads. */
final class CandidatesConfigTest {
    @ParameterizedTest(name = "--set {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            candidates.sources=["als", "item-knn", "als"] | sources must have distinct names but were als, item-knn, als; give one of two alike a name of its own, "name": "..."
            candidates.sources=[]             | sources must name at least one source
            candidates.fallback=item-knn      | fallback must be the same for all users, as popularity is, but was item-knn
            candidates.fallback=affinity      | fallback must be the same for all users, as popularity is, but was affinity
            candidates.sources=["auto"]       | auto stands for the fallback alone and cannot be one of sources or baselines
            candidates.baselines=["auto"]     | auto stands for the fallback alone and cannot be one of sources or baselines
            candidates.limit=0                | limit must be >= 1 but was 0
            """)
    void a_refused_value_is_named_with_its_reason(String setting, String reason) {
        String message = mistake(setting);
        assertTrue(message.startsWith("--set " + setting), message);
        assertTrue(message.endsWith(": candidates: " + reason), message);
    }

    @ParameterizedTest(name = "--set {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            candidates.sources.7.priorPlays=0     | candidates.sources.7: priorPlays must be > 0 and finite but was 0.0
            candidates.fallback={"type": "auto", "among": []} | candidates.fallback: among must name at least one order
            candidates.fallback={"type": "auto", "among": ["als"]} | candidates.fallback: among must name orders that are the same for all users, as popularity is, but there is als
            candidates.sources.8.halfLifeDays=0   | candidates.sources.8: halfLifeDays must be > 0 but was 0.0
            """)
    void a_refused_value_of_a_source_is_named_with_its_block(String setting, String reason) {
        assertEquals("--set " + setting + ": " + reason, mistake(setting));
    }

    @Test
    void an_unknown_source_is_answered_with_those_there_are() {
        assertEquals(
                "--set candidates.sources=[\"als\", \"item-nkn\"]: candidates.sources.1.type must be one of affinity,"
                        + " als, auto, ease, embedded, fresh-videos, friends-liked, fusion, interests, item-knn, popularity, random,"
                        + " rate-popularity, recent-liked, sequence, shortest, two-tower but is \"item-nkn\"; did you mean item-knn?",
                mistake("candidates.sources=[\"als\", \"item-nkn\"]"));
    }

    @Test
    void a_source_has_the_name_of_its_type_or_its_own() {
        CandidatesConfig config = LingerConfig.resolve(
                        Optional.empty(),
                        List.of("candidates.sources=[\"als\", {\"type\": \"recent-liked\", \"name\": \"week\","
                                + " \"halfLifeDays\": 7}]"))
                .value()
                .candidates();
        assertEquals(List.of("als", "week"), config.sourceNames());
    }

    private static String mistake(String setting) {
        return assertThrows(InputException.class, () -> LingerConfig.resolve(Optional.empty(), List.of(setting)))
                .getMessage();
    }
}
