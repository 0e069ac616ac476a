package dev.linger.pipeline.run;

import java.util.ArrayList;
import java.util.List;

/** Lines of 80 columns. */
public final class Screen {
    public static final int WIDTH = 80;

    private static final String INDENT = "  ";

    private Screen() {}

    /** The text in lines that fit, broken at spaces and indented from the second on; a word that is too long stays whole. */
    public static List<String> folded(String text) {
        return folded(text, WIDTH);
    }

    /** The same in lines of another width. */
    public static List<String> folded(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.stripTrailing();
        while (rest.length() > width) {
            int end = rest.lastIndexOf(' ', width);
            if (end <= INDENT.length()) {
                end = rest.indexOf(' ', width);
            }
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = INDENT + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** The text in so many columns: filled up, or cut and ended by two dots. */
    public static String fitted(String text, int columns) {
        return text.length() <= columns
                ? text + " ".repeat(columns - text.length())
                : text.substring(0, columns - 2) + "..";
    }
}
