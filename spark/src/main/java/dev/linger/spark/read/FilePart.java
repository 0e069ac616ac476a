package dev.linger.spark.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file: the lines that begin within a range of its bytes.
 *
 * @param order among all parts, from 0
 * @param from where the range begins
 * @param to where the next one does
 */
record FilePart(int order, long from, long to) implements Serializable {
    private static final long serialVersionUID = 1;

    /** A header has no more bytes; it is in the first part. */
    static final long SHORTEST = 1 << 18;

    /** All parts of a file of so many bytes, each of about so many. */
    static List<FilePart> of(long bytes, long aPart) {
        long size = Math.max(SHORTEST, aPart);
        List<FilePart> parts = new ArrayList<>();
        for (long from = 0; from == 0 || from < bytes; from += size) {
            parts.add(new FilePart(parts.size(), from, Math.min(bytes, from + size)));
        }
        return parts;
    }
}
