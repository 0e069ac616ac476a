package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.experiment.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs tell readers to type, open and follow. */
final class DocumentsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern PATH = Pattern.compile(
            "`((?:docs|configs|bin|\\.ci|data|candidate-gen|features|ranker|pipeline|benchmarks)/[^`\\s]*)`");

    static List<Path> documents() throws IOException {
        return ShellLines.documents(ROOT);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_command_parses(Path document) throws IOException {
        for (List<String> arguments : commands(Files.readString(document))) {
            assertDoesNotThrow(
                    () -> Linger.commandLine(request -> request.out()).parseArgs(arguments.toArray(String[]::new)),
                    () -> document + ": linger " + String.join(" ", arguments));
            List<String> missing = arguments.stream()
                    .filter(word -> word.startsWith("configs/") || word.startsWith("docs/"))
                    .filter(word -> !Files.exists(ROOT.resolve(word)))
                    .toList();
            assertEquals(List.of(), missing, () -> document + ": linger " + String.join(" ", arguments));
        }
    }

    /** {@link DocumentedCommands} types them all; here are those that need no file of their own. */
    @ParameterizedTest
    @MethodSource("documents")
    void a_mistake_that_is_shown_gives_the_message_that_is_shown(Path document) throws IOException {
        for (ShellLines.Command command : ShellLines.commands(Files.readString(document))) {
            List<String> arguments = command.arguments();
            if (command.isShown() && !arguments.isEmpty() && !arguments.contains("twice.json")) {
                StringWriter errors = new StringWriter();
                int exitCode = Linger.commandLine(Experiment::run)
                        .setErr(new PrintWriter(errors))
                        .execute(arguments.toArray(String[]::new));
                assertEquals(command.output(), errors.toString(), command.line());
                assertEquals(2, exitCode, command.line());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_somewhere(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : groups(LINK, prose(Files.readString(document)))) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? document
                    : Objects.requireNonNull(document.getParent()).resolve(parts[0]);
            boolean isThere = Files.exists(target)
                    && (parts.length == 1 || anchors(target).contains(parts[1]));
            if (!isThere && !link.startsWith("https://")) {
                broken.add(link);
            }
        }
        assertEquals(List.of(), broken, document.toString());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_path_of_the_repository_is_there(Path document) throws IOException {
        List<String> missing = groups(PATH, prose(Files.readString(document))).stream()
                .filter(path -> !path.contains("...") && !path.contains("/target/"))
                .filter(path -> !Files.exists(ROOT.resolve(path)))
                .toList();
        assertEquals(List.of(), missing, document.toString());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_table_that_runs_fill_has_an_end(Path document) throws IOException {
        String text = Files.readString(document);
        List<String> marks = groups(Pattern.compile("^<!-- (table: \\S+ \\S+|keys:\\S+|end)", Pattern.MULTILINE), text);
        List<String> expected = marks.stream()
                .filter(mark -> !mark.equals("end"))
                .flatMap(mark -> Stream.of(mark, "end"))
                .toList();
        assertEquals(expected, marks, document.toString());
    }

    @Test
    void every_file_that_takes_a_change_back_is_a_configuration() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/changes"))) {
            files.forEach(file -> assertDoesNotThrow(
                    () -> LingerConfig.resolve(Optional.of(file.toString()), List.of()), file::toString));
        }
    }

    @Test
    void the_first_page_is_one_page_and_begins_with_its_two_commands() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertTrue(readme.lines().count() <= 130, () -> readme.lines().count() + " lines");
        List<String> blocks = groups(ShellLines.BLOCK, readme).stream()
                .filter(block -> block.startsWith("mvn") || block.startsWith("java"))
                .toList();
        assertEquals(
                List.of("mvn -DskipTests package && java -jar pipeline/target/linger.jar run\n", "mvn verify\n"),
                blocks.subList(0, 2));
    }

    @Test
    void commands_are_found_with_their_options() {
        String text =
                """
                ```
                mvn package && java -jar pipeline/target/linger.jar run
                JAVA_OPTS=-Xmx4g bin/linger run --data DIR   # with room
                  java -jar pipeline/target/linger.jar run --set 'a.b=[1, 2]' \\
                    --seed 7
                $ java -jar pipeline/target/linger.jar run --set typed=wrong
                ```
                """;
        assertEquals(
                List.of(
                        List.of("run"),
                        List.of("run", "--data", "DIR"),
                        List.of("run", "--set", "a.b=[1, 2]", "--seed", "7")),
                commands(text));
    }

    /** The arguments of every call of Linger; those of mistakes that are shown are left out. */
    private static List<List<String>> commands(String text) {
        return ShellLines.commands(text).stream()
                .filter(command -> !command.isShown())
                .map(ShellLines.Command::arguments)
                .filter(arguments -> !arguments.isEmpty())
                .toList();
    }

    private static String prose(String text) {
        return ShellLines.BLOCK.matcher(text).replaceAll("");
    }

    /** GitHub's names of the headings: lower case, without punctuation, hyphens for spaces. */
    private static List<String> anchors(Path document) throws IOException {
        return groups(Pattern.compile("^#+ (.*)$", Pattern.MULTILINE), prose(Files.readString(document))).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
