package dev.linger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents tell readers to type: the lines of their blocks that a shell can run. */
final class ShellLines {
    static final Pattern BLOCK = Pattern.compile("^ *```\\w*\\n(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String JAVA = "```java";

    private static final Pattern COMMAND = Pattern.compile(
            "(?:\\w+=\\S+ )*(?:java|mvn|\\./mvnw|bin/linger|\\.ci/run|linger|for \\w+ in|export|cat|cp|awk|git|docker)(?: .*|$)");
    private static final Pattern LINGER = Pattern.compile(
            "(?:^|\\s)(?:java -jar pipeline/target/linger\\.jar|bin/linger|java -cp \\S+ dev\\.linger\\.pipeline\\.cli\\.Linger)"
                    + "(?=\\s|$)(.*)");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final String PROMPT = "$ ";

    private ShellLines() {}

    /**
     * A command; a loop is one.
     *
     * @param line without what goes on in the next line, and without a comment
     * @param isShown whether its line begins with "$ " and its output follows, as of mistakes
     * @param output that is shown, empty where none is
     */
    record Command(String line, boolean isShown, String output) {
        /** The arguments of the first call of Linger in the line; none where there is none. */
        List<String> arguments() {
            Matcher call = LINGER.matcher(line);
            return call.find() ? words(call.group(1).replaceFirst("\\s(&&|\\|).*", "")) : List.of();
        }
    }

    /** README and all documents of the repository. */
    static List<Path> documents(Path root) throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of("", "docs", "benchmarks")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    /** The commands of a document, in its order. */
    static List<Command> commands(String text) {
        List<Command> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (!blocks.group().strip().startsWith(JAVA)) {
                ofBlock(blocks.group(1).replaceAll("\\\\\\n\\s*", ""), commands);
            }
        }
        return commands;
    }

    private static void ofBlock(String block, List<Command> into) {
        List<String> lines = block.lines().map(String::strip).toList();
        for (int next = 0; next < lines.size(); ) {
            String line = lines.get(next++);
            StringBuilder more = new StringBuilder();
            if (line.startsWith(PROMPT)) {
                while (next < lines.size() && !lines.get(next).startsWith(PROMPT)) {
                    more.append(lines.get(next++)).append('\n');
                }
                into.add(new Command(line.substring(PROMPT.length()), true, more.toString()));
            } else if (COMMAND.matcher(line).matches()) {
                while (line.startsWith("for ")
                        && next < lines.size()
                        && !more.toString().endsWith("\ndone")) {
                    more.append('\n').append(lines.get(next++));
                }
                into.add(new Command(line.replaceFirst("\\s+#\\s.*", "") + more, false, ""));
            }
        }
    }

    /** The words of a command line, without the quotes around them. */
    static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> QUOTED.matcher(word.group()).replaceAll("$1$2"))
                .toList();
    }
}
