package dev.linger.data.csv;

/**
 * A line of a file that is no row.
 *
 * @param line the line, the header being line 1 where nothing stands before it
 * @param fault what is wrong with it
 * @param column the column at fault, "" where it is the whole line
 * @param text what stands there, as {@link ShownText} gives it
 */
public record BrokenRow(long line, Fault fault, String column, String text) {
    /** What can be wrong with a line. */
    public enum Fault {
        /** It has more or fewer fields than the header. */
        FIELD_COUNT("it has another number of fields than the header"),
        /** A quote is left open, stands inside a cell, or ends before its cell does. */
        QUOTE("a quote is left open or stands where none may"),
        CONTROL_CHARACTER("a control character stands in a cell"),
        ENCODING("a byte is not UTF-8"),
        /** It is longer than any row may be. */
        LENGTH("it is longer than 65,536 characters");

        private final String description;

        Fault(String description) {
            this.description = description;
        }

        /** What is wrong, as part of a sentence. */
        public String description() {
            return description;
        }
    }
}
