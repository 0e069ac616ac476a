package dev.linger.pipeline.report;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.parquet.ParquetColumn;
import dev.linger.data.parquet.ParquetWriter;

/** Ids in Parquet files: a column of numbers, or one of texts. */
public final class ParquetIds {
    private ParquetIds() {}

    /** What a column of such ids holds. */
    public static ParquetColumn.Type type(IdIndex ids) {
        return ids.isText() ? ParquetColumn.Type.TEXT : ParquetColumn.Type.LONG;
    }

    /** Writes an id into such a column of the row in hand. */
    public static void set(ParquetWriter writer, int column, Id id) {
        if (id.text() == null) {
            writer.set(column, id.number());
        } else {
            writer.set(column, id.text());
        }
    }
}
