package dev.linger.data.csv;

import java.io.Serializable;

/**
 * What a file, or a part of one, was found to hold, once all of it was read.
 *
 * @param sha256 digest of the bytes on disk, in hexadecimal digits; "" of a part
 * @param bytes their number
 * @param lines lines of the text, counted from its bytes
 * @param headers 1; 0 in a part behind the header
 * @param rows rows below the header
 * @param brokenRows lines that are no row
 * @param continued lines of rows beyond the first of each: they are in quoted cells
 * @param blank lines without any character
 */
public record FileReading(
        String sha256, long bytes, long lines, long headers, long rows, long brokenRows, long continued, long blank)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** What a whole file holds. */
    public FileReading(String sha256, long bytes, long lines, long rows, long brokenRows, long continued, long blank) {
        this(sha256, bytes, lines, 1, rows, brokenRows, continued, blank);
    }

    FileReading(String sha256, long bytes, LineCounts counts) {
        this(sha256, bytes, counts.lines(), counts.rows(), counts.brokenRows(), counts.continued(), counts.blank());
    }

    /** Every line is the header, a row, broken, the rest of a row or blank; else a mistake is in the reading itself. */
    public FileReading {
        long accountedFor = headers + rows + brokenRows + continued + blank;
        if (lines != accountedFor) {
            throw new IllegalStateException("of " + lines + " lines " + accountedFor + " are accounted for: " + headers
                    + " header, " + rows + " rows, " + brokenRows + " broken, " + continued + " continued, " + blank
                    + " blank");
        }
    }

    static FileReading ofPart(boolean hasHeader, long bytes, LineCounts counts) {
        return new FileReading(
                "",
                bytes,
                counts.lines(),
                hasHeader ? 1 : 0,
                counts.rows(),
                counts.brokenRows(),
                counts.continued(),
                counts.blank());
    }

    /** What this part and the next one hold. */
    public FileReading and(FileReading next) {
        return new FileReading(
                "",
                bytes + next.bytes,
                lines + next.lines,
                headers + next.headers,
                rows + next.rows,
                brokenRows + next.brokenRows,
                continued + next.continued,
                blank + next.blank);
    }

    /** The same of all bytes of a file, which have this digest. */
    public FileReading digested(String digest) {
        return new FileReading(digest, bytes, lines, headers, rows, brokenRows, continued, blank);
    }
}
