package dev.linger.pipeline.cache;

import dev.linger.data.InputException;
import dev.linger.data.store.DigestList;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a {@link StepCache} as people see it: its entries, what room they take, and when each was used last. */
public final class CacheFolder {
    /** What room a run leaves to the entries: 10 GiB. */
    public static final long MOST_BYTES = 10L << 30;

    /** Where the files of the value are, within an entry. */
    static final String VALUE = "value";

    private static final Pattern UNFINISHED = Pattern.compile("\\d+-\\d+\\.unfinished");
    private static final Pattern ENTRY = Pattern.compile("([a-z0-9-]+)-[0-9a-f]{32}");

    private CacheFolder() {}

    /**
     * An entry.
     *
     * @param step what was made
     * @param bytes of all its files
     * @param lastUsed when it was last written or read
     */
    public record Entry(Path path, String step, long bytes, Instant lastUsed) {
        /** Why it cannot be used; empty where it is as it was written. */
        public String damage() {
            try {
                EntryNote.read(ModelReader.open(path));
                return "";
            } catch (InputException damaged) {
                return String.valueOf(damaged.getMessage());
            }
        }

        public void remove() {
            CacheFolder.remove(path);
        }
    }

    /** The entries of a folder, used last first; none where there is no such folder. */
    public static List<Entry> entries(Path folder) {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                var name = ENTRY.matcher(String.valueOf(path.getFileName()));
                if (name.matches() && Files.isDirectory(path)) {
                    entries.add(new Entry(path, name.group(1), bytes(path), lastUsed(path)));
                }
            }
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be read (" + failure + ")", failure);
        }
        entries.sort(Comparator.comparing(Entry::lastUsed).reversed().thenComparing(Entry::path));
        return entries;
    }

    /**
     * Removes the entries that were used longest ago, until the others take no more room than this.
     *
     * @return what was removed
     */
    public static List<Entry> prune(Path folder, long mostBytes) {
        List<Entry> removed = new ArrayList<>();
        long bytes = 0;
        for (Entry entry : entries(folder)) {
            bytes += entry.bytes();
            if (bytes > mostBytes) {
                entry.remove();
                removed.add(entry);
            }
        }
        return removed;
    }

    private static long bytes(Path entry) throws IOException {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (UncheckedIOException removedMeanwhile) {
            return 0;
        }
    }

    private static Instant lastUsed(Path entry) {
        try {
            return Files.getLastModifiedTime(entry.resolve(DigestList.NAME)).toInstant();
        } catch (IOException unfinished) {
            return Instant.EPOCH;
        }
    }

    static void use(Path entry) {
        try {
            Files.setLastModifiedTime(entry.resolve(DigestList.NAME), FileTime.from(Instant.now()));
        } catch (IOException unimportant) {
            // it may then be removed before others
        }
    }

    static void remove(Path entry) {
        try {
            UnfinishedWork.deleteTree(entry);
        } catch (IOException inUse) {
            // it is found again, and made again beside it
        }
    }

    static String unfinishedName() {
        return ProcessHandle.current().pid() + "-" + System.nanoTime() + ".unfinished";
    }

    /** Removes what killed runs left of entries that they were writing. */
    static void removeAbandoned(Path folder) {
        UnfinishedWork.removeAbandoned(folder, UNFINISHED, path -> false);
    }
}
