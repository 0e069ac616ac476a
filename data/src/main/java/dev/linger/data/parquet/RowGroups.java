package dev.linger.data.parquet;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** Walks the rows of a file, group by group: a group's columns are in memory as they are packed. */
final class RowGroups {
    private static final GroupConverter VALUES_ARE_ASKED_FOR = new GroupConverter() {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {
            // nothing is built
        }

        @Override
        public void end() {
            // nothing is built
        }
    };

    private final ParquetFileReader reader;
    private final MessageType schema;
    private final List<ValueText> values;
    private final List<ColumnReader> columns = new ArrayList<>();
    private final String[] texts;
    private int notUtf8;
    private long left;

    RowGroups(ParquetFileReader reader, MessageType schema, List<ValueText> values) {
        this.reader = reader;
        this.schema = schema;
        this.values = values;
        this.texts = new String[values.size()];
        Arrays.fill(texts, "");
    }

    /** Reads the next row; false at the end. */
    boolean next() throws IOException {
        while (left == 0) {
            PageReadStore group = reader.readNextRowGroup();
            if (group == null) {
                return false;
            }
            begin(group);
        }
        left--;
        notUtf8 = -1;
        for (int at = 0; at < texts.length; at++) {
            texts[at] = text(at, columns.get(at));
        }
        return true;
    }

    private void begin(PageReadStore group) {
        left = group.getRowCount();
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                group, VALUES_ARE_ASKED_FOR, schema, reader.getFileMetaData().getCreatedBy());
        columns.clear();
        for (ColumnDescriptor column : schema.getColumns()) {
            columns.add(store.getColumnReader(column));
        }
    }

    private String text(int at, ColumnReader column) {
        String text = "";
        if (column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel()) {
            try {
                text = values.get(at).of(column);
            } catch (CharacterCodingException malformed) {
                notUtf8 = at;
                text = new String(column.getBinary().getBytes(), StandardCharsets.UTF_8);
            }
        }
        column.consume();
        return text;
    }

    /** The row in hand, "" where nothing is. */
    String[] texts() {
        return texts;
    }

    /** Which of its texts is not UTF-8, -1 for none. */
    int notUtf8() {
        return notUtf8;
    }
}
