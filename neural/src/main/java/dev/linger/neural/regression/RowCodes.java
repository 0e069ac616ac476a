package dev.linger.neural.regression;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import dev.linger.ranker.TrainedColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How cells are coded, column by column.
 *
 * @param columns those of the rows it was made by
 * @param codes one a column
 */
record RowCodes(TrainedColumns columns, List<ColumnCode> codes) {
    /** Quantiles and levels of more rows are hardly others. */
    private static final int ROWS_LOOKED_AT = 100_000;

    RowCodes {
        codes = List.copyOf(codes);
    }

    /** That of columns as they are in the first rows of some, every n-th of which is looked at. */
    static RowCodes of(FeatureSource rows, int first, NeuralConfig config) {
        int step = (first + ROWS_LOOKED_AT - 1) / ROWS_LOOKED_AT;
        FeatureRows sample = rows.pick(IntStream.iterate(0, row -> row < first, row -> row + step)
                        .toArray())
                .all();
        List<FeatureColumn> columns = rows.columns();
        List<ColumnCode> codes = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            float[] cells = sample.cells(column);
            codes.add(
                    columns.get(column).kind() == FeatureColumn.Kind.NUMERIC
                            ? NumberCode.of(columns.get(column).name(), cells, config.quantiles())
                            : LevelCode.of(cells, config.maxLevels()));
        }
        return new RowCodes(new TrainedColumns(columns), codes);
    }

    /** Writes the codes of a row. */
    void code(FeatureRows rows, int row, char[] into, int at) {
        for (int column = 0; column < codes.size(); column++) {
            into[at + column] = codes.get(column).code(rows.value(row, column));
        }
    }

    void writeTo(ColumnWriter out) throws IOException {
        columns.writeTo(out);
        for (ColumnCode code : codes) {
            code.writeTo(out);
        }
    }

    static RowCodes readFrom(ColumnReader in) throws IOException {
        TrainedColumns columns = TrainedColumns.readFrom(in);
        List<ColumnCode> codes = new ArrayList<>();
        for (FeatureColumn column : columns.columns()) {
            codes.add(ColumnCode.readFrom(in, column));
        }
        return new RowCodes(columns, codes);
    }
}
