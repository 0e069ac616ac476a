package dev.linger.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.io.Reader;
import java.util.Iterator;

/** Reads rows of every kind, quoted fields and lone carriage returns among them, by FastCSV. */
final class QuotedRows extends AbstractBaseCsvCallbackHandler<QuotedRows> {
    private final RowSink sink;

    private QuotedRows(RowSink sink) {
        this.sink = sink;
    }

    static void readAll(Reader reader, RowSink sink) {
        QuotedRows row = new QuotedRows(sink);
        Iterator<QuotedRows> rows = SourceFile.records().build(row, reader).iterator();
        while (rows.hasNext()) {
            rows.next();
            sink.row(row.getStartingLineNumber(), row.getFieldCount());
        }
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        sink.field(field, buffer, offset, length);
    }

    @Override
    protected QuotedRows buildRecord() {
        return this;
    }
}
