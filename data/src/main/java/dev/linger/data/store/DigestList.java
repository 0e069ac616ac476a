package dev.linger.data.store;

import dev.linger.data.InputException;
import dev.linger.data.Workers;
import dev.linger.data.csv.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The SHA-256 of files of a folder, as a file of lines in the format of {@code sha256sum}: digest, two spaces, path from
 * that folder. It is written after all the files that it lists, and complete or not at all.
 *
 * @param file the file of digests, whose folder the paths begin at
 * @param byPath digest of each path
 */
public record DigestList(Path file, Map<String, String> byPath) {
    /** The usual name of such a file. */
    public static final String NAME = "SHA256SUMS";

    private static final String MISSING = "";
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64}  [A-Za-z0-9._-][A-Za-z0-9._/-]*");

    public DigestList {
        byPath = Collections.unmodifiableMap(new TreeMap<>(byPath));
    }

    /** Takes the digests of these files and writes them, ordered by path. */
    public static DigestList write(Path file, Collection<String> paths) throws IOException {
        StringBuilder lines = new StringBuilder();
        Map<String, String> byPath = new TreeMap<>();
        for (String path : new TreeSet<>(paths)) {
            String digest = Sha256.of(file.resolveSibling(path));
            String line = digest + "  " + path;
            if (!LINE.matcher(line).matches()) {
                throw new IllegalArgumentException("a path of " + file + " has other characters: " + path);
            }
            byPath.put(path, digest);
            lines.append(line).append('\n');
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.writeString(partial, lines);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
        return new DigestList(file, byPath);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param what the digests are of, "model" or "run"
     * @param remedy what to do where the files are damaged, "fit it again"
     * @throws InputException where a line is not one of a digest and a path inside the folder, or a file that is listed is
     *     missing or not as it was written
     */
    public static DigestList checked(Path file, String what, String remedy) throws IOException {
        Map<String, String> byPath = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            if (!LINE.matcher(line).matches() || line.contains("..")) {
                String shown = line.substring(0, Math.min(line.length(), 80)).replaceAll("[^ -~]", "?");
                throw new InputException(file + ": not a line of a digest and a path: " + shown + "; the " + what
                        + " is damaged, " + remedy);
            }
            byPath.put(line.substring(66), line.substring(0, 64));
        }
        DigestList digests = new DigestList(file, byPath);
        List<String> paths = List.copyOf(digests.byPath.keySet());
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            List<String> found = workers.map(paths.size(), at -> digest(file.resolveSibling(paths.get(at))));
            for (int at = 0; at < paths.size(); at++) {
                digests.check(paths.get(at), found.get(at), what, remedy);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return digests;
    }

    /** {@link #MISSING} where there is no such file. */
    private static String digest(Path listed) {
        try {
            return Files.isRegularFile(listed) ? Sha256.of(listed) : MISSING;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void check(String path, String found, String what, String remedy) {
        Path listed = file.resolveSibling(path);
        if (found.equals(MISSING)) {
            throw new InputException(
                    file.getParent() + ": the " + what + " lacks its file " + path + "; copy the whole folder");
        }
        if (!found.equals(byPath.get(path))) {
            throw new InputException(listed + ": not as it was written (its SHA-256 differs from that in "
                    + file.getFileName() + "); copy the " + what + " again or " + remedy);
        }
    }
}
