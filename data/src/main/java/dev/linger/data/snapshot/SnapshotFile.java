package dev.linger.data.snapshot;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** One snapshot: what it is, the format, the key, the data set, the report, the checksum. */
final class SnapshotFile {
    /** To be raised whenever the layout here changes, or what the reader of the files makes of equal files. */
    static final int FORMAT = 4;

    static final String UNFINISHED = ".unfinished";
    private static final long MAGIC = 0x4c494e474552_3a29L;

    private SnapshotFile() {}

    /** Writes a snapshot: under another name first, then moved to its own. */
    static void write(Path file, String key, LoadedData data) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(folder, String.valueOf(file.getFileName()), UNFINISHED);
        try {
            try (ColumnWriter out = new ColumnWriter(FileChannel.open(unfinished, StandardOpenOption.WRITE))) {
                out.number(MAGIC);
                out.number(FORMAT);
                out.text(key);
                DatasetColumns.write(data.dataset(), out);
                ReportColumns.write(data.report(), out);
                out.finish();
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Reads a snapshot; an {@link IOException} that says why where it is not whole, or of another format or key. */
    static LoadedData read(Path file, String key) throws IOException {
        try (ColumnReader in = new ColumnReader(FileChannel.open(file, StandardOpenOption.READ))) {
            if (!in.isWhole()) {
                throw new IOException("it is damaged");
            }
            if (in.number64() != MAGIC || in.number() != FORMAT) {
                throw new IOException("it is of another format");
            }
            if (!in.text().equals(key)) {
                throw new IOException("it is of other files or settings");
            }
            return new LoadedData(DatasetColumns.read(in), ReportColumns.read(in));
        }
    }
}
