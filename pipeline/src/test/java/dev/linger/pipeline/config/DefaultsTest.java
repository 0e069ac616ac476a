package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import dev.linger.data.config.Alternatives;
import dev.linger.data.config.Key;
import dev.linger.data.config.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a configuration may leave out, alternatives, and where each value came from. */
final class DefaultsTest {
    private static final TypeRegistry TYPES = TypeRegistry.of(List.of(registration -> {
        registration.add(Source.class, "als", Als.class);
        registration.add(Source.class, "popular", Popular.class);
        registration.add(Source.class, "named", Named.class);
    }));

    interface Source {}

    record Als(
            @Key(value = "Length of an embedding", byDefault = "32") int factorCount,
            @Key(value = "Pull of every pair", byDefault = "0.5") double unobservedWeight,
            @Key(value = "Decay", byDefault = "{\"days\": 7}") Decay decay,
            Optional<String> note)
            implements Source {}

    record Decay(
            @Key(value = "Half-life in days", byDefault = "1") int days,
            @Key(value = "Whether it is exact", byDefault = "true") boolean exact) {}

    record Popular() implements Source {}

    record Named(String name) implements Source {}

    record Parts(@Key(value = "By name", byDefault = "{\"a\": 1}") Map<String, Integer> counts) {}

    record Root(
            @Key("The seed") long seed,
            @Key(value = "What is asked first", byDefault = "\"als\"") Source first,
            @Key(value = "All that is asked", byDefault = "[\"popular\"]") List<Alternatives<Source>> sources,
            @Key("Parts") Parts parts) {}

    private static final Als ALS = new Als(32, 0.5, new Decay(7, true), Optional.empty());

    @Test
    void what_is_left_out_is_filled_from_the_records() {
        assertEquals(
                new Root(1, ALS, List.of(Alternatives.only(new Popular())), new Parts(Map.of("a", 1))),
                resolve("{\"seed\": 1}").value());
    }

    @Test
    void a_key_without_a_default_is_missed_with_its_meaning() {
        assertEquals("a.json:1: missing key seed (The seed)", mistake("{}"));
    }

    @Test
    void a_block_is_merged_with_its_default_and_a_map_replaces_it() {
        assertEquals(
                new Als(8, 0.5, new Decay(7, false), Optional.empty()),
                resolve("{\"seed\": 1, \"first\": {\"factorCount\": 8, \"decay\": {\"exact\": false}}}")
                        .value()
                        .first());
        assertEquals(
                new Parts(Map.of()),
                resolve("{\"seed\": 1, \"parts\": {\"counts\": {}}}").value().parts());
    }

    @Test
    void another_type_on_the_command_line_brings_its_own_defaults() {
        assertEquals(
                new Popular(),
                resolve("{\"seed\": 1}", "first.type=popular").value().first());
        assertEquals(
                ALS,
                resolve("{\"seed\": 1, \"first\": \"popular\"}", "first=als")
                        .value()
                        .first());
        assertEquals(
                new Als(8, 0.5, new Decay(2, true), Optional.of("x")),
                resolve("{\"seed\": 1}", "first.factorCount=8", "first.decay.days=2", "first.note=x")
                        .value()
                        .first());
    }

    @Test
    void each_setting_of_alternatives_stands_over_the_rest_of_the_block() {
        Root root = resolve(
                        """
                {"seed": 1, "sources": [{"type": "als", "name": "factors", "factorCount": 8,
                  "settings": [{"unobservedWeight": 0.05}, {"unobservedWeight": 10, "decay": {"days": 2}}]}]}
                """,
                        "sources.0.settings.0.note=x")
                .value();
        assertEquals(
                List.of(new Alternatives<>(
                        Optional.of("factors"),
                        List.of(
                                new Als(8, 0.05, new Decay(7, true), Optional.of("x")),
                                new Als(8, 10, new Decay(2, true), Optional.empty())))),
                root.sources());
    }

    @Test
    void alternatives_resolve_to_themselves() {
        for (String source : List.of(
                "\"popular\"",
                "{\"type\": \"als\", \"name\": \"x\"}",
                "{\"type\": \"als\", \"settings\": [{\"factorCount\": 1}, {\"factorCount\": 2}]}")) {
            ResolvedConfig<Root> first = resolve("{\"seed\": 1, \"sources\": [" + source + "]}");
            ResolvedConfig<Root> again = resolve(first.json());
            assertEquals(first.value(), again.value());
            assertEquals(first.json(), again.json());
        }
    }

