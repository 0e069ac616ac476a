package dev.linger.data.csv;

import dev.linger.data.csv.BrokenRow.Fault;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file, line by line. A line without quotes, as is nearly every one of a log, is split at its commas
 * in one pass; any other is looked at by {@link RowScan} and split by FastCSV. A line that is no row is handed over as
 * broken and the reading goes on with the next line, so that a stray quote costs no more than its own line. A line without
 * characters is no row.
 */
final class RowReader {
    static final int LONGEST_ROW = RowScan.LONGEST_ROW;

    private final DecodedText text;
    private final LineBuffer lines;
    private final CsvHeader header;
    private final RowSink sink;
    private final RowScan scan;
    private boolean headerPassed;
    private @Nullable LongLine longLine;
    private long rows;
    private long brokenRows;
    private long continued;
    private long blank;

    RowReader(DecodedText text, CsvHeader header, Cells cells, RowSink sink) {
        this(text, new LineBuffer(text, Integer.MAX_VALUE, 1), header, cells, sink);
    }

    private RowReader(DecodedText text, LineBuffer lines, CsvHeader header, Cells cells, RowSink sink) {
        this.text = text;
        this.lines = lines;
        this.header = header;
        this.sink = sink;
        this.scan = RowScan.of(cells, sink);
    }

    /**
     * Reads a part of a text, of lines each of which is read by itself.
     *
     * @param most bytes that it has, where known
     * @param firstLine the number of its first line in the text
     * @param headerPassed whether the header is in a part before
     */
    static RowReader ofPart(
            DecodedText part, int most, long firstLine, boolean headerPassed, CsvHeader header, RowSink sink) {
        RowReader reader = new RowReader(part, new LineBuffer(part, most, firstLine), header, Cells.SHORT, sink);
        reader.headerPassed = headerPassed;
        return reader;
    }

    /** Reads to the end of the text. */
    void readAll() throws IOException {
        while (!lines.ended()) {
            lines.fill();
            if (longLine != null) {
                passLongLine(longLine);
            }
            int complete = lines.completeEnd();
            boolean more = true;
            while (more && lines.begin() < complete) {
                more = headerPassed ? readRow() : passHeader();
            }
            if (lines.begin() == complete && lines.end() - complete > LONGEST_ROW) {
                longLine = new LongLine();
                passLongLine(longLine);
            }
        }
    }

    /** What the lines came to that were read. */
    LineCounts counts() {
        return new LineCounts(text.lines(), rows, brokenRows, continued, blank);
    }

    private boolean passHeader() {
        int lineEnd = lines.lineEnd(lines.begin());
        headerPassed = lineEnd > lines.begin();
        blank += headerPassed ? 0 : 1;
        lines.passLine(lineEnd);
        return true;
    }

    /** Reads the row that begins here; false where its end is not read yet. */
    private boolean readRow() {
        char[] characters = lines.characters();
        int begin = lines.begin();
        int cells = 0;
        int cellBegin = begin;
        int at = commonEnd(characters, begin);
        while (characters[at] == ',') {
            if (cells < header.size()) {
                sink.field(cells, characters, cellBegin, at - cellBegin);
            }
            cells++;
            cellBegin = at + 1;
            at = commonEnd(characters, cellBegin);
        }
        if (at == begin && isLineEnd(characters[at])) {
            blank++;
        } else if (!isLineEnd(characters[at]) || at - begin > LONGEST_ROW || cells + 1 != header.size()) {
            return readUncommonRow();
        } else {
            sink.field(cells, characters, cellBegin, at - cellBegin);
            sink.row(lines.line());
            rows++;
        }
        lines.passLine(at);
        return true;
    }

    /** The first comma or line end from there on, or character that makes a line uncommon; a short method is compiled soon. */
    private static int commonEnd(char[] characters, int from) {
        int at = from;
        char c = characters[at];
        while ((c > ',' && c < 0x7F) || !isStop(c)) {
            c = characters[++at];
        }
        return at;
    }

    private static boolean isStop(char c) {
        return c == ',' || c == '"' || Character.isISOControl(c) || Character.isLowSurrogate(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Reads a row with quotes, or with a fault. */
    private boolean readUncommonRow() {
        int begin = lines.begin();
        if (!scan.scan(lines.characters(), begin, lines.end(), lines.ended())) {
            return false;
        }
        Fault fault = scan.fault();
        if (fault != null) {
            breakLine(fault, scan.field(), scan.cellBegin());
        } else if (scan.field() + 1 != header.size()) {
            breakLine(Fault.FIELD_COUNT, -1, begin);
        } else {
            String row = new String(lines.characters(), begin, scan.end() - begin);
            if (scan.lineEnds() > 1 && holdsRow(row)) {
                breakLine(Fault.QUOTE, -1, begin);
            } else {
                splitQuoted(row);
            }
        }
        return true;
    }

    /** Whether a line between the first and the last is a row of its own, which two stray quotes would make a text. */
    private boolean holdsRow(String row) {
        List<String> all = row.lines().toList();
        return header.size() > 1
                && all.subList(1, all.size() - 1).stream()
                        .anyMatch(inner -> inner.indexOf('"') < 0
                                && inner.chars().filter(c -> c == ',').count() + 1 == header.size());
    }

    private void splitQuoted(String row) {
        int fields = QuotedFields.split(row, sink::field);
        if (fields != header.size()) {
            throw new IllegalStateException(
                    header.file() + ":" + lines.line() + " has " + fields + " fields for FastCSV");
        }
        sink.row(lines.line());
        rows++;
        continued += scan.lineEnds();
        lines.countLines(scan.lineEnds());
        lines.passLine(scan.end());
    }

    /** Hands the first line of what is not passed over as broken. */
    private void breakLine(Fault fault, int field, int cellBegin) {
        int lineEnd = lines.lineEnd(lines.begin());
        int from = cellBegin < lineEnd ? cellBegin : lines.begin(); // a fault may be found on a later line
        boolean cellAlone = fault == Fault.CONTROL_CHARACTER || fault == Fault.ENCODING;
        int to = cellAlone ? lines.cellEnd(from, lineEnd) : lineEnd;
        String shown = ShownText.of(lines.beginning(from, to), to - from);
        if (fault == Fault.FIELD_COUNT) {
            shown = (scan.field() + 1) + " of " + header.size() + " fields: " + shown;
        }
        broken(fault, field, shown);
        lines.passLine(lineEnd);
    }

    private void broken(Fault fault, int field, String shown) {
        String column = field >= 0 && field < header.size() ? header.names().get(field) : "";
        sink.broken(new BrokenRow(lines.line(), fault, column, shown));
        brokenRows++;
    }

    /** Passes what is read of a line that is longer than any row may be. */
    private void passLongLine(LongLine passed) {
        int at = lines.lineEnd(lines.begin());
        passed.length += at - lines.begin();
        lines.passTo(at);
        if (lines.isKnownEnd(at) || lines.ended()) {
            broken(Fault.LENGTH, passed.field, ShownText.of(passed.beginning, passed.length));
            longLine = null;
            if (at < lines.end()) {
                lines.passLine(at);
            } else {
                lines.countLines(1);
            }
        }
    }

    /** A line that is not read as a whole: the field in which it becomes too long, and how much of that was read. */
    private final class LongLine {
        private final int field;
        private final String beginning;
        private long length;

        private LongLine() {
            scan.scan(lines.characters(), lines.begin(), lines.end(), false);
            field = scan.field();
            int from = scan.cellBegin();
            beginning = lines.beginning(from, lines.end());
            length = (long) lines.begin() - from;
        }
    }
}
