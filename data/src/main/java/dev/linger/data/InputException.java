package dev.linger.data;

import java.util.stream.Collectors;

/**
 * A mistake in what the user gave: a file, a cell, a key, an option. The message says what is wrong, where it stands,
 * and what to do; it is shown without a stack trace, and holds nothing that a terminal obeys.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 3000;
    private static final int LONGEST_LINE = 2000;

    public InputException(String message) {
        super(shown(message));
    }

    public InputException(String message, Throwable cause) {
        super(shown(message), cause);
    }

    /** A message with no character that a terminal obeys, and of no more than fits it. */
    public static String shown(String message) {
        String all = cut(message, LONGEST)
                .lines()
                .map(line -> Printable.text(cut(line, LONGEST_LINE)))
                .collect(Collectors.joining("\n"));
        return cut(all, LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
