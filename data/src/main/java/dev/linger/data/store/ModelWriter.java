package dev.linger.data.store;

import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes the files of a fitted model into a folder. A part gets a writer of its own folder and does not know what lies beside
 * it. {@link #finish} ends the model with the {@link DigestList} of every file: a folder without it is unfinished.
 */
public final class ModelWriter {
    private final Path root;
    private final String prefix;
    private final Set<String> written;

    private ModelWriter(Path root, String prefix, Set<String> written) {
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
        return new ModelWriter(folder, "", new TreeSet<>());
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
        if (!written.add(path)) {
            throw new IllegalStateException("the model has a file " + path + " already");
        }
        return file;
    }

    /** Writes the digests of all files; call it once, on the writer of the whole model, last. */
    public void finish() throws IOException {
        DigestList.write(root.resolve(DigestList.NAME), written);
    }

    /** Writes the columns of one file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(ColumnWriter out) throws IOException;
    }
}
