package dev.linger.data.csv;

import java.util.List;

/**
 * The words by which other programs write a cell that is missing. In every column of every file they are what an empty cell
 * is, in upper and lower case alike.
 */
public final class MissingWords {
    /** Of pandas, SQL, Python, R, spreadsheets, and the databases that write {@code \N}. */
    public static final List<String> ALL =
            List.of("NaN", "NULL", "None", "NA", "N/A", "#N/A", "<NA>", "NaT", "nil", "\\N");

    private static final int LONGEST = 4;

    /** What the words begin with. Nearly every cell is a number and is told by its first character. */
    private static final String FIRST = "Nn#<\\";

    private MissingWords() {}

    /** Whether the text is one of the words; the empty text is none. */
    public static boolean contains(String text) {
        if (text.isEmpty() || text.length() > LONGEST || FIRST.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return ALL.stream().anyMatch(text::equalsIgnoreCase);
    }
}
