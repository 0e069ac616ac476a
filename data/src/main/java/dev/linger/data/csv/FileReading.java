package dev.linger.data.csv;

/**
 * What a file was found to hold, once all of it was read.
 *
 * @param sha256 digest of the bytes on disk, in hexadecimal digits
 * @param bytes their number
 * @param lines lines of the text, counted from its bytes
 * @param rows rows below the header
 * @param brokenRows lines that are no row
 * @param continued lines of rows beyond the first of each: they are in quoted cells
 * @param blank lines without any character
 */
public record FileReading(
        String sha256, long bytes, long lines, long rows, long brokenRows, long continued, long blank) {
    FileReading(String sha256, long bytes, LineCounts counts) {
        this(sha256, bytes, counts.lines(), counts.rows(), counts.brokenRows(), counts.continued(), counts.blank());
    }

    /** Every line is the header, a row, broken, the rest of a row or blank; else a mistake is in the reading itself. */
    public FileReading {
        long accountedFor = 1 + rows + brokenRows + continued + blank;
        if (lines != accountedFor) {
            throw new IllegalStateException("of " + lines + " lines " + accountedFor + " are accounted for: 1 header, "
                    + rows + " rows, " + brokenRows + " broken, " + continued + " continued, " + blank + " blank");
        }
    }
}
