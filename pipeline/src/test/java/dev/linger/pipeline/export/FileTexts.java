package dev.linger.pipeline.export;

import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.RowSink;
import java.util.ArrayList;
import java.util.List;

/** What is in a file of rows, as texts. */
public final class FileTexts {
    private FileTexts() {}

    /** The cells of every row. */
    public static List<List<String>> of(RowFile file) {
        List<List<String>> rows = new ArrayList<>();
        file.readRows(file.header(), Cells.SHORT, Progress.SILENT, new RowSink() {
            private final List<String> row = new ArrayList<>();

            @Override
            public boolean reads(int field) {
                return true;
            }

            @Override
            public void field(int field, char[] buffer, int offset, int length) {
                if (field == 0) {
                    row.clear();
                }
                row.add(new String(buffer, offset, length));
            }

            @Override
            public void row(long line) {
                rows.add(List.copyOf(row));
            }

            @Override
            public void broken(BrokenRow broken) {
                throw new AssertionError(broken);
            }
        });
        return rows;
    }
}
