package dev.linger.data;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as a terminal may be given it: names come from files, and what steers a terminal or turns the direction of writing
 * is shown as its escape, {@code \\u001b}.
 */
public final class Printable {
    private static final String STEERING =
            "\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]";
    private static final Pattern IN_LINE = Pattern.compile("[\\x00-\\x1f" + STEERING);
    private static final Pattern IN_TEXT = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f" + STEERING);

    private Printable() {}

    /** Text of one line: ends of lines and tabs are shown too. */
    public static String line(String text) {
        return escaped(IN_LINE, text);
    }

    /** Text of several lines. */
    public static String text(String text) {
        return escaped(IN_TEXT, text);
    }

    /** A stack trace, whose messages come from files too. */
    public static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return text(trace.toString());
    }

    private static String escaped(Pattern steering, String text) {
        return steering.matcher(text)
                .replaceAll(match -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) match.group().charAt(0)));
    }
}
