package dev.linger.features.skew;

import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the values of each column are spread over the same rows.
 *
 * @param columns in the order of the rows' columns
 */
public record FeatureDistributions(List<ColumnDistribution> columns) {
    public FeatureDistributions {
        columns = List.copyOf(columns);
        if (columns.stream().mapToInt(ColumnDistribution::rows).distinct().count() > 1) {
            throw new IllegalArgumentException("columns must be of the same rows");
        }
    }

    /** Those of the columns of some rows. */
    public static FeatureDistributions of(FeatureRows rows, Workers workers) {
        List<FeatureColumn> columns = rows.columns();
        return new FeatureDistributions(
                workers.map(columns.size(), column -> ColumnDistribution.of(columns.get(column), rows.cells(column))));
    }

    /** The number of rows; 0 where there are no columns. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).rows();
    }

    /** Writes them for {@link #read}. */
    public void write(ColumnWriter out) throws IOException {
        out.number(columns.size());
        for (ColumnDistribution column : columns) {
            column.write(out);
        }
    }

    /**
     * What {@link #write} wrote.
     *
     * @param of the columns that rows have
     * @throws IllegalArgumentException where it was written for other columns, or is no such thing
     */
    public static FeatureDistributions read(ColumnReader in, List<FeatureColumn> of) throws IOException {
        int size = in.number();
        List<ColumnDistribution> columns = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            columns.add(ColumnDistribution.read(in));
        }
        List<String> names = columns.stream().map(ColumnDistribution::column).toList();
        List<String> expected = of.stream().map(FeatureColumn::name).toList();
        if (!names.equals(expected)) {
            throw new IllegalArgumentException("it is of the columns " + names + " and not of " + expected);
        }
        return new FeatureDistributions(columns);
    }
}
