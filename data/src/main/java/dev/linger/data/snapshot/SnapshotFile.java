package dev.linger.data.snapshot;

import dev.linger.data.InputException;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import dev.linger.data.store.DigestList;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One snapshot: what it is, the format, the key, the data set, the report, the checksum. Beside it stands its SHA-256, in a
 * file of the format of {@code sha256sum}.
 */
final class SnapshotFile {
    /** To be raised whenever the layout here changes, or what the reader of the files makes of equal files. */
    static final int FORMAT = 7;

    private static final Pattern UNFINISHED = Pattern.compile("\\d+-\\d+\\.unfinished");
    private static final String DIGEST = ".sha256";
    private static final long MAGIC = 0x4c494e474552_3a29L;

    private SnapshotFile() {}

    /** Writes a snapshot and its digest: into a folder of their own first, then moved to their place, the snapshot last. */
    static void write(Path file, String key, LoadedData data) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        UnfinishedWork work = UnfinishedWork.begin(folder.resolve(newName()));
        try {
            Path written = Files.createDirectory(work.path()).resolve(file.getFileName());
            try (ColumnWriter out = new ColumnWriter(
                    FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                out.number(MAGIC);
                out.number(FORMAT);
                out.text(key);
                DatasetColumns.write(data.dataset(), out);
                ReportColumns.write(data.report(), out);
                out.finish();
            }
            DigestList.write(digestOf(written), List.of(String.valueOf(file.getFileName())));
            Files.move(digestOf(written), digestOf(file), StandardCopyOption.ATOMIC_MOVE);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            work.discard();
        }
    }

    private static String newName() {
        return ProcessHandle.current().pid() + "-" + System.nanoTime() + ".unfinished";
    }

    /** Removes what killed runs left of snapshots that they were writing. */
    static void removeAbandoned(Path folder) {
        UnfinishedWork.removeAbandoned(folder, UNFINISHED, path -> false);
    }

    /** Reads a snapshot; an {@link IOException} that says why where it is not whole, or of another format or key. */
    static LoadedData read(Path file, String key, DataSource source, WatchRules watch) throws IOException {
        Path digest = digestOf(file);
        if (!Files.isRegularFile(digest)) {
            throw new IOException("it was not finished: there is no " + digest.getFileName());
        }
        try {
            if (!DigestList.checked(digest, "snapshot", "remove it")
                    .byPath()
                    .containsKey(String.valueOf(file.getFileName()))) {
                throw new IOException("it is damaged");
            }
        } catch (InputException damaged) {
            throw new IOException("it is damaged", damaged);
        }
        return checked(file, key, source, watch);
    }

    /** Reads a snapshot that is as it was written, or was made to look so; whatever it holds then is checked. */
    private static LoadedData checked(Path file, String key, DataSource source, WatchRules watch) throws IOException {
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
            LoadedData data = new LoadedData(DatasetColumns.read(in), ReportColumns.read(in));
            if (!in.isAtEnd()) {
                throw new IOException("it holds more than a data set");
            }
            SnapshotChecks.require(data);
            if (!SnapshotKey.of(data.report().files(), source, watch).equals(key)
                    || !data.dataset().zone().equals(ZoneId.of(source.zone()))) {
                throw new IOException("it is of other files or settings than it says");
            }
            return data;
        } catch (RuntimeException impossible) {
            throw new IOException("it holds what no data set holds: " + impossible.getMessage(), impossible);
        }
    }

    /** The file of a snapshot's digest. */
    static Path digestOf(Path file) {
        return file.resolveSibling(file.getFileName() + DIGEST);
    }
}
