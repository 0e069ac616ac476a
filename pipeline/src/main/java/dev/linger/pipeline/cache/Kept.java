package dev.linger.pipeline.cache;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;

/** How a value is kept in files: what is read is equal to what was written, to the last bit. */
public interface Kept<T> {
    /** Writes the value. */
    void write(T value, ModelWriter to) throws IOException;

    /**
     * The value that {@link #write} wrote.
     *
     * @throws dev.linger.data.InputException where the files are not what it writes
     */
    T read(ModelReader from);

    /** A value that is one file of columns. */
    static <T> Kept<T> columns(Writing<T> writing, Reading<T> reading) {
        return new Kept<>() {
            private static final String FILE = "value";

            @Override
            public void write(T value, ModelWriter to) throws IOException {
                to.columns(FILE, out -> writing.write(value, out));
            }

            @Override
            public T read(ModelReader from) {
                return from.columns(FILE, reading::read);
            }
        };
    }

    /** Writes the columns of a value. */
    @FunctionalInterface
    interface Writing<T> {
        void write(T value, ColumnWriter out) throws IOException;
    }

    /** Reads the columns of a value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ColumnReader in) throws IOException;
    }
}
