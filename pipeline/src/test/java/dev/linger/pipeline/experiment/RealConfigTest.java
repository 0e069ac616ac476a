package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.PackagedConfigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration files that come with Linger, and mistakes in real blocks of one's own. */
final class RealConfigTest {
    @TempDir
    private Path folder;

    @Test
    void the_default_is_the_config_without_a_variant() {
        assertEquals(
                LingerConfig.resolve(Optional.of("default"), List.of()).value(),
                LingerConfig.resolve(Optional.empty(), List.of()).value());
    }

    @Test
    void an_unknown_key_gives_file_key_allowed_names_and_the_nearest() throws IOException {
        assertEquals(
                folder.resolve("mine.json")
                        + ":26: unknown key candidates.als.0.factorCont; allowed in candidates.als.0:"
                        + " factorCount, weighting, repeatRule, halfLifeDays, unobservedWeight, regularization,"
                        + " regularizationPower, iterations, solver, conjugateGradientSteps; did you mean factorCount?",
                mistake(defaultWith("\"factorCount\"", "\"factorCont\"")));
    }

    @Test
    void a_missing_key_is_named_with_its_file() throws IOException {
        assertEquals(
                folder.resolve("mine.json") + ":25: missing key candidates.als.0.factorCount",
                mistake(defaultWith("\"factorCount\": 32,", "")));
    }

    @Test
    void a_key_given_twice_is_named_with_line_and_column() throws IOException {
        String message = mistake(defaultWith("\"factorCount\": 32,", "\"factorCount\": 32, \"factorCount\": 64,"));
        assertTrue(
                message.matches("(?s).*mine\\.json, line \\d+, column \\d+: .*Duplicate field 'factorCount'.*"),
                message);
    }

    @Test
    void a_mistyped_value_is_shown_with_what_is_wanted() throws IOException {
        String message = mistake(defaultWith("\"factorCount\": 32,", "\"factorCount\": \"32\","));
        assertTrue(
                message.matches(
                        "(?s).*mine\\.json:26: candidates\\.als\\.0\\.factorCount must be a whole number .* but is \"32\""),
                message);
    }

    @Test
    void an_unknown_setting_gives_the_nearest_key() {
        String message = assertThrows(
                        InputException.class,
                        () -> LingerConfig.resolve(Optional.empty(), List.of("candidates.als.0.factorCont=8")))
                .getMessage();
        assertTrue(message.contains("candidates.als.0.factorCont"), message);
        assertTrue(message.endsWith("did you mean factorCount?"), message);
    }

    /** The default with one text in another's place, as a file of one's own. */
    private Path defaultWith(String good, String bad) throws IOException {
        String text = PackagedConfigs.defaults().text();
        assertTrue(text.contains(good), good);
        return Files.writeString(folder.resolve("mine.json"), text.replace(good, bad));
    }

    private static String mistake(Path file) {
        return assertThrows(InputException.class, () -> LingerConfig.resolve(Optional.of(file.toString()), List.of()))
                .getMessage();
    }
}
