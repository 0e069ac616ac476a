package dev.linger.data.snapshot;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** A folder of snapshots, one file a key; those used last are kept. */
public final class Snapshots {
    static final int KEPT = 4;
    private static final String ENDING = ".snapshot";

    private final Path folder;

    /** @param folder need not exist */
    public Snapshots(Path folder) {
        this.folder = folder;
    }

    /**
     * A data set and where it came from.
     *
     * @param data the data set, the same from either
     * @param notes lines for people: whether a snapshot was read or written, and why not
     */
    public record Loaded(LoadedData data, List<String> notes) {
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The data set in the directory: from its snapshot where there is one that is whole, else from its files, and then a
     * snapshot of it is written. A folder that cannot be written stops nothing.
     *
     * @throws dev.linger.data.InputException as {@link DataSource#read}
     */
    public Loaded load(Path directory, DataSource source, WatchRules watch, Progress progress) {
        SnapshotFile.removeAbandoned(folder);
        List<String> notes = new ArrayList<>();
        if (!kept().isEmpty()) {
            String key = SnapshotKey.of(source.digests(directory, progress), source, watch);
            Path file = folder.resolve(key + ENDING);
            if (Files.exists(file)) {
                try {
                    LoadedData data = SnapshotFile.read(file, key, source, watch);
                    use(file);
                    return new Loaded(data, List.of("data: from the snapshot " + file));
                } catch (IOException unusable) {
                    notes.add("data: the snapshot " + file + " is left aside: " + reason(unusable));
                }
            }
        }
        LoadedData data = source.read(directory, watch, progress);
        notes.add("data: from the files, " + keep(data, source, watch));
        removeOld();
        return new Loaded(data, notes);
    }

    /** Writes the snapshot of a data set; says what came of it. */
    private String keep(LoadedData data, DataSource source, WatchRules watch) {
        // Of the bytes that were read, whatever the files hold by now.
        String key = SnapshotKey.of(data.report().files(), source, watch);
        Path file = folder.resolve(key + ENDING);
        try {
            SnapshotFile.write(file, key, data);
            return "kept for other runs as the snapshot " + file;
        } catch (IOException failure) {
            return "no snapshot of it could be written: " + reason(failure);
        }
    }

    /** Leaves the snapshots used last. */
    private void removeOld() {
        kept().stream().skip(KEPT).forEach(Snapshots::remove);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(SnapshotFile.digestOf(file));
        } catch (IOException inUse) {
            // the next run tries again
        }
    }

    /** The snapshots, that used last first. */
    private List<Path> kept() {
        TreeMap<FileTime, List<Path>> byUse = new TreeMap<>(Collections.reverseOrder());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                byUse.computeIfAbsent(Files.getLastModifiedTime(file), time -> new ArrayList<>())
                        .add(file);
            }
        } catch (IOException | DirectoryIteratorException none) {
            return List.of();
        }
        return byUse.values().stream()
                .flatMap(files -> files.stream().sorted(Comparator.naturalOrder()))
                .toList();
    }

    private static void use(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException unimportant) {
            // it may then be removed before others
        }
    }

    private static String reason(IOException failure) {
        return InputException.shown(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
}
