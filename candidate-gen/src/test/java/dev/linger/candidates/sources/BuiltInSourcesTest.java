package dev.linger.candidates.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.config.Key;
import dev.linger.data.config.TypeRegistry;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInSourcesTest {
    private final TypeRegistry types = TypeRegistry.of(List.of(new BuiltInSources()));

    @Test
    void the_sources_have_the_names_that_tables_show() {
        assertEquals(
                Set.of(
                        "als",
                        "popularity",
                        "rate-popularity",
                        "recent-liked",
                        "item-knn",
                        "ease",
                        "interests",
                        "affinity",
                        "fresh-videos",
                        "friends-liked",
                        "fusion",
                        "embedded",
                        "random",
                        "shortest"),
                types.of(SourceConfig.class).keySet());
    }

    @ParameterizedTest
    @ValueSource(classes = {SourceConfig.class, Weighting.class})
    void every_key_has_a_meaning_a_default_and_a_reason(Class<?> family) {
        for (Class<?> record : types.of(family).values()) {
            for (RecordComponent component : record.getRecordComponents()) {
                String name = record.getSimpleName() + "." + component.getName();
                Key key = component.getAnnotation(Key.class);
                assertNotNull(key, name);
                assertFalse(key.value().isEmpty() || key.value().endsWith("."), name);
                assertFalse(key.byDefault().isEmpty(), name);
                assertFalse(key.because().isEmpty() || key.because().endsWith("."), name);
            }
        }
    }
}
