package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file may hold in place of a configuration, and what may stand in its place. */
final class ConfigFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"seed": 1, "seed": 2}      | , line 1, column 19: not valid JSON: Duplicate field 'seed'; each key may stand once
            {"seed": 1,}                | , line 1, column 12: not valid JSON: ~ remove the comma before it
            {"data": {"zone": ["a",]}}  | , line 1, column 24: not valid JSON: ~ remove the comma before it
            {"seed": }                  | , line 1, column 10: not valid JSON: ~ a value is missing before it
            {'seed': 1}                 | , line 1, column 2: not valid JSON: ~ keys and texts stand in ""
            {seed: 1}                   | , line 1, column 2: not valid JSON: ~ keys and texts stand in ""
            {\u201cseed\u201d: 1}     | , line 1, column 2: not valid JSON: ~ keys and texts stand in ""
            {"seed": 'x'}               | , line 1, column 10: not valid JSON: ~ keys and texts stand in ""
            {"seed": NaN}               | , line 1, column 13: not valid JSON: Non-standard token 'NaN'; JSON has no such number
            {"seed": -Infinity}         | , line 1, column 19: not valid JSON: Non-standard token '-Infinity'; JSON has no such number
            {"seed": True}              | , line 1, column 10: not valid JSON: ~ truth values are true and false
            {"seed": 1} # one           | , line 1, column 13: not valid JSON: ~ a comment begins with // or stands in /* */
            {"seed": +1}                | , line 1, column 11: not valid JSON: ~ leave the sign out
            {"seed": 007}               | , line 1, column 11: not valid JSON: ~ leave them out
            {"seed": .5}                | , line 1, column 10: not valid JSON: ~ a number has digits before and after its point
            {"seed": 5.}                | , line 1, column 11: not valid JSON: ~ a number has digits before and after its point
            {"seed": 0x1F}              | , line 1, column 11: not valid JSON: Unexpected character ('x' ~
            {"seed": 1e99999999999}     | , line 1, column 10: not valid JSON: a number that is too large
            {"seed": 1e400}             | :1: seed must be a whole number but is 1E+400
            {"seed": 1.0}               | :1: seed must be a whole number but is 1.0
            {"seed": 99999999999999999999} | :1: seed must be a whole number but is 99999999999999999999
            {"seed": null}              | :1: seed must be a whole number but is null
            {"seed": "7"}               | :1: seed must be a whole number but is "7"
            {"split": {"testShare": 1e400}}   | :1: split.testShare must be a number but is 1E+400
            {"split": {"testShare": 1e-400}}  | :1: split.testShare must be a number but is 1E-400
            {"split": {"testShare": "0.2"}}   | :1: split.testShare must be a number but is "0.2"
            {"split": [0.2]}            | :1: split must be an object, {...}, but is a list
            {"sed": 1}                  | :1: unknown key sed; allowed at the top: ~ did you mean seed?
            {"seed" 1}                  | , line 1, column 9: not valid JSON: ~ was expecting a colon to separate field name and value
            {"seed": 1 "x": 2}          | , line 1, column 12: not valid JSON: ~ was expecting comma to separate Object entries
            {"seed": 1}{}               | , line 1, column 12: something follows the end of the JSON value
            {"seed": 1                  | , line 1, column ~: not valid JSON: Unexpected end-of-input: ~
            {"seed": "x                 | , line 1, column ~: not valid JSON: Unexpected end-of-input: ~
            {"seed": 1 /* one }         | , line 1, column ~: not valid JSON: Unexpected end-of-input in a comment
            {"seed": [1}                | , line 1, column 12: not valid JSON: Unexpected close marker '}': expected ']' ~
            null                        | :1: must be a JSON object, {...}, but is null
            5                           | :1: must be a JSON object, {...}, but is 5
            "x"                         | :1: must be a JSON object, {...}, but is "x"
            []                          | :1: must be a JSON object, {...}, but is a list
            seed: 1                     | , line 1, column 1: not valid JSON: Unrecognized token 'seed'~
            {"extends": 3}              | :1: extends must be the path of a file, the name of a packaged config, or null but is 3
            {"extends": ["a"]}          | :1: extends must be the path of a file, the name of a packaged config, or null but is a list
            {"extends": ""}             | :1: extends: no config file ~
            {"extends": "nowhere.json"} | :1: extends: no config file nowhere.json; ~
            {"extends": "odd.json"}     | :1: extends goes in a circle: ~odd.json -> ~odd.json
            {"extends": "."}            | :1: extends: ~ is a folder, where a file is expected
            """)
    void a_mistake_is_told_with_file_line_and_what_to_do(String text, String message) throws IOException {
        assertMistake(text.getBytes(StandardCharsets.UTF_8), message);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "'', ': is empty, a JSON object, {...}, is expected'",
        "efbbbf, ': is empty, a JSON object, {...}, is expected'",
        "fffe7b007d00, ': not UTF-8 text; save it as UTF-8~'",
        "7b007d00, ': not UTF-8 text: it holds zero bytes; save it as UTF-8~'",
        "feff007b007d, ': not UTF-8 text; save it as UTF-8~'",
        "1f8b0800616161, ': not UTF-8 text; save it as UTF-8~'",
        "7b22e9223a317d, ': not UTF-8 text; save it as UTF-8~'",
        "000102030405, ': not UTF-8 text: it holds zero bytes~'"
    })
    void a_file_of_another_encoding_is_told_so(String bytes, String message) throws IOException {
        assertMistake(HexFormat.of().parseHex(bytes), message);
    }

    @Test
    void a_file_nested_too_deep_or_with_an_endless_number_is_told_with_the_limit() throws IOException {
        assertMistake(
                "{\"seed\":".concat("[".repeat(2000)).getBytes(StandardCharsets.UTF_8),
                ", line 1, column ~: not valid JSON: Document nesting depth (1001) exceeds the maximum allowed (1000)");
        assertMistake(
                ("{\"seed\": " + "1".repeat(2000) + "}").getBytes(StandardCharsets.UTF_8),
                ", line 1, column ~: not valid JSON: Number value length (2000) exceeds the maximum allowed (1000)");
        byte[] endless = new byte[17 << 20];
        Arrays.fill(endless, (byte) ' ');
        assertMistake(endless, ": has 17825792 bytes, a configuration at most 16777216; is it another file?");
    }

    @Test
    void a_byte_order_mark_is_read_past() throws IOException {
        Path file = Files.writeString(folder.resolve("marked.json"), "\uFEFF{\"seed\": 3}");
        assertEquals(3, resolve(file.toString()).seed());
    }

    @Test
    void a_folder_is_no_configuration_but_hides_no_packaged_one() throws IOException {
        Path named = Files.createDirectory(folder.resolve("named.json"));
        assertEquals(named + " is a folder, where a file is expected", mistake(named.toString()));
    }

    @Test
    @Timeout(30)
    void a_device_is_refused_and_a_link_to_nothing_is_told() throws IOException {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertEquals(
                "/dev/zero is a pipe or device, where a file is expected; write its content to a file",
                mistake("/dev/zero"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("nowhere.json"));
        assertEquals(link + " is a link to what is not there; mend or remove it", mistake(link.toString()));
    }

    /** @param message what follows the file's name, ~ for what does not matter */
    private void assertMistake(byte[] bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("odd.json"), bytes);
        String told = mistake(file.toString());
        assertTrue(told.startsWith(file.toString()), told);
        String rest = told.substring(file.toString().length());
        String pattern = Pattern.quote(message).replace("~", "\\E.*\\Q");
        assertTrue(Pattern.compile(pattern, Pattern.DOTALL).matcher(rest).matches(), told);
    }

    private static String mistake(String config) {
        return assertThrows(InputException.class, () -> resolve(config)).getMessage();
    }

    private static LingerConfig resolve(String config) {
        return LingerConfig.resolve(Optional.of(config), List.of()).value();
    }
}
