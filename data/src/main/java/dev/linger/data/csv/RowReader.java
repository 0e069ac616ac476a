package dev.linger.data.csv;

import dev.linger.data.csv.BrokenRow.Fault;
import java.io.IOException;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file, line by line. A line without quotes, as is nearly every one of a log, is split at its commas
 * in one pass; any other is looked at by {@link RowScan} and split by FastCSV. A line that is no row is handed over as
 * broken and the reading goes on with the next line, so that a stray quote costs no more than its own line. LF, CRLF and a
 * lone CR end a line, in every file; a line without characters is no row.
 */
final class RowReader {
    static final int LONGEST_ROW = RowScan.LONGEST_ROW;
    private static final int CAPACITY = 4 * LONGEST_ROW;
    private static final int SHOWN = 100;

    private final DecodedText text;
    private final CsvHeader header;
    private final RowSink sink;
    private final RowScan scan;
    private final char[] buffer = new char[CAPACITY + 2]; // a line end, and a character behind it
    private final CharBuffer target = CharBuffer.wrap(buffer, 0, CAPACITY);
    private int begin;
    private int end;
    private boolean ended;
    private long line = 1;
    private boolean headerPassed;
    private @Nullable LongLine longLine;
    private long rows;
    private long brokenRows;
    private long continued;
    private long blank;

    RowReader(DecodedText text, CsvHeader header, Cells cells, RowSink sink) {
        this.text = text;
        this.header = header;
        this.sink = sink;
        this.scan = new RowScan(cells, sink::reads);
    }

    /** Reads to the end of the text. */
    void readAll() throws IOException {
        while (!ended) {
            fill();
            if (longLine != null) {
                passLongLine(longLine);
            }
            int complete = ended ? end : afterLastLineEnd();
            boolean more = true;
            while (more && begin < complete) {
                more = headerPassed ? readRow() : passHeader();
            }
            if (begin == complete && end - begin > LONGEST_ROW) {
                longLine = new LongLine();
                passLongLine(longLine);
            }
        }
    }

    /** What was read, of a file with this digest and size. */
    FileReading reading(String sha256, long bytes) {
        return new FileReading(sha256, bytes, text.lines(), rows, brokenRows, continued, blank);
    }

    /** Moves what is unread to the front and reads on; the last line is ended where it is not. */
    private void fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        target.position(end);
        ended = !text.read(target);
        end = target.position();
        if (ended && end > 0 && !isLineEnd(buffer[end - 1])) {
            buffer[end++] = '\n';
        }
        buffer[end] = 0;
    }

    /** Behind the last line end that is known to be one: LF may follow a last CR. */
    private int afterLastLineEnd() {
        int after = end;
        while (after > begin && !(isLineEnd(buffer[after - 1]) && (buffer[after - 1] == '\n' || after < end))) {
            after--;
        }
        return after;
    }

    private boolean passHeader() {
        int at = lineEnd(begin);
        headerPassed = at > begin;
        blank += headerPassed ? 0 : 1;
        passLine(at);
        return true;
    }

    /** Reads the row that begins where the unread text does; false where its end is not read yet. */
    private boolean readRow() {
        char[] characters = buffer;
        int fields = header.size();
        int field = 0;
        int fieldBegin = begin;
        int at = begin;
        while (true) {
            char c = characters[at];
            if (c > ',' && c < 0x7F) {
                at++;
            } else if (c == ',') {
                if (field < fields) {
                    sink.field(field, characters, fieldBegin, at - fieldBegin);
                }
                field++;
                fieldBegin = ++at;
            } else if (c == '\n' || c == '\r') {
                break;
            } else if (c == '"' || Character.isISOControl(c) || Character.isLowSurrogate(c)) {
                return readUncommonRow();
            } else {
                at++;
            }
        }
        if (at == begin) {
            blank++;
        } else if (at - begin > LONGEST_ROW || field + 1 != fields) {
            return readUncommonRow();
        } else {
            sink.field(field, characters, fieldBegin, at - fieldBegin);
            sink.row(line);
            rows++;
        }
        passLine(at);
        return true;
    }

    /** Reads a row with quotes, or with a fault. */
    private boolean readUncommonRow() {
        if (!scan.scan(buffer, begin, end, ended)) {
            return false;
        }
        int at = scan.end();
        Fault fault = scan.fault();
        if (fault != null) {
            breakLine(fault, scan.field(), scan.cellBegin());
        } else if (scan.field() + 1 != header.size()) {
            breakLine(Fault.FIELD_COUNT, -1, begin);
        } else {
            int fields = QuotedFields.split(new String(buffer, begin, at - begin), sink::field);
            if (fields != header.size()) {
                throw new IllegalStateException(header.file() + ":" + line + " has " + fields + " fields for FastCSV");
            }
            sink.row(line);
            rows++;
            continued += scan.lineEnds();
            line += scan.lineEnds();
            passLine(at);
        }
        return true;
    }

    /** Hands the first line of what is unread over as broken. */
    private void breakLine(Fault fault, int field, int cellBegin) {
        int lineEnd = lineEnd(begin);
        int from = cellBegin < lineEnd ? cellBegin : begin; // a fault behind the first line is shown from its begin
        int to = fault == Fault.CONTROL_CHARACTER || fault == Fault.ENCODING ? cellEnd(from, lineEnd) : lineEnd;
        String shown = ShownText.of(beginning(from, to), to - from);
        if (fault == Fault.FIELD_COUNT) {
            shown = (scan.field() + 1) + " of " + header.size() + " fields: " + shown;
        }
        broken(fault, field, shown);
        passLine(lineEnd);
    }

    private void broken(Fault fault, int field, String shown) {
        String column = field >= 0 && field < header.size() ? header.names().get(field) : "";
        sink.broken(new BrokenRow(line, fault, column, shown));
        brokenRows++;
    }

    private String beginning(int from, int to) {
        return new String(buffer, from, Math.min(to - from, SHOWN));
    }

    private int cellEnd(int from, int lineEnd) {
        int at = from;
        while (at < lineEnd && buffer[at] != ',') {
            at++;
        }
        return at;
    }

    private int lineEnd(int from) {
        int at = from;
        while (!isLineEnd(buffer[at])) {
            at++;
        }
        return at;
    }

    private void passLine(int lineEnd) {
        begin = lineEnd + (buffer[lineEnd] == '\r' && buffer[lineEnd + 1] == '\n' ? 2 : 1);
        line++;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Passes what is unread of a line that is longer than any row may be. */
    private void passLongLine(LongLine passed) {
        int at = begin;
        while (at < end && !isLineEnd(buffer[at])) {
            at++;
        }
        passed.length += at - begin;
        begin = at;
        boolean known = at < end && (buffer[at] == '\n' || at + 1 < end || ended);
        if (known || ended) {
            passed.close(at);
            longLine = null;
        }
    }

    /** A line that is not in the buffer as a whole, and how much of it was read. */
    private final class LongLine {
        private final int field;
        private final String beginning;
        private long length;

        private LongLine() {
            scan.scan(buffer, begin, end, false);
            field = scan.field();
            int from = scan.cellBegin();
            beginning = beginning(from, end);
            length = (long) begin - from;
        }

        private void close(int lineEnd) {
            broken(Fault.LENGTH, field, ShownText.of(beginning, length));
            if (lineEnd < end) {
                passLine(lineEnd);
            } else {
                line++;
            }
        }
    }
}
