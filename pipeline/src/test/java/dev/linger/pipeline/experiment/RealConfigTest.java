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
        String message = mistake(defaultWith("\"leaves\"", "\"leafs\""));
        assertTrue(
                message.matches("(?s).*mine\\.json:\\d+: unknown key ranker\\.members\\.1\\.model\\.leafs; allowed in"
                        + " ranker\\.members\\.1\\.model: type, objective, leaves, .*; did you mean leaves\\?"),
                message);
    }

    @Test
    void a_missing_key_is_named_with_its_file_and_meaning() throws IOException {
        String message = mistake(defaultWith("\"learnsFrom\": \"plays\", ", ""));
        assertTrue(message.matches("(?s).*mine\\.json:\\d+: missing key ranker\\.members\\.0\\.learnsFrom.*"), message);
    }

    @Test
    void a_key_given_twice_is_named_with_line_and_column() throws IOException {
        String message = mistake(defaultWith("\"leaves\": 31,", "\"leaves\": 31, \"leaves\": 64,"));
        assertTrue(message.matches("(?s).*mine\\.json, line \\d+, column \\d+: .*Duplicate field 'leaves'.*"), message);
    }

    @Test
    void a_mistyped_value_is_shown_with_what_is_wanted() throws IOException {
        String message = mistake(defaultWith("\"leaves\": 31,", "\"leaves\": \"31\","));
        assertTrue(
                message.matches(
                        "(?s).*mine\\.json:\\d+: ranker\\.members\\.1\\.model\\.leaves must be a whole number .*"
                                + " but is \"31\""),
                message);
    }

    @Test
    void an_unknown_setting_gives_the_nearest_key() {
        String message = assertThrows(
                        InputException.class,
                        () -> LingerConfig.resolve(Optional.empty(), List.of("candidates.sources.0.factorCont=8")))
                .getMessage();
        assertTrue(message.contains("candidates.sources.0.factorCont"), message);
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
