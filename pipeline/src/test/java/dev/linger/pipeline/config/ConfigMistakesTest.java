package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.config.TypeRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a configuration, with the words a person reads. */
final class ConfigMistakesTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "factorCount": 64 | "factorCount": 64.7         | 3: retrieve.factorCount must be a whole number from -2147483648 to 2147483647 but is 64.7
            "factorCount": 64 | "factorCount": 64.0         | 3: retrieve.factorCount must be a whole number from -2147483648 to 2147483647 but is 64.0
            "factorCount": 64 | "factorCount": 3000000000   | 3: retrieve.factorCount must be a whole number from -2147483648 to 2147483647 but is 3000000000
            "factorCount": 64 | "factorCount": "12"         | 3: retrieve.factorCount must be a whole number from -2147483648 to 2147483647 but is "12"
            "factorCount": 64 | "factorCount": null         | 3: retrieve.factorCount must be a whole number from -2147483648 to 2147483647 but is null
            "factorCount": 64 | "factorCount": true         | 3: retrieve.factorCount must be a whole number from -2147483648 to 2147483647 but is true
            "factorCount": 64 | "factorCount": [64]         | 3: retrieve.factorCount must be a whole number from -2147483648 to 2147483647 but is a list
            "seed": 7         | "seed": 9223372036854775808 | 2: seed must be a whole number but is 9223372036854775808
            "alpha": 40.0     | "alpha": "40"               | 3: retrieve.alpha must be a number but is "40"
            "alpha": 40.0     | "alpha": true               | 3: retrieve.alpha must be a number but is true
            "alpha": 40.0     | "alpha": 1e999              | 3: retrieve.alpha must be a number but is 1E+999
            "alpha": 40.0     | "alpha": 1e-999             | 3: retrieve.alpha must be a number but is 1E-999
            "alpha": 40.0     | "alpha": -1                 | 3: retrieve: alpha must be > 0 but was -1.0
            "warmStart": true | "warmStart": 1              | 3: retrieve.warmStart must be true or false but is 1
            "warmStart": true | "warmStart": "true"         | 3: retrieve.warmStart must be true or false but is "true"
            "title": "first"  | "title": 3                  | 9: report.title must be a string but is 3
            "title": "first"  | "title": null               | 9: report.title must be a string but is null
            "cutoffs": [5, 10] | "cutoffs": 5               | 9: report.cutoffs must be a list, [...], but is 5
            "cutoffs": [5, 10] | "cutoffs": [5, "10"]       | 9: report.cutoffs.1 must be a whole number from -2147483648 to 2147483647 but is "10"
            "note": null      | "note": {}                  | 9: report.note must be a string but is an object
            { "max_bin": "255" } | [1]                      | 7: ranker.base.parameters must be an object, {...}, but is a list
            { "max_bin": "255" } | { "max_bin": 255 }       | 7: ranker.base.parameters.max_bin must be a string but is 255
            "conjugate-gradient" | "conjugate-gradent"      | 3: retrieve.solver must be one of cholesky, conjugate-gradient but is "conjugate-gradent"; did you mean conjugate-gradient?
            "conjugate-gradient" | "CHOLESKY"               | 3: retrieve.solver must be one of cholesky, conjugate-gradient but is "CHOLESKY"
            "conjugate-gradient" | 1                        | 3: retrieve.solver must be one of cholesky, conjugate-gradient but is 1
            "type": "trees"   | "type": "tree"              | 7: ranker.base.type must be one of blend, stage-one, trees but is "tree"; did you mean trees?
            "type": "trees"   | "type": 1                   | 7: ranker.base.type must be one of blend, stage-one, trees but is 1
            "type": "trees",  | ``                          | 7: missing key ranker.base.type, one of blend, stage-one, trees
            "leaves": 31      | "leafs": 31                 | 7: unknown key ranker.base.leafs; allowed in ranker.base: type, leaves, parameters; did you mean leaves?
            "weight": 0.5,    | ``                          | 4: missing key ranker.weight
            "factorCount": 64, "alpha": 40.0, | ``          | 3: missing keys retrieve.factorCount, retrieve.alpha
            "seed": 7,        | ``                          | 1: missing key seed
            "seed": 7         | "sed": 7                    | 2: unknown key sed; allowed at the top: seed, retrieve, ranker, report; did you mean seed?
            "seed": 7         | "comment": "", "seed": 7    | 2: unknown key comment; allowed at the top: seed, retrieve, ranker, report
            """)
    void a_wrong_value_or_key_is_named_with_its_path(String good, String bad, String message) {
        assertEquals("configs/default.json:" + message, mistakeInDefault(replace(good, bad)));
    }

    @Test
    void a_block_that_is_no_object_is_an_error() {
        assertEquals(
                "my/plain.json:1: retrieve must be an object, {...}, but is 3", mistakeInVariant("{\"retrieve\": 3}"));
    }

    @Test
    void a_repeated_key_is_an_error_with_line_and_column() {
        assertEquals(
                "configs/default.json, line 2, column 20: not valid JSON: Duplicate field 'seed'; each key may stand once",
                mistakeInDefault(replace("\"seed\": 7", "\"seed\": 7, \"seed\": 8")));
    }

    @Test
    void text_that_is_not_json_is_an_error_with_line_and_column() {
        assertEquals(
                "configs/default.json, line 2, column 12: not valid JSON: Unexpected character ('x' (code 120)):"
                        + " was expecting comma to separate Object entries",
                mistakeInDefault(replace("\"seed\": 7", "\"seed\": 7x")));
        assertEquals(
                "my/plain.json, line 2, column 1: not valid JSON: Unexpected end-of-input: expected close marker for"
                        + " Object (start marker at line 1, column 1)",
                mistakeInVariant("{\n"));
    }

    @Test
    void text_after_the_end_is_an_error() {
        assertEquals(
                "my/plain.json, line 1, column 13: something follows the end of the JSON value",
                mistakeInVariant("{\"seed\": 1} {}"));
    }

    @Test
    void an_empty_file_or_one_without_an_object_is_an_error() {
        assertEquals("my/plain.json: is empty, a JSON object, {...}, is expected", mistakeInVariant(" \n"));
        assertEquals("my/plain.json:1: must be a JSON object, {...}, but is a list", mistakeInVariant("[1]"));
    }

    @Test
    void an_unknown_block_of_a_variant_is_an_error() {
        assertEquals(
                "my/plain.json:2: unknown key rankers; allowed at the top: seed, retrieve, ranker, report;"
                        + " did you mean ranker?",
                mistakeInVariant("{\n\"rankers\": {}}"));
    }

    @Test
    void a_file_nested_too_deep_or_with_an_endless_number_is_an_error_with_line_and_column() {
        assertEquals(
                "my/plain.json, line 2, column 1008: not valid JSON:"
                        + " Document nesting depth (1001) exceeds the maximum allowed (1000)",
                mistakeInVariant("{\n\"seed\":" + "[".repeat(1001)));
        String endless = mistakeInVariant("{\"seed\": " + "7".repeat(2000) + "}");
        assertTrue(
                endless.matches("my/plain\\.json, line 1, column \\d+: not valid JSON:"
                        + " Number value length \\(2000\\) exceeds the maximum allowed \\(1000\\)"),
                endless);
    }

    @Test
    void no_switch_of_the_parser_is_named() {
        assertEquals(
                "my/plain.json, line 1, column 13: not valid JSON: Non-standard token 'NaN'; JSON has no such number",
                mistakeInVariant("{\"seed\": NaN}"));
        assertFalse(mistakeInVariant("{\"seed\": 7 # seven\n}").contains("ALLOW"));
    }

    @Test
    void a_long_value_is_cut() {
        String message = mistakeInVariant("{\"seed\": \"" + "x".repeat(5000) + "\"}");
        assertTrue(message.length() < 200, message);
    }

    @ParameterizedTest(name = "--set {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            seed                     | must be key=value, such as --set a.b=3
            =3                       | must be key=value, such as --set a.b=3
            seed=x                   | seed must be a whole number but is "x"
            seed=                    | seed must be a whole number but is ""
            seed=[1                  | -
            retrieve.alpha=NaN       | retrieve.alpha must be a number but is "NaN"
            retreive.alpha=3         | there is no key retreive.alpha; did you mean retrieve.alpha?
            alpha=3                  | there is no key alpha; did you mean retrieve.alpha?
            type=trees               | there is no key type; did you mean ranker.type or ranker.base.type?
            .seed=3                  | there is no key .seed; did you mean seed?
            seed.x=3                 | there is no key seed.x; did you mean seed?
            report.cutoffs.2=3       | there is no key report.cutoffs.2; did you mean report.cutoffs.0?
            report.cutoffs.01=3      | there is no key report.cutoffs.01; did you mean report.cutoffs.0?
            completelyElsewhere=3    | there is no key completelyElsewhere
            retrieve.alhpa=3         | unknown key retrieve.alhpa; allowed in retrieve: factorCount, alpha, warmStart, solver; did you mean alpha?
            ranker.type=trees        | missing keys ranker.leaves, ranker.parameters
            retrieve.x.y=3           | unknown key retrieve.x; allowed in retrieve: factorCount, alpha, warmStart, solver
            """)
    void a_wrong_setting_is_quoted(String setting, String message) {
        String expected = message.equals("-")
                ? ", line 1, column 3: not valid JSON: Unexpected end-of-input: expected close marker for Array"
                        + " (start marker at line 1, column 1)"
                : ": " + message;
        assertEquals("--set " + setting + expected, mistake(() -> ConfigSample.resolve(setting)));
    }

    @Test
    void a_refused_value_names_who_gave_it() {
        assertEquals(
                "--set retrieve.alpha=-1: retrieve: alpha must be > 0 but was -1.0",
                mistake(() -> ConfigSample.resolve("retrieve.factorCount=8", "retrieve.alpha=-1", "seed=3")));
    }

    @Test
    void a_long_setting_is_quoted_by_its_path() {
        assertEquals(
                "--set ranker=...: missing keys ranker.leaves, ranker.parameters",
                mistake(() -> ConfigSample.resolve(
                        "ranker={\"type\":                                                    \"trees\"}")));
    }

    @Test
    void a_component_that_json_has_no_form_for_is_refused() {
        record Root(Path seed) {}
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new StrictConfig<>(Root.class, TypeRegistry.of(List.of()))
                        .resolve(new ConfigText("default.json", "{\"seed\": \"x\"}"), Optional.empty(), List.of()));
        assertEquals("a configuration cannot hold the interface java.nio.file.Path at seed", refused.getMessage());
    }

    private static String replace(String good, String bad) {
        assertEquals(2, (ConfigSample.TEXT + " ").split(Pattern.quote(good), -1).length, good);
        return ConfigSample.TEXT.replace(good, bad);
    }

    private static String mistakeInDefault(String text) {
        return mistake(() -> ConfigSample.resolve(new ConfigText("configs/default.json", text), Optional.empty()));
    }

    private static String mistakeInVariant(String text) {
        return mistake(
                () -> ConfigSample.resolve(ConfigSample.text(), Optional.of(new ConfigText("my/plain.json", text))));
    }

    private static String mistake(Runnable resolving) {
        return assertThrows(InputException.class, resolving::run).getMessage();
    }
}
