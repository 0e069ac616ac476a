package dev.linger.data.csv;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/** The header of a text: its first line that has any characters. */
final class HeaderLine {
    /** Behind the longest row there can be one character tells whether its line end is a lone CR. */
    private static final int ENOUGH = RowScan.LONGEST_ROW + 2;

    private final String file;
    private final char[] text;
    private final int end;
    private final boolean ended;
    private int begin;
    private long line = 1;

    private HeaderLine(String file, char[] text, int end, boolean ended) {
        this.file = file;
        this.text = text;
        this.end = end;
        this.ended = ended;
    }

    /** Reads the header; an {@link InputException} where there is none, or it is no row of names in UTF-8. */
    static CsvHeader read(String file, DecodedText text) throws IOException {
        CharBuffer start = CharBuffer.allocate(ENOUGH + 1);
        boolean more = true;
        while (more && start.position() < ENOUGH) {
            more = text.read(start);
        }
        if (!more) {
            start.put('\n');
        }
        HeaderLine header = new HeaderLine(file, start.array(), start.position(), !more);
        header.passBlankLines();
        return new CsvHeader(file, header.names());
    }

    private void passBlankLines() {
        while (begin < end && (text[begin] == '\n' || text[begin] == '\r')) {
            boolean secondOfTwo = text[begin] == '\n' && begin > 0 && text[begin - 1] == '\r';
            line += secondOfTwo ? 0 : 1;
            begin++;
        }
        if (begin == end) {
            throw new InputException(file + " is empty; it must begin with a header.");
        }
    }

    private List<String> names() {
        RowScan scan = new RowScan(Cells.SHORT, field -> true);
        boolean whole = scan.scan(text, begin, end, ended);
        BrokenRow.Fault fault = whole ? scan.fault() : BrokenRow.Fault.LENGTH;
        if (fault != null) {
            String cell = new String(text, scan.cellBegin(), Math.min(scan.end() + 1, end) - scan.cellBegin());
            throw new InputException(file + ":" + line + ":" + (scan.end() - begin + 1) + " is no header: "
                    + fault.description() + ", at \"" + ShownText.of(cell)
                    + "\". It must be one line of column names in UTF-8 with commas between them.");
        }
        List<String> names = new ArrayList<>();
        QuotedFields.split(
                new String(text, begin, scan.end() - begin),
                (field, buffer, offset, length) -> names.add(new String(buffer, offset, length)));
        return names;
    }
}
