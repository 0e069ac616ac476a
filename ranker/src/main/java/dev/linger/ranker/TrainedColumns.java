package dev.linger.ranker;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that a ranker was trained on, which rows must have to be scored by it.
 *
 * @param columns in their order, each name once
 */
public record TrainedColumns(List<FeatureColumn> columns) {
    public TrainedColumns {
        columns = List.copyOf(columns);
        if (columns.stream().map(FeatureColumn::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("columns must have distinct names but are " + names(columns));
        }
    }

    public int size() {
        return columns.size();
    }

    /**
     * Checks that rows have these columns, in this order, with the same meaning.
     *
     * @throws IllegalArgumentException that tells the first difference
     */
    public void require(FeatureSource rows) {
        List<FeatureColumn> given = rows.columns();
        if (given.equals(columns)) {
            return;
        }
        if (given.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "rows have the columns " + names(given) + " but the model has " + names(columns));
        }
        int at = 0;
        while (given.get(at).equals(columns.get(at))) {
            at++;
        }
        throw new IllegalArgumentException(
                "column " + at + " of the rows is " + given.get(at) + " but that of the model is " + columns.get(at));
    }

    private static List<String> names(List<FeatureColumn> columns) {
        return columns.stream().map(FeatureColumn::name).toList();
    }

    /** Writes them for {@link #readFrom}. */
    public void writeTo(ColumnWriter out) throws IOException {
        out.number(columns.size());
        for (FeatureColumn column : columns) {
            out.text(column.name());
            out.text(column.unit());
            out.text(column.kind().name());
            out.text(column.missing());
            out.text(Boolean.toString(column.knownAtRequest()));
        }
    }

    /** What {@link #writeTo} wrote. */
    public static TrainedColumns readFrom(ColumnReader in) throws IOException {
        List<FeatureColumn> columns = new ArrayList<>();
        int size = in.number();
        for (int at = 0; at < size; at++) {
            columns.add(new FeatureColumn(
                    in.text(), in.text(), FeatureColumn.Kind.valueOf(in.text()), in.text(), readTruth(in)));
        }
        return new TrainedColumns(columns);
    }

    private static boolean readTruth(ColumnReader in) throws IOException {
        String text = in.text();
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("knownAtRequest must be true or false but was '" + text + "'");
        }
        return text.equals("true");
    }
}
