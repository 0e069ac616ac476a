package dev.linger.data.store;

import dev.linger.data.InputException;
import dev.linger.data.columns.ColumnReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the files of a model that {@link ModelWriter} wrote, all of which have been checked against their digests. */
public final class ModelReader {
    private final Path root;
    private final String prefix;
    private final Set<String> files;

    private ModelReader(Path root, String prefix, Set<String> files) {
        this.root = root;
        this.prefix = prefix;
        this.files = files;
    }

    /**
     * Opens a model.
     *
     * @throws InputException where the folder is no finished model, or a file of it is missing, damaged or too many
     */
    public static ModelReader open(Path folder) {
        Path digests = folder.resolve(DigestList.NAME);
        if (!Files.isRegularFile(digests)) {
            throw new InputException(folder + " holds no finished model: there is no " + DigestList.NAME
                    + " in it; name the folder model of a finished run");
        }
        try {
            Set<String> files = DigestList.checked(digests, "model", "fit it again")
                    .byPath()
                    .keySet();
            requireNoOthers(folder, files);
            return new ModelReader(folder, "", files);
        } catch (IOException failure) {
            throw new InputException(folder + ": the model cannot be read (" + failure + ")", failure);
        }
    }

    private static void requireNoOthers(Path folder, Set<String> files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(DigestList.NAME) && !files.contains(path))
                    .findFirst()
                    .ifPresent(path -> {
                        throw new InputException(folder + ": " + path + " is not listed in " + DigestList.NAME
                                + "; copy the whole model again, or take the file away where it is not of the model");
                    });
        }
    }

    /** The reader of a part, whose files lie in a folder of this name. */
    public ModelReader part(String name) {
        return new ModelReader(root, prefix + name + "/", files);
    }

    /** Whether the model has a file of this name. */
    public boolean has(String name) {
        return files.contains(prefix + name);
    }

    /** Whether the model has a part of this name, with a file in it. */
    public boolean hasPart(String name) {
        return files.stream().anyMatch(file -> file.startsWith(prefix + name + "/"));
    }

    /**
     * What is read from a file of columns, all of which must be read.
     *
     * @throws InputException where the file is missing or not what the part writes
     */
    public <T> T columns(String name, Content<T> content) {
        Path file = file(name);
        try (ColumnReader in = new ColumnReader(FileChannel.open(file))) {
            if (!in.isWhole()) {
                throw new InputException(file + ": does not end with its checksum; fit the model again");
            }
            T read = content.readFrom(in);
            if (!in.isAtEnd()) {
                throw new InputException(file + ": is longer than what belongs into it; fit the model again");
            }
            return read;
        } catch (InputException told) {
            throw told;
        } catch (IOException | RuntimeException failure) {
            throw new InputException(
                    file + ": not what was written here (" + failure.getMessage()
                            + "); fit the model again with this version",
                    failure);
        }
    }

    /** The content of a file of text. */
    public String text(String name) {
        Path file = file(name);
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        }
    }

    /** Where a file is, as messages name it. */
    public Path path(String name) {
        return root.resolve(prefix + name);
    }

    private Path file(String name) {
        if (!has(name)) {
            throw new InputException(
                    root + ": the model has no file " + prefix + name + "; fit it again with this version");
        }
        return path(name);
    }

    /** Reads the columns of one file. */
    @FunctionalInterface
    public interface Content<T> {
        T readFrom(ColumnReader in) throws IOException;
    }
}
