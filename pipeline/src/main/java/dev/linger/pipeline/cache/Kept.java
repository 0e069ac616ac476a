package dev.linger.pipeline.cache;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.function.Function;

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

    /** A value that is a folder of files. */
    static <T> Kept<T> of(FolderWriting<T> writing, Function<ModelReader, T> reading) {
        return new Kept<>() {
            @Override
            public void write(T value, ModelWriter to) throws IOException {
                writing.write(value, to);
            }

            @Override
            public T read(ModelReader from) {
                return reading.apply(from);
            }
        };
    }

    /** A value that is one file of columns. */
    static <T> Kept<T> columns(Writing<T> writing, Reading<T> reading) {
        String file = "value";
        return of(
                (value, to) -> to.columns(file, out -> writing.write(value, out)),
                from -> from.columns(file, reading::read));
    }

    /** Writes the files of a value. */
    @FunctionalInterface
    interface FolderWriting<T> {
        void write(T value, ModelWriter to) throws IOException;
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
