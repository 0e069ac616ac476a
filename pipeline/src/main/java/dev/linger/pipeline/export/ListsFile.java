package dev.linger.pipeline.export;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.RowSink;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.parquet.ParquetColumn;
import dev.linger.data.parquet.ParquetWriter;
import java.nio.file.Path;
import java.util.List;

/** Candidates or recommendations of a run, from CSV to Parquet. Ids are whole numbers where all of the column are, else texts. */
final class ListsFile implements RowSink {
    private static final List<String> COLUMNS = List.of("user_id", "rank", "video_id", "score");
    private static final int USER = 0;
    private static final int RANK = 1;
    private static final int VIDEO = 2;
    private static final int SCORE = 3;

    private final Path file;
    private final RowTaker taker;
    private final String[] cells = new String[COLUMNS.size()];

    private ListsFile(Path file, RowTaker taker) {
        this.file = file;
        this.taker = taker;
    }

    /** Reads the file twice, once for what its ids are. */
    static void convert(Path csv, Path parquet) {
        boolean[] isText = new boolean[COLUMNS.size()];
        read(csv, cells -> {
            isText[USER] |= isText(cells[USER]);
            isText[VIDEO] |= isText(cells[VIDEO]);
        });
        List<ParquetColumn> columns = List.of(
                id(USER, isText),
                new ParquetColumn(COLUMNS.get(RANK), ParquetColumn.Type.INT),
                id(VIDEO, isText),
                new ParquetColumn(COLUMNS.get(SCORE), ParquetColumn.Type.DOUBLE));
        try (ParquetWriter writer = ParquetWriter.create(parquet, columns)) {
            read(csv, cells -> {
                setId(writer, USER, cells, isText);
                writer.set(RANK, Long.parseLong(cells[RANK]));
                setId(writer, VIDEO, cells, isText);
                if (!cells[SCORE].isEmpty()) {
                    writer.set(SCORE, Double.parseDouble(cells[SCORE]));
                }
                writer.endRow();
            });
            writer.finish();
        }
    }

    private static boolean isText(String cell) {
        long id = CellText.whole(cell);
        return id == CellText.BAD || id == CellText.EMPTY;
    }

    private static ParquetColumn id(int column, boolean[] isText) {
        return new ParquetColumn(
                COLUMNS.get(column), isText[column] ? ParquetColumn.Type.TEXT : ParquetColumn.Type.LONG);
    }

    private static void setId(ParquetWriter writer, int column, String[] cells, boolean[] isText) {
        if (isText[column]) {
            writer.set(column, cells[column]);
        } else {
            writer.set(column, Long.parseLong(cells[column]));
        }
    }

    private static void read(Path csv, RowTaker taker) {
        SourceFile file = SourceFile.at(csv);
        if (!file.header().names().equals(COLUMNS)) {
            throw new InputException(csv + ", line 1: must be " + String.join(",", COLUMNS) + "; make the run again");
        }
        file.readRows(file.header(), Cells.SHORT, Progress.SILENT, new ListsFile(csv, taker));
    }

    @Override
    public boolean reads(int field) {
        return true;
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        cells[field] = new String(buffer, offset, length);
    }

    @Override
    public void row(long line) {
        try {
            taker.take(cells);
        } catch (IllegalArgumentException noNumber) {
            throw new InputException(
                    file + ", line " + line + ": no row of a list (" + noNumber.getMessage() + "); make the run again",
                    noNumber);
        }
    }

    @Override
    public void broken(BrokenRow row) {
        throw new InputException(
                file + ", line " + row.line() + ": " + row.fault().description() + "; make the run again");
    }

    @FunctionalInterface
    private interface RowTaker {
        void take(String[] cells);
    }
}
