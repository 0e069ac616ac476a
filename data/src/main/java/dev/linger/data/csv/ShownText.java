package dev.linger.data.csv;

import java.util.Locale;

/** Text of a file as a message can show it: of a readable length, on one line, and harmless to a terminal. */
public final class ShownText {
    private static final int LONGEST = 60;

    private ShownText() {}

    /** The text, cut and with its length where it is long, control and invisible characters as escapes. */
    public static String of(String text) {
        return upTo(LONGEST, text);
    }

    /** The same of at most so many characters. */
    static String upTo(int longest, String text) {
        return shown(longest, text, text.length());
    }

    /** The same of a text of which only the beginning is in hand. */
    static String of(String beginning, long length) {
        return shown(LONGEST, beginning, length);
    }

    private static String shown(int longest, String beginning, long length) {
        StringBuilder shown = new StringBuilder();
        int end = length <= longest ? beginning.length() : Math.min(longest, beginning.length());
        for (int at = 0; at < end; at += Character.charCount(beginning.codePointAt(at))) {
            append(beginning.codePointAt(at), shown);
        }
        if (length > longest) {
            shown.append("... (")
                    .append(String.format(Locale.ROOT, "%,d", length))
                    .append(" characters)");
        }
        return shown.toString();
    }

    private static void append(int c, StringBuilder shown) {
        if (c >= 0xDC80 && c <= 0xDCFF) { // see DecodedText
            shown.append(String.format(Locale.ROOT, "\\x%02x", c & 0xFF));
        } else if (isHidden(c)) {
            shown.append(
                    c == '\n'
                            ? "\\n"
                            : c == '\r' ? "\\r" : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\u%04x", c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
