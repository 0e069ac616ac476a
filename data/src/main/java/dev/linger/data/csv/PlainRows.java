package dev.linger.data.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Reads rows in which no quote stands, as in nearly every row of a log: fields end at the next comma, rows at the next
 * line end, LF or CRLF; an empty line is no row. The first row that is not of this kind ends the reading, and
 * {@link #rest} gives the text from it on.
 */
final class PlainRows {
    static final int LONGEST_ROW = 1 << 16;
    private static final int MOST_FIELDS = 1 << 10;

    private final Reader reader;
    private final RowSink sink;
    private final char[] buffer = new char[LONGEST_ROW + 1];
    private int begin;
    private int end;
    private long line = 1;
    private boolean plain = true;
    private int lineEndsAdded;

    PlainRows(Reader reader, RowSink sink) {
        this.reader = reader;
        this.sink = sink;
    }

    /** Whether all rows were plain and are read. */
    boolean readAll() throws IOException {
        boolean more = true;
        while (more && plain) {
            more = fill();
            int complete = more ? afterLastLine() : end;
            if (more && complete == begin) {
                plain = end < LONGEST_ROW;
                continue;
            }
            while (plain && begin < complete) {
                readRow();
            }
        }
        return plain;
    }

    /** The text that is not read, with as many line ends before it as there are lines before it in the file. */
    Reader rest() {
        return new RestOfText(line - 1, buffer, begin, end - lineEndsAdded, reader);
    }

    /** Moves what is unread to the front and reads on; false at the end of the text, whose last line is then ended. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        int count = reader.read(buffer, end, LONGEST_ROW - end);
        if (count < 0 && end > 0) {
            buffer[end++] = '\n';
            lineEndsAdded = 1;
        }
        end += Math.max(0, count);
        return count >= 0;
    }

    private int afterLastLine() {
        int after = end;
        while (after > begin && buffer[after - 1] != '\n') {
            after--;
        }
        return after;
    }

    private void readRow() {
        int field = 0;
        int fieldBegin = begin;
        int at = begin;
        while (true) {
            char c = buffer[at];
            if (c > ',') {
                at++;
            } else if (c == ',') {
                sink.field(field++, buffer, fieldBegin, at - fieldBegin);
                fieldBegin = ++at;
            } else if (c == '\n' || (c == '\r' && buffer[at + 1] == '\n')) {
                if (at > begin) {
                    sink.field(field, buffer, fieldBegin, at - fieldBegin);
                    sink.row(line, field + 1);
                }
                line++;
                begin = at + (c == '\n' ? 1 : 2);
                return;
            } else if (c == '"' || c == '\r' || field == MOST_FIELDS) {
                plain = false;
                return;
            } else {
                at++;
            }
        }
    }
}
