package dev.linger.data.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a text that begin within a range of its bytes, whole. So each line is in one of the ranges that follow one
 * another, wherever these are cut. A line begins with the text, and behind LF, CRLF or a lone CR.
 */
final class LinesWithin extends InputStream {
    private static final int BUFFER = 1 << 18;
    private static final int NONE = -1;

    private final BufferedInputStream source;
    private final long to;
    private final long begin;

    /** Where the next byte is. */
    private long at;

    /** The byte before it. */
    private int last = '\n';

    /**
     * The lines that begin at {@code from} or behind it, before {@code to}.
     *
     * @throws IOException where the text cannot be opened
     */
    LinesWithin(StoredBytes text, long from, long to) throws IOException {
        this.to = to;
        this.at = Math.max(0, from - 1);
        this.source = new BufferedInputStream(text.open(at), BUFFER);
        try {
            if (from > 0) {
                pass(source.read());
                passLine();
            }
        } catch (IOException failure) {
            source.close();
            throw failure;
        }
        this.begin = at;
    }

    /** Passes what is left of a line, if anything is. */
    private void passLine() throws IOException {
        while (!isLineBegin()) {
            if (!pass(source.read())) {
                return;
            }
        }
    }

    /** Whether a line begins with the next byte: an LF behind a CR ends the same line. */
    private boolean isLineBegin() throws IOException {
        if (last != '\r') {
            return last == '\n';
        }
        source.mark(1);
        int next = source.read();
        source.reset();
        return next != '\n';
    }

    private boolean pass(int one) {
        if (one == NONE) {
            return false;
        }
        last = one;
        at++;
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? NONE : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at >= to && (at == begin || isLineBegin())) {
            return NONE;
        }
        int most = at >= to ? 1 : (int) Math.min(length, to - at);
        int count = source.read(buffer, offset, most);
        if (count > 0) {
            at += count;
            last = buffer[offset + count - 1] & 0xFF;
        }
        return count;
    }

    /** How many bytes were given. */
    long bytes() {
        return at - begin;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
