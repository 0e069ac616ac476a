package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import java.util.Arrays;
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
            candidates.sources=["als", "item-knn", "als"] | sources must be distinct and at least one but were [ALS, ITEM_KNN, ALS]
            candidates.sources=[]             | sources must be distinct and at least one but were []
            candidates.fallback=als           | fallback must be the same for all users, as popularity is, but was ALS
            candidates.fallback=item-knn      | fallback must be the same for all users, as popularity is, but was ITEM_KNN
            candidates.fallback=affinity      | fallback must be the same for all users, as popularity is, but was AFFINITY
            candidates.limit=0                | limit must be >= 1 but was 0
            candidates.als=[]                 | als must hold at least one setting
            candidates.ratePriorPlays=-1      | ratePriorPlays must be >= 0 but was -1.0
            candidates.recentHalfLifeDays=0   | recentHalfLifeDays must be > 0 but was 0.0
            """)
    void a_refused_value_is_named_with_its_reason(String setting, String reason) {
        assertEquals("--set " + setting + ": candidates: " + reason, mistake(setting));
    }

    @ParameterizedTest(name = "--set {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            candidates.ease.maxItems=0              | candidates.ease: maxItems must be in 1..46340 but was 0
            candidates.affinity.priorPlays=0        | candidates.affinity: priorPlays must be > 0 and finite but was 0.0
            candidates.freshVideos.halfLifeDays=0   | candidates.freshVideos: halfLifeDays must be > 0 but was 0.0
            """)
    void a_refused_value_of_a_source_is_named_with_its_block(String setting, String reason) {
        assertEquals("--set " + setting + ": " + reason, mistake(setting));
    }

    @Test
    void an_unknown_source_is_answered_with_those_there_are() {
        assertEquals(
                "--set candidates.sources=[\"als\", \"item-nkn\"]: candidates.sources.1 must be one of als, popularity,"
                        + " rate-popularity, recent-liked, item-knn, ease, affinity, fresh-videos but is \"item-nkn\";"
                        + " did you mean item-knn?",
                mistake("candidates.sources=[\"als\", \"item-nkn\"]"));
    }

    @Test
    void a_source_has_its_name_in_kebab_case_and_some_are_the_same_for_all() {
        assertEquals(
                List.of("popularity", "rate-popularity", "recent-liked", "fresh-videos"),
                Arrays.stream(Source.values())
                        .filter(Source::isSameForAll)
                        .map(Source::label)
                        .toList());
        for (Source source : Source.values()) {
            CandidatesConfig config = LingerConfig.resolve(
                            Optional.empty(), List.of("candidates.sources=[\"" + source.label() + "\"]"))
                    .value()
                    .candidates();
            assertEquals(List.of(source), config.sources());
        }
    }

    private static String mistake(String setting) {
        return assertThrows(InputException.class, () -> LingerConfig.resolve(Optional.empty(), List.of(setting)))
                .getMessage();
    }
}
