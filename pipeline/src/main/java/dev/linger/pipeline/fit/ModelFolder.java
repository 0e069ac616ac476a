package dev.linger.pipeline.fit;

import dev.linger.data.InputException;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * The folder of a model that is being made: written under another name, then moved to its own, so that it is there complete or
 * not at all. What a killed fit left is removed by the next of the same name.
 */
final class ModelFolder implements AutoCloseable {
    private static final String UNFINISHED = ".unfinished";

    private final Path model;
    private final UnfinishedWork work;

    private ModelFolder(Path model, UnfinishedWork work) {
        this.model = model;
        this.work = work;
    }

    /**
     * Begins a model.
     *
     * @throws InputException where there is something of this name, another fit is making it, or nothing can be written
     */
    static ModelFolder begin(Path given) {
        Path model = given.toAbsolutePath().normalize();
        Path name = model.getFileName();
        if (name == null || Files.exists(model)) {
            throw new InputException(given + " is there already; give an --out that is not, or move it away first");
        }
        String unfinished = name + UNFINISHED;
        try {
            Path folder = Files.createDirectories(model.resolveSibling(""));
            UnfinishedWork.removeAbandoned(folder, Pattern.compile(Pattern.quote(unfinished)), left -> false);
            return new ModelFolder(model, UnfinishedWork.begin(folder.resolve(unfinished)));
        } catch (FileAlreadyExistsException taken) {
            throw new InputException("another fit is writing " + given + "; wait for it or give another --out", taken);
        } catch (IOException failure) {
            throw cannotBeWritten(given, failure);
        }
    }

    /** The file beside the model that tells how it was made. */
    Path log() {
        return model.resolveSibling(model.getFileName() + ".log");
    }

    /** Has the model written and moves it to its name. */
    void finish(Content content) {
        try {
            UnfinishedWork.deleteTree(work.path());
            content.writeTo(work.path());
            Files.move(work.path(), model, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw cannotBeWritten(model, failure);
        }
    }

    private static InputException cannotBeWritten(Path model, IOException failure) {
        return new InputException(
                model + " cannot be written (" + failure + "); give an --out that can be written and has room",
                failure);
    }

    /** Leaves nothing that is not finished. */
    @Override
    public void close() {
        try {
            work.discard();
        } catch (IOException failure) {
            throw cannotBeWritten(model, failure);
        }
    }

    /** Writes the files of a model into a new folder. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path folder) throws IOException;
    }
}
