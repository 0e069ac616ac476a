package dev.linger.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a text into blocks at the ends of lines, and passes its header. In a file whose cells span no lines each line is read
 * by itself, so that it does not matter where the cuts are.
 */
final class LineBlocks {
    /** A line of so many bytes is longer than a row may be: a character has at most three for each of its places. */
    private static final int MOST_BYTES = 4 * RowScan.LONGEST_ROW;

    private final InputStream source;
    private byte[] carried = {};
    private boolean headerPassed;

    /** @param headerPassed whether the header is not in the text */
    LineBlocks(InputStream source, boolean headerPassed) {
        this.source = source;
        this.headerPassed = headerPassed;
    }

    /** Fills a block with the next lines. */
    void fill(LineBlock block) throws IOException {
        block.clear();
        int read = read(block);
        int cut = block.last ? read : cut(block.text, read);
        while (cut == 0 && !block.last && read < MOST_BYTES) {
            block.text = Arrays.copyOf(block.text, 2 * block.text.length);
            carried = Arrays.copyOf(block.text, read);
            read = read(block);
            cut = block.last ? read : cut(block.text, read);
        }
        block.endless = cut == 0 && !block.last;
        block.end = block.endless ? read : cut;
        carried = Arrays.copyOfRange(block.text, block.end, read);
        if (!block.endless && !headerPassed) {
            passHeader(block);
        }
    }

    /** Whether the header was passed. */
    boolean headerPassed() {
        return headerPassed;
    }

    /** Reads behind what is carried, up to the end of the block's room or of the text, whose last line is ended. */
    private int read(LineBlock block) throws IOException {
        int room = block.text.length - LineBlock.SLACK;
        if (carried.length > room) {
            block.text = new byte[2 * carried.length + LineBlock.SLACK];
            room = block.text.length - LineBlock.SLACK;
        }
        System.arraycopy(carried, 0, block.text, 0, carried.length);
        int at = carried.length;
        at += source.readNBytes(block.text, at, room - at);
        block.last = at < room;
        if (block.last && at > 0 && !isLineEnd(block.text[at - 1])) {
            block.text[at++] = '\n';
        }
        block.text[at] = 0; // no LF behind a last CR
        return at;
    }

    /** Behind the last line that is known to have ended: LF may follow a last CR. */
    private static int cut(byte[] text, int end) {
        int at = end;
        while (at > 0 && text[at - 1] != '\n' && (text[at - 1] != '\r' || at == end || text[at] == '\n')) {
            at--;
        }
        return at;
    }

    private void passHeader(LineBlock block) {
        int at = block.begin;
        while (at < block.end && !headerPassed) {
            int lineBegin = at;
            at = lineEnd(block.text, at);
            headerPassed = at > lineBegin;
            block.blankAbove += headerPassed ? 0 : 1;
            block.linesAbove++;
            at = behindLineEnd(block.text, at, block.end);
        }
        block.begin = at;
    }

    /** The first line end from there on; the text has one. */
    static int lineEnd(byte[] text, int from) {
        int at = from;
        while (!isLineEnd(text[at])) {
            at++;
        }
        return at;
    }

    static int behindLineEnd(byte[] text, int lineEnd, int end) {
        return text[lineEnd] == '\r' && lineEnd + 1 < end && text[lineEnd + 1] == '\n' ? lineEnd + 2 : lineEnd + 1;
    }

    private static boolean isLineEnd(byte one) {
        return one == '\n' || one == '\r';
    }
}
