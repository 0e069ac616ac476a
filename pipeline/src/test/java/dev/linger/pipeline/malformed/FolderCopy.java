package dev.linger.pipeline.malformed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A copy of a folder in which single files are changed, and put back. */
final class FolderCopy {
    private final Path folder;
    private final Map<String, byte[]> files = new TreeMap<>();

    /** @param wanted which files are copied, by the path from the folder */
    FolderCopy(Path original, Path folder, Predicate<String> wanted) throws IOException {
        this.folder = folder;
        try (Stream<Path> all = Files.walk(original)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = original.relativize(file).toString().replace('\\', '/');
                if (wanted.test(path)) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        files.keySet().forEach(this::restore);
    }

    Path folder() {
        return folder;
    }

    /** The bytes of each file as it should be, by its path from the folder. */
    Map<String, byte[]> files() {
        return files;
    }

    void put(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes a file away; there may be none. */
    void delete(String path) {
        try (Stream<Path> below =
                Files.exists(folder.resolve(path)) ? Files.walk(folder.resolve(path)) : Stream.empty()) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts a folder in the place of a file. */
    void makeFolder(String path) {
        try {
            delete(path);
            Files.createDirectories(folder.resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes a file what it should be; one that should not be is gone. */
    void restore(String path) {
        delete(path);
        byte[] bytes = files.get(path);
        if (bytes != null) {
            put(path, bytes);
        }
    }
}
