package dev.linger.data.csv;

/**
 * What lines of a text were found to be; {@link FileReading} says what each is.
 *
 * @param lines their number, counted from the bytes
 */
record LineCounts(long lines, long rows, long brokenRows, long continued, long blank) {
    static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0);

    /** The same of lines that are counted elsewhere. */
    LineCounts withoutLines() {
        return new LineCounts(0, rows, brokenRows, continued, blank);
    }

    LineCounts plus(LineCounts other) {
        return new LineCounts(
                lines + other.lines,
                rows + other.rows,
                brokenRows + other.brokenRows,
                continued + other.continued,
                blank + other.blank);
    }
}
