package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class LocaleCheckTest {
    private static final String ASCII = "ANSI_X3.4-1968";
    private static final String LOST = "\uFFFD\uFFFD";
    private static final String ADVICE =
            "start it with a locale of UTF-8, as in LC_ALL=C.UTF-8 java -jar linger.jar ..., or by bin/linger";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LC_ALL=C    | the locale LC_ALL=C (sun.jnu.encoding ANSI_X3.4-1968)
            LC_CTYPE=xx | the locale LC_CTYPE=xx (sun.jnu.encoding ANSI_X3.4-1968)
            LC_ALL=     | the locale, of which none is set, (sun.jnu.encoding ANSI_X3.4-1968)
            """)
    void a_damaged_argument_is_told_with_the_locale_that_damaged_it(String variable, String locale) {
        int equals = variable.indexOf('=');
        Map<String, String> environment = Map.of(variable.substring(0, equals), variable.substring(equals + 1));
        InputException told = assertThrows(InputException.class, () -> new LocaleCheck(ASCII, "/", environment)
                .requireReadable(List.of("run", "--data", LOST)));
        assertEquals(
                "an argument has characters that " + locale + " cannot carry, so that it arrived damaged: " + ADVICE,
                told.getMessage());
    }

    @Test
    void other_arguments_and_other_locales_are_let_through() {
        LocaleCheck ascii = new LocaleCheck(ASCII, "/home/" + LOST, Map.of());
        assertDoesNotThrow(() -> ascii.requireReadable(List.of("run", "--data", "d?")));
        LocaleCheck utf8 = new LocaleCheck("UTF-8", "/home/" + LOST, Map.of());
        assertDoesNotThrow(() -> utf8.requireReadable(List.of("run", "--data", LOST)));
        assertDoesNotThrow(() -> utf8.requireReachable(parsed("run", "--data", "d")));
    }

    @ParameterizedTest
    @CsvSource({
        "run --data d --out /runs, DIR",
        "run --data /d, DIR",
        "run --data /d --out /runs --config my.json, FILE",
        "generate --out g, DIR",
        "inspect --data d, DIR",
        "config show --config my.json, FILE"
    })
    void a_relative_path_is_refused_where_the_current_folder_cannot_be_named(String arguments, String label) {
        LocaleCheck check = new LocaleCheck(ASCII, "/home/" + LOST, Map.of("LANG", "C"));
        InputException told =
                assertThrows(InputException.class, () -> check.requireReachable(parsed(arguments.split(" "))));
        assertEquals(
                "the current folder, /home/??, has characters that the locale LANG=C (sun.jnu.encoding " + ASCII
                        + ") cannot carry, so that " + label + " is not found from there: " + ADVICE
                        + ", or give absolute paths",
                told.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"run --data /d --out /runs --config ranker-linear", "config show --config default", "--version"})
    void absolute_paths_are_found_from_anywhere(String arguments) {
        LocaleCheck check = new LocaleCheck(ASCII, "/home/" + LOST, Map.of());
        assertDoesNotThrow(() -> check.requireReachable(parsed(arguments.split(" "))));
    }

    @Test
    void the_program_itself_tells_the_locale_and_not_that_nothing_is_there(@TempDir Path folder) throws Exception {
        assumeTrue(System.getProperty("sun.jnu.encoding", "").startsWith("UTF"));
        Path home =
                Files.createDirectories(folder.resolve("\u0434\u043E\u043C/d")).getParent();
        for (String data : List.of("d", home.resolve("d").toString())) {
            Process process = start(home, data);
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2, process.waitFor(), said);
            assertTrue(said.contains("the locale LC_ALL=C (sun.jnu.encoding "), said);
            assertTrue(said.endsWith(ADVICE + (data.equals("d") ? ", or give absolute paths\n" : "\n")), said);
        }
    }

    private static Process start(Path folder, String data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Linger.class.getName(),
                        "run",
                        "--data",
                        data)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static CommandSpec parsed(String... arguments) {
        CommandLine line = Linger.commandLine(request -> request.out());
        ParseResult result = line.parseArgs(arguments);
        while (result.hasSubcommand()) {
            result = result.subcommand();
        }
        return result.commandSpec();
    }
}
