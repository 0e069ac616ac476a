package dev.linger.neural.regression;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureColumn;
import java.io.IOException;

/** The cells of one column in two bytes each, and what they are to a network. */
sealed interface ColumnCode permits NumberCode, LevelCode {
    /** The code of a cell; NaN is missing. */
    char code(float cell);

    /** How many inputs of a network are numbers of this column. */
    int numbers();

    /** Writes these numbers, which are 0 before. */
    void write(char code, float[] input, int at);

    void writeTo(ColumnWriter out) throws IOException;

    static ColumnCode readFrom(ColumnReader in, FeatureColumn column) throws IOException {
        return column.kind() == FeatureColumn.Kind.NUMERIC ? NumberCode.readFrom(in) : LevelCode.readFrom(in);
    }
}
