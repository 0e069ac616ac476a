package dev.linger.data.parquet;

import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.RowSink;
import java.util.ArrayList;
import java.util.List;

/** The rows of a file as text, fields parted by a bar; broken ones as "line fault column text". */
final class RowTexts implements RowSink {
    private final List<String> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    static RowTexts of(RowFile file) {
        RowTexts texts = new RowTexts();
        FileReading reading = file.readRows(file.header(), Cells.SHORT, Progress.SILENT, texts);
        if (reading.rows() != texts.rows.size() || reading.brokenRows() != texts.broken.size()) {
            throw new AssertionError(reading);
        }
        return texts;
    }

    List<String> rows() {
        return rows;
    }

    List<String> broken() {
        return broken;
    }

    @Override
    public boolean reads(int field) {
        return true;
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        if (field == 0) {
            fields.clear();
        }
        fields.add(new String(buffer, offset, length));
    }

    @Override
    public void row(long line) {
        rows.add(String.join("|", fields));
    }

    @Override
    public void broken(BrokenRow row) {
        broken.add(row.line() + " " + row.fault() + " " + row.column() + " " + row.text());
    }
}
