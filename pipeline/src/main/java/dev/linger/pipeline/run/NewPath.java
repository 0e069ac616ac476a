package dev.linger.pipeline.run;

import dev.linger.data.InputException;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * A file or folder that is being made: written under another name, then moved to its own, so that it is there complete or not at
 * all. What a killed process left is removed by the next of the same name.
 */
public final class NewPath implements AutoCloseable {
    private static final String UNFINISHED = ".unfinished";

    private final Path path;
    private final UnfinishedWork work;

    private NewPath(Path path, UnfinishedWork work) {
        this.path = path;
        this.work = work;
    }

    /**
     * Begins a file or folder.
     *
     * @throws InputException where there is something of this name, another process is making it, or nothing can be written
     */
    public static NewPath begin(Path given) {
        Path path = given.toAbsolutePath().normalize();
        Path name = path.getFileName();
        if (name == null || Files.exists(path)) {
            throw new InputException(given + " is there already; name another place, or move it away first");
        }
        String unfinished = name + UNFINISHED;
        try {
            Path folder = Files.createDirectories(path.resolveSibling(""));
            UnfinishedWork.removeAbandoned(folder, Pattern.compile(Pattern.quote(unfinished)), left -> false);
            return new NewPath(path, UnfinishedWork.begin(folder.resolve(unfinished)));
        } catch (FileAlreadyExistsException taken) {
            throw new InputException(
                    "another process is writing " + given + "; wait for it, or name another place", taken);
        } catch (IOException failure) {
            throw cannotBeWritten(given, failure);
        }
    }

    /** A file beside it, of its name with an ending. */
    public Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** Has it written and moves it to its name. */
    public void finish(Content content) {
        try {
            UnfinishedWork.deleteTree(work.path());
            content.writeTo(work.path());
            Files.move(work.path(), path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw cannotBeWritten(path, failure);
        }
    }

    private static InputException cannotBeWritten(Path path, IOException failure) {
        return new InputException(
                path + " cannot be written (" + failure + "); name a place that can be written and has room", failure);
    }

    /** Leaves nothing that is not finished. */
    @Override
    public void close() {
        try {
            work.discard();
        } catch (IOException failure) {
            throw cannotBeWritten(path, failure);
        }
    }

    /** Writes the file or folder. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param path where there is nothing yet
         */
        void writeTo(Path path) throws IOException;
    }
}
