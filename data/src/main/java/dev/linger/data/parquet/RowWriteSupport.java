package dev.linger.data.parquet;

import dev.linger.data.parquet.ParquetWriter.RowInHand;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Tells parquet-java of columns and of the row in hand. */
final class RowWriteSupport extends WriteSupport<RowInHand> {
    private static final String MESSAGE = "table";

    private final List<ParquetColumn> columns;
    private @Nullable RecordConsumer consumer;

    private RowWriteSupport(List<ParquetColumn> columns) {
        this.columns = columns;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(
                new MessageType(
                        MESSAGE, columns.stream().map(RowWriteSupport::field).toList()),
                Map.of());
    }

    /** Asked for with Hadoop's own configuration only, which there is none of. */
    @Deprecated
    @Override
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException();
    }

    private static Type field(ParquetColumn column) {
        return switch (column.type()) {
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case TIMESTAMP ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(column.name());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(RowInHand row) {
        RecordConsumer to = consumer;
        if (to == null) {
            throw new IllegalStateException("prepareForWrite comes first");
        }
        to.startMessage();
        for (int at = 0; at < columns.size(); at++) {
            if (row.present[at]) {
                ParquetColumn column = columns.get(at);
                to.startField(column.name(), at);
                add(to, column, row.numbers[at], row.texts[at]);
                to.endField(column.name(), at);
            }
        }
        to.endMessage();
    }

    private static void add(RecordConsumer to, ParquetColumn column, long number, String text) {
        switch (column.type()) {
            case INT -> to.addInteger((int) number);
            case LONG, TIMESTAMP -> to.addLong(number);
            case DOUBLE -> to.addDouble(Double.longBitsToDouble(number));
            case TEXT -> to.addBinary(Binary.fromString(text));
        }
    }

    /** A writer of rows of these columns. */
    static final class Builder extends ParquetWriter.Builder<RowInHand, Builder> {
        private final List<ParquetColumn> columns;

        Builder(OutputFile file, List<ParquetColumn> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<RowInHand> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriteSupport(columns);
        }

        /** Asked for with Hadoop's own configuration only, which there is none of. */
        @Deprecated
        @Override
        protected WriteSupport<RowInHand> getWriteSupport(Configuration configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