    @Test
    void mistakes_in_alternatives_are_named() {
        assertEquals(
                "a.json:1: sources.0.settings must be a list of at least one object, [{...}], but is empty",
                mistake(source("{\"type\": \"als\", \"settings\": []}")));
        assertEquals(
                "a.json:1: sources.0.factorCount has no effect, because each of the settings gives its own",
                mistake(source("{\"type\": \"als\", \"factorCount\": 3, \"settings\": [{\"factorCount\": 1}]}")));
        assertEquals(
                "a.json:1: unknown key sources.0.settings.0.type; it belongs to the block, not to a setting",
                mistake(source("{\"type\": \"als\", \"settings\": [{\"type\": \"als\"}]}")));
        assertEquals(
                "a.json:1: unknown key sources.0.settings.0.factors; allowed in sources.0.settings.0: type, factorCount,"
                        + " unobservedWeight, decay, note",
                mistake(source("{\"type\": \"als\", \"settings\": [{\"factors\": 1}]}")));
    }

    @Test
    void a_record_with_a_key_of_the_alternatives_is_refused() {
        assertEquals(
                Named.class.getName()
                        + " has a component named name, a key that is kept for the alternatives of a block",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> resolve(source("{\"type\": \"named\", \"name\": \"x\"}")))
                        .getMessage());
    }

    @Test
    void every_value_is_explained_by_its_origin_and_meaning() {
        List<ResolvedValue> values = resolve("{\n\"seed\": 1,\n\"sources\": [\"popular\"]}", "first.factorCount=8")
                .values();
        String types = "one of als, named, popular";
        assertEquals(
                List.of(
                        new ResolvedValue("seed", "1", "a.json:2", "The seed"),
                        new ResolvedValue("first.type", "\"als\"", "default", types),
                        new ResolvedValue(
                                "first.factorCount", "8", "--set first.factorCount=8", "Length of an embedding"),
                        new ResolvedValue("first.unobservedWeight", "0.5", "default", "Pull of every pair"),
                        new ResolvedValue("first.decay.days", "7", "default", "Half-life in days"),
                        new ResolvedValue("first.decay.exact", "true", "default", "Whether it is exact"),
                        new ResolvedValue("first.note", "null", "default", ""),
                        new ResolvedValue("sources.0.type", "\"popular\"", "a.json:3", types),
                        new ResolvedValue("parts.counts.a", "1", "default", "")),
                values);
    }

    @Test
    void a_grid_stands_for_every_combination_of_its_values() {
        assertEquals(
                resolve(source("{\"type\": \"als\", \"settings\": ["
                                + "{\"factorCount\": 8, \"unobservedWeight\": 0.1},"
                                + " {\"factorCount\": 8, \"unobservedWeight\": 1.0},"
                                + " {\"factorCount\": 16, \"unobservedWeight\": 0.1},"
                                + " {\"factorCount\": 16, \"unobservedWeight\": 1.0}]}"))
                        .value(),
                resolve(source("{\"type\": \"als\","
                                + " \"grid\": {\"factorCount\": [8, 16], \"unobservedWeight\": [0.1, 1.0]}}"))
                        .value());
    }

    @Test
    void a_grid_that_is_none_is_refused_where_it_stands() {
        assertEquals(
                "a.json:1: grid must be an object of lists, {\"key\": [...], ...}, but is 3",
                mistake(source("{\"type\": \"als\", \"grid\": 3}")));
        assertEquals(
                "a.json:1: grid.factorCount must be a list of at least one value but is 3",
                mistake(source("{\"type\": \"als\", \"grid\": {\"factorCount\": 3}}")));
        assertEquals(
                "a.json:1: a block has settings or a grid of them but not both",
                mistake(source("{\"type\": \"als\", \"grid\": {\"factorCount\": [3]}, \"settings\": [{}]}")));
        assertEquals(
                "a.json:1: grid has more than 1000 combinations",
                mistake(source("{\"type\": \"als\", \"grid\": {\"factorCount\": "
                        + IntStream.rangeClosed(1, 1_001).boxed().toList() + "}}")));
    }

    private static String source(String source) {
        return "{\"seed\": 1, \"sources\": [" + source + "]}";
    }

    private static String mistake(String text) {
        return assertThrows(InputException.class, () -> resolve(text)).getMessage();
    }

    private static ResolvedConfig<Root> resolve(String text, String... settings) {
        return new StrictConfig<>(Root.class, TYPES)
                .resolve(new ConfigText("a.json", text), Optional.empty(), List.of(settings));
    }
}
