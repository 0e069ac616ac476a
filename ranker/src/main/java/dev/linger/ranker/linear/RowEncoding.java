package dev.linger.ranker.linear;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Feature rows as the terms of a linear model. A number becomes (value - mean) / sd by the training rows, 0 where
 * missing, and a term that is 1 where it is missing. A category becomes one term a level, missing being a level too; one
 * with too many levels is left out, as is a column that is the same in all training rows. What did not occur in training
 * adds nothing.
 */
final class RowEncoding {
    private final List<ColumnEncoding> columns;
    private final int termCount;

    private RowEncoding(List<ColumnEncoding> columns, int termCount) {
        this.columns = columns;
        this.termCount = termCount;
    }

    static RowEncoding of(FeatureSource rows, int maxLevels) {
        List<FeatureColumn> columns = rows.columns();
        List<ColumnSummary> summaries = columns.stream()
                .map(column -> column.kind() == FeatureColumn.Kind.NUMERIC
                        ? new NumberSummary(column.name())
                        : new LevelSummary(maxLevels))
                .toList();
        rows.forEachBlock((firstRow, block) -> {
            for (int column = 0; column < summaries.size(); column++) {
                for (int row = 0; row < block.size(); row++) {
                    summaries.get(column).add(block.value(row, column));
                }
            }
        });
        List<ColumnEncoding> encodings = new ArrayList<>();
        int terms = 0;
        for (ColumnSummary summary : summaries) {
            ColumnEncoding encoding = summary.encoding(terms);
            encodings.add(encoding);
            terms += encoding.termCount();
        }
        return new RowEncoding(List.copyOf(encodings), terms);
    }

    void writeTo(ColumnWriter out) throws IOException {
        for (ColumnEncoding column : columns) {
            column.writeTo(out);
        }
    }

    static RowEncoding readFrom(ColumnReader in, List<FeatureColumn> columns) throws IOException {
        List<ColumnEncoding> encodings = new ArrayList<>();
        int terms = 0;
        for (FeatureColumn column : columns) {
            ColumnEncoding encoding = column.kind() == FeatureColumn.Kind.NUMERIC
                    ? NumberEncoding.readFrom(in, terms)
                    : LevelEncoding.readFrom(in, terms);
            encodings.add(encoding);
            terms += encoding.termCount();
        }
        return new RowEncoding(List.copyOf(encodings), terms);
    }

    int termCount() {
        return termCount;
    }

    /** Writes the terms of a row that are not 0, by rising term; returns how many there are. At most one a column. */
    int encode(FeatureRows rows, int row, int[] terms, double[] values) {
        int count = 0;
        for (int column = 0; column < columns.size(); column++) {
            float cell = rows.value(row, column);
            ColumnEncoding encoding = columns.get(column);
            int term = encoding.term(cell);
            if (term >= 0) {
                terms[count] = term;
                values[count] = encoding.value(cell);
                count++;
            }
        }
        return count;
    }

    /** The weight of a cell's term times its value, 0 where it has none. */
    double weighted(double[] weights, int column, float cell) {
        ColumnEncoding encoding = columns.get(column);
        int term = encoding.term(cell);
        return term < 0 ? 0 : weights[term] * encoding.value(cell);
    }
}
