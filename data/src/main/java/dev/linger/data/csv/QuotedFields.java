package dev.linger.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;

/** Splits the text of one row in which quotes stand, by FastCSV as RFC 4180 says; {@link RowScan} found it sound. */
final class QuotedFields extends AbstractBaseCsvCallbackHandler<Integer> {
    private final Fields sink;

    private QuotedFields(Fields sink) {
        this.sink = sink;
    }

    /** Hands each field to the sink and gives their number. */
    static int split(String row, Fields sink) {
        return CsvReader.builder().ofSingleCsvRecord(new QuotedFields(sink), row);
    }

    /** Takes the fields of a row in order. */
    @FunctionalInterface
    interface Fields {
        void field(int field, char[] buffer, int offset, int length);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        sink.field(field, buffer, offset, length);
    }

    @Override
    protected Integer buildRecord() {
        return getFieldCount();
    }
}
