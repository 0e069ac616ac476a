package dev.linger.data;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mistake in what the user gave: a file, a cell, a key, an option. The message says what is wrong, where it stands,
 * and what to do; it is shown without a stack trace, and holds nothing that a terminal obeys.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_LINE = 2000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f&&[^\\t]]");

    public InputException(String message) {
        super(shown(message));
    }

    public InputException(String message, Throwable cause) {
        super(shown(message), cause);
    }

    /** A message with no character that a terminal obeys, and no line that fills it. */
    public static String shown(String message) {
        return message.lines()
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...")
                .map(line -> CONTROL.matcher(line)
                        .replaceAll(control -> String.format(
                                Locale.ROOT, "\\\\u%04x", (int) control.group().charAt(0))))
                .collect(Collectors.joining("\n"));
    }
}
