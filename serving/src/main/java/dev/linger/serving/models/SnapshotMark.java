package dev.linger.serving.models;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;

/**
 * Of which model a snapshot is, and up to where it knows the plays of a store.
 *
 * @param model digest of the model
 * @param plays how many plays of the store it knows, also of those that the model was fitted to; at least 1
 * @param last id of the last of them
 * @param latestMillis when the latest of them began, in milliseconds since 1970-01-01 UTC
 */
record SnapshotMark(String model, long plays, String last, long latestMillis) {
    private static final int VERSION = 1;

    SnapshotMark {
        if (plays < 1) {
            throw new IllegalArgumentException("plays must be >= 1 but was " + plays);
        }
    }

    void write(ColumnWriter out) throws IOException {
        out.number(VERSION);
        out.text(model);
        out.number(plays);
        out.text(last);
        out.number(latestMillis);
    }

    static SnapshotMark read(ColumnReader in) throws IOException {
        int version = in.number();
        if (version != VERSION) {
            throw new IllegalArgumentException("has version " + version + " of the format, not " + VERSION);
        }
        return new SnapshotMark(in.text(), in.number64(), in.text(), in.number64());
    }
}
