package dev.linger.data.store;

import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.csv.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the files of a fitted model into a folder. A part gets a writer of its own folder and does not know what lies beside
 * it. {@link #finish} ends the model with {@value #DIGESTS}, the SHA-256 of every file in the format of {@code sha256sum}:
 * a folder without it is unfinished.
 */
public final class ModelWriter {
    static final String DIGESTS = "SHA256SUMS";

    private final Path root;
    private final String prefix;
    private final Map<String, Path> written;

    private ModelWriter(Path root, String prefix, Map<String, Path> written) {
        this.root = root;
        this.prefix = prefix;
        this.written = written;
    }

    /** A new model in a folder, which is made and must be empty. */
    public static ModelWriter create(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new IOException(folder + " is not empty");
            }
        }
        return new ModelWriter(folder, "", new TreeMap<>());
    }

    /** The writer of a part, whose files lie in a folder of this name. */
    public ModelWriter part(String name) {
        return new ModelWriter(root, prefix + name + "/", written);
    }

    /** Writes a new file of columns. */
    public void columns(String name, Content content) throws IOException {
        Path file = newFile(name);
        try (ColumnWriter out =
                new ColumnWriter(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            content.writeTo(out);
            out.finish();
        }
    }

    /** Writes a new file of text in UTF-8. */
    public void text(String name, String content) throws IOException {
        Files.writeString(newFile(name), content, StandardOpenOption.CREATE_NEW);
    }

    private Path newFile(String name) throws IOException {
        String path = prefix + name;
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        if (written.put(path, file) != null) {
            throw new IllegalStateException("the model has a file " + path + " already");
        }
        return file;
    }

    /** Writes the digests of all files; call it once, on the writer of the whole model, last. */
    public void finish() throws IOException {
        StringBuilder digests = new StringBuilder();
        for (Map.Entry<String, Path> file : written.entrySet()) {
            digests.append(Sha256.of(file.getValue()))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        Path unfinished = root.resolve(DIGESTS + ".partial");
        Files.writeString(unfinished, digests);
        Files.move(unfinished, root.resolve(DIGESTS), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes the columns of one file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(ColumnWriter out) throws IOException;
    }
}
