package dev.linger.data.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * A small table, column by column, every cell as its text. Tablesaw is told every column's type: text for what is asked
 * for, skipped for the rest. Its own number and date parsing is not used: it stops at the first bad cell, and reads
 * "NA", "null" and "*" as missing.
 */
public final class SideTable {
    private static final int MAX_CELL_CHARS = 1 << 20;
    /** A character that begins no line: tablesaw would skip every line that begins with '#'. */
    private static final char NO_COMMENTS = '\0';

    private final String sha256;
    private final long[] lines;
    private final List<String> names;
    private final List<List<String>> cells;

    private SideTable(String sha256, long[] lines, List<String> names, List<List<String>> cells) {
        this.sha256 = sha256;
        this.lines = lines;
        this.names = names;
        this.cells = cells;
    }

    /** The named columns of the file; an {@link InputException} where one is missing or a row has too few or many fields. */
    public static SideTable read(SourceFile file, List<String> names, Progress progress) {
        CsvHeader header = file.header();
        names.forEach(header::position);
        SideTable plain = plain(file, header, names, progress);
        return plain != null ? plain : byTablesaw(file, header, names);
    }

    /** The columns of a file that {@link #plain} read to its end, and told the progress, before it gave up. */
    static SideTable byTablesaw(SourceFile file, CsvHeader header, List<String> names) {
        List<List<String>> cells = new ArrayList<>();
        String sha256 = file.read(Progress.SILENT, reader -> {
            Table table = parse(reader, header, Set.copyOf(names));
            names.forEach(name -> cells.add(table.stringColumn(name).asList()));
        });
        return new SideTable(sha256, lines(cells), names, cells);
    }

    /** The columns of a file without quotes and without mistakes, which tablesaw would read four times as slowly. */
    private static @Nullable SideTable plain(SourceFile file, CsvHeader header, List<String> names, Progress progress) {
        PlainCells sink = new PlainCells(header, names);
        List<List<String>> cells = new ArrayList<>();
        String sha256 = file.read(progress, reader -> {
            if (new PlainRows(reader, sink).readAll()) {
                cells.addAll(sink.columns());
            }
        });
        return cells.isEmpty() ? null : new SideTable(sha256, lines(cells), names, cells);
    }

    private static long[] lines(List<List<String>> cells) {
        return LongStream.range(2, cells.get(0).size() + 2L).toArray();
    }

    /**
     * The named columns of a file in which some records are broken by stray line breaks: a record with too few or too
     * many fields is handed to {@code broken} and left out. Tablesaw gives up at the first such record, so FastCSV reads.
     */
    public static SideTable readSkippingBroken(
            SourceFile file, List<String> names, Progress progress, Consumer<CsvRecord> broken) {
        CsvHeader header = file.header();
        int[] positions = names.stream().mapToInt(header::position).toArray();
        List<List<String>> cells = new ArrayList<>();
        names.forEach(name -> cells.add(new ArrayList<>()));
        LongStream.Builder lines = LongStream.builder();
        String sha256 = file.read(progress, reader -> {
            Iterator<CsvRecord> records =
                    SourceFile.records().ofCsvRecord(reader).iterator();
            records.next(); // the header
            while (records.hasNext()) {
                CsvRecord row = records.next();
                if (row.getFieldCount() != header.size()) {
                    broken.accept(row);
                    continue;
                }
                lines.add(row.getStartingLineNumber());
                for (int at = 0; at < positions.length; at++) {
                    cells.get(at).add(row.getField(positions[at]));
                }
            }
        });
        return new SideTable(sha256, lines.build().toArray(), names, cells);
    }

    private static Table parse(Reader reader, CsvHeader header, Set<String> wanted) {
        ColumnType[] types = header.names().stream()
                .map(name -> wanted.contains(name) ? ColumnType.STRING : ColumnType.SKIP)
                .toArray(ColumnType[]::new);
        LineCounter counted = new LineCounter(reader);
        CsvReadOptions options = CsvReadOptions.builder(counted)
                .columnTypes(types)
                .missingValueIndicator("")
                .commentPrefix(NO_COMMENTS)
                .maxCharsPerColumn(MAX_CELL_CHARS)
                .maxNumberOfColumns(header.size() + 1)
                .build();
        Table table;
        try {
            table = Table.read().usingOptions(options);
        } catch (RuntimeException failure) {
            throw new InputException(
                    header.file() + " cannot be read as a table of " + header.size() + " columns: "
                            + failure.getMessage(),
                    failure);
        }
        // Tablesaw takes all rows below a quote left open in a last column for one cell, and says nothing.
        if (table.rowCount() + 1L != counted.lines()) {
            throw new InputException(header.file() + " has " + counted.lines() + " lines but " + table.rowCount()
                    + " rows below its header: a cell spans lines. Is a quote left open?");
        }
        return table;
    }

    /** The SHA-256 of the file, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** The number of rows. */
    public int size() {
        return lines.length;
    }

    /** The cells of a column that was asked for, "" where empty. */
    public List<String> column(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("column " + name + " was not read");
        }
        return cells.get(at);
    }

    /** The line of the file on which a row begins, the header being line 1. */
    public long line(int row) {
        return lines[row];
    }
}
