package dev.linger.data.parquet;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Writes a table as a Parquet file, row by row: set the cells that are there, in any order, then end the row. The file
 * appears under its name when all of it is written. Equal rows give equal bytes: pages are encoded, by dictionaries where
 * values repeat, and not compressed, since what zlib makes of them changes from machine to machine.
 */
public final class ParquetWriter implements AutoCloseable {
    private final Path file;
    private final Path partial;
    private final List<ParquetColumn> columns;
    private final RowInHand row;
    private final org.apache.parquet.hadoop.ParquetWriter<RowInHand> writer;
    private boolean open = true;

    private ParquetWriter(Path file, List<ParquetColumn> columns) throws IOException {
        this.file = file;
        this.partial = file.resolveSibling(file.getFileName() + ".partial");
        this.columns = List.copyOf(columns);
        this.row = new RowInHand(columns.size());
        Files.deleteIfExists(partial);
        this.writer = new RowWriteSupport.Builder(new LocalOutputFile(partial), columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build();
    }

    /**
     * Begins a file.
     *
     * @param file replaced where it is there
     * @param columns at least one, each of another name
     * @throws InputException where it cannot be written
     */
    public static ParquetWriter create(Path file, List<ParquetColumn> columns) {
        if (columns.isEmpty()
                || columns.stream().map(ParquetColumn::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("columns must be one or more with names of their own: " + columns);
        }
        try {
            return new ParquetWriter(file, columns);
        } catch (IOException failure) {
            throw cannotBeWritten(file, failure);
        }
    }

    /** Sets a cell of the row in hand: a whole number, or milliseconds since 1970. */
    public void set(int column, long value) {
        ParquetColumn.Type type = columns.get(column).type();
        if (type == ParquetColumn.Type.INT
                ? value != (int) value
                : type != ParquetColumn.Type.LONG && type != ParquetColumn.Type.TIMESTAMP) {
            throw misfit(column, value);
        }
        row.numbers[column] = value;
        row.present[column] = true;
    }

    /** Sets a cell of the row in hand to a number; NaN is kept as NaN. */
    public void set(int column, double value) {
        if (columns.get(column).type() != ParquetColumn.Type.DOUBLE) {
            throw misfit(column, value);
        }
        row.numbers[column] = Double.doubleToRawLongBits(value);
        row.present[column] = true;
    }

    /** Sets a cell of the row in hand to a text. */
    public void set(int column, String value) {
        if (columns.get(column).type() != ParquetColumn.Type.TEXT) {
            throw misfit(column, value);
        }
        row.texts[column] = value;
        row.present[column] = true;
    }

    private IllegalArgumentException misfit(int column, Object value) {
        return new IllegalArgumentException(columns.get(column) + " of " + file + " cannot hold " + value);
    }

    /** Ends the row in hand; what was not set is missing. */
    public void endRow() {
        try {
            writer.write(row);
        } catch (IOException failure) {
            throw cannotBeWritten(file, failure);
        }
        Arrays.fill(row.present, false);
    }

    /**
     * Ends the file and gives it its name.
     *
     * @throws InputException where it cannot be written
     */
    public void finish() {
        try {
            open = false;
            writer.close();
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw cannotBeWritten(file, failure);
        }
    }

    /** Removes what was written, unless it is finished. */
    @Override
    public void close() {
        try {
            if (open) {
                open = false;
                writer.close();
            }
        } catch (IOException failure) {
            throw cannotBeWritten(file, failure);
        } finally {
            remove();
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException failure) {
            throw cannotBeWritten(file, failure);
        }
    }

    private static InputException cannotBeWritten(Path file, IOException failure) {
        return new InputException(
                file + " cannot be written (" + failure + "); name a place that can be written and has room", failure);
    }

    /** The cells of a row: numbers as they are or by their bits. */
    static final class RowInHand {
        final long[] numbers;
        final String[] texts;
        final boolean[] present;

        private RowInHand(int columns) {
            numbers = new long[columns];
            texts = new String[columns];
            present = new boolean[columns];
            Arrays.fill(texts, "");
        }
    }
}
