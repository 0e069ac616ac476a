package dev.linger.data.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Counts the lines with anything on them as they are read. It stays open when closed, for tablesaw closes what it reads
 * and the file's digest is not finished then.
 */
final class LineCounter extends FilterReader {
    private long lines;
    private boolean lineHasText;

    LineCounter(Reader reader) {
        super(reader);
    }

    long lines() {
        return lines + (lineHasText ? 1 : 0);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int at = offset; at < offset + count; at++) {
            if (buffer[at] == '\n') {
                lines += lineHasText ? 1 : 0;
                lineHasText = false;
            } else {
                lineHasText |= buffer[at] > ' ';
            }
        }
        return count;
    }

    @Override
    public void close() {}
}
