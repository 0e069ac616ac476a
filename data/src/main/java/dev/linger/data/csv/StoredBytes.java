package dev.linger.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, wherever it is stored. */
@FunctionalInterface
public interface StoredBytes {
    /** The bytes from a place on, counted from 0; whoever opens them closes them. */
    InputStream open(long from) throws IOException;

    /** Those of a file of this machine. */
    static StoredBytes at(Path path) {
        return from -> {
            InputStream bytes = Files.newInputStream(path);
            try {
                bytes.skipNBytes(from);
            } catch (IOException failure) {
                bytes.close();
                throw failure;
            }
            return bytes;
        };
    }
}
