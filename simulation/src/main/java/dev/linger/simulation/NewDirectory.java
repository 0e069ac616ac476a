package dev.linger.simulation;

import dev.linger.data.InputException;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory that appears with all its files or not at all: they are written into a sibling directory, which is renamed
 * when they are complete.
 */
final class NewDirectory {
    private static final Pattern PARTIAL = Pattern.compile(".+\\.partial-\\d+-\\d+");

    private final Path target;

    /** @throws InputException if the target exists and is not an empty directory */
    NewDirectory(Path target) {
        this.target = target.toAbsolutePath().normalize();
        if (Files.exists(this.target) && !isEmptyDirectory()) {
            throw new InputException("cannot write data into " + this.target
                    + ": it exists and is not an empty directory; name another one or remove it");
        }
    }

    private boolean isEmptyDirectory() {
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        } catch (IOException failure) {
            throw new InputException("cannot look into " + target + ": " + failure, failure);
        }
    }

    /** Has the files written and lets them appear; removes what killed processes have left beside the target. */
    void fill(Content content) {
        try {
            Path parent = Files.createDirectories(target.getParent());
            UnfinishedWork.removeAbandoned(parent, PARTIAL, path -> false);
            UnfinishedWork partial =
                    UnfinishedWork.begin(parent.resolve(target.getFileName() + ".partial-" + newName()));
            try {
                content.writeInto(Files.createDirectory(partial.path()));
                Files.deleteIfExists(target);
                Files.move(partial.path(), target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                partial.discard();
            }
        } catch (IOException | UncheckedIOException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new InputException(
                    "cannot write data into " + target + ": " + cause
                            + "; name a folder that can be written and has room",
                    failure);
        }
    }

    /** Not the process id alone: in a container it is the same each time, also after a run that was killed in here. */
    private static String newName() {
        return ProcessHandle.current().pid() + "-" + System.nanoTime();
    }

    /** Writes the files into a directory that exists and is empty. */
    @FunctionalInterface
    interface Content {
        void writeInto(Path directory) throws IOException;
    }
}
