package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mistakes that the documentation shows give the messages that it shows. */
final class DocumentedMistakesTest {
    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    /** A command and its message, in a block of their own. */
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ java -jar pipeline/target/linger\\.jar (run .*)\n(linger: .*)\n```");

    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

    static List<Mistake> mistakes() throws IOException {
        return EXAMPLE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> new Mistake(found.group(1), found.group(2)))
                .toList();
    }

    record Mistake(String command, String message) {
        String[] arguments() {
            return ARGUMENT.matcher(command)
                    .results()
                    .map(DocumentedMistakesTest::argument)
                    .toArray(String[]::new);
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_documented_mistake_gives_the_documented_message(Mistake mistake) {
        StringWriter errors = new StringWriter();
        int exitCode = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(mistake.arguments());
        assertEquals(withoutLines(mistake.message() + "\n"), withoutLines(errors.toString()));
        assertEquals(2, exitCode);
    }

    @Test
    void there_are_examples() throws IOException {
        assertTrue(mistakes().size() >= 8, () -> EXAMPLE + " matches too few");
    }

    /** Lines of the default file move with every key that is added to it. */
    private static String withoutLines(String message) {
        return message.replaceAll("(configs/default\\.json):\\d+", "$1");
    }

    private static String argument(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
