package dev.linger.spark.rank;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something fitted on its way to other machines, as the files in which it is kept.
 *
 * @param files by their paths
 */
record Parcel(TreeMap<String, byte[]> files) implements Serializable {
    private static final long serialVersionUID = 1;

    /** What is written into the files. */
    @FunctionalInterface
    interface Content {
        void writeTo(ModelWriter to) throws IOException;
    }

    static Parcel of(Content content) {
        return inNewFolder(folder -> {
            try {
                ModelWriter to = ModelWriter.create(folder);
                content.writeTo(to);
                to.finish();
                TreeMap<String, byte[]> files = new TreeMap<>();
                for (Path file : filesIn(folder)) {
                    files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
                return new Parcel(files);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** What is read from the files. */
    <T> T read(Function<ModelReader, T> content) {
        return inNewFolder(folder -> {
            try {
                for (String path : files.keySet()) {
                    Path file = folder.resolve(path);
                    Files.createDirectories(file.getParent());
                    Files.write(file, files.get(path));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return content.apply(ModelReader.open(folder));
        });
    }

    private static <T> T inNewFolder(Function<Path, T> task) {
        try {
            Path folder = Files.createTempDirectory("linger-sent");
            try {
                return task.apply(folder);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
