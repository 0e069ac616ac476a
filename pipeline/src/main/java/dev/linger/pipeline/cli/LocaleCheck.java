package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Finds the arguments that Java could not read, and the folders that it cannot name, in a locale of ASCII alone, such as a
 * container's without any: what is there would be said not to be.
 *
 * @param encoding Java's for the names of files
 * @param startedIn the folder that relative paths are looked for from, as Java read its name
 * @param environment the variables that set the locale
 */
record LocaleCheck(String encoding, String startedIn, Map<String, String> environment) {
    /** What stands in a text for each byte that could not be read. */
    private static final char LOST = '\uFFFD';

    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_CTYPE", "LANG");

    /** That of this process. */
    static LocaleCheck current() {
        return new LocaleCheck(
                System.getProperty("sun.jnu.encoding", "UTF-8"), System.getProperty("user.dir", ""), System.getenv());
    }

    /** Whether a character of a text was lost when Java read it. */
    static boolean isDamaged(String text) {
        return text.indexOf(LOST) >= 0;
    }

    /** An {@link InputException} where a character of an argument was lost. */
    void requireReadable(List<String> arguments) {
        if (carriesAscii() && arguments.stream().anyMatch(LocaleCheck::isDamaged)) {
            throw new InputException("an argument has characters that " + locale()
                    + " cannot carry, so that it arrived damaged: " + advice());
        }
    }

    /** An {@link InputException} where a relative path is given and the folder that it starts from cannot be named. */
    void requireReachable(CommandSpec command) {
        if (carriesAscii() && isDamaged(startedIn)) {
            command.args().stream()
                    .filter(argument -> paths(argument).anyMatch(path -> !path.isAbsolute()))
                    .findFirst()
                    .ifPresent(argument -> {
                        throw new InputException("the current folder, " + startedIn.replace(LOST, '?')
                                + ", has characters that " + locale() + " cannot carry, so that "
                                + argument.paramLabel() + " is not found from there: " + advice()
                                + ", or give absolute paths");
                    });
        }
    }

    /** The values that are paths; a configuration's name may be one. */
    private static Stream<Path> paths(ArgSpec argument) {
        Object value = argument.getValue();
        Stream<?> values = value instanceof Collection<?> all ? all.stream() : Stream.ofNullable(value);
        return values.filter(Objects::nonNull)
                .filter(one -> one instanceof Path || one.toString().endsWith(".json"))
                .map(one -> Path.of(one.toString()));
    }

    private boolean carriesAscii() {
        return encoding.startsWith("ANSI_X3.4") || encoding.equals("US-ASCII") || encoding.equals("646");
    }

    private String locale() {
        return VARIABLES.stream()
                        .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                        .findFirst()
                        .map(name -> "the locale " + name + "=" + environment.get(name))
                        .orElse("the locale, of which none is set,")
                + " (sun.jnu.encoding " + encoding + ")";
    }

    private static String advice() {
        return "start it with a locale of UTF-8, as in LC_ALL=C.UTF-8 java -jar linger.jar ..., or by bin/linger";
    }
}
