package dev.linger.data.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** So many line ends, then what a buffer holds, then what a reader gives: the line of each row is that of the whole file. */
final class RestOfText extends FilterReader {
    private long lineEnds;
    private final char[] buffer;
    private int begin;
    private final int end;

    RestOfText(long lineEnds, char[] buffer, int begin, int end, Reader reader) {
        super(reader);
        this.lineEnds = lineEnds;
        this.buffer = buffer;
        this.begin = begin;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (lineEnds > 0) {
            int count = (int) Math.min(length, lineEnds);
            Arrays.fill(target, offset, offset + count, '\n');
            lineEnds -= count;
            return count;
        }
        if (begin < end) {
            int count = Math.min(length, end - begin);
            System.arraycopy(buffer, begin, target, offset, count);
            begin += count;
            return count;
        }
        return super.read(target, offset, length);
    }
}
