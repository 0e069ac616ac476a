package dev.linger.pipeline.run;

import dev.linger.data.InputException;
import dev.linger.data.store.DigestList;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of one run, {@code runs/20261121-101500-default}. A file stands in it complete or not at all, and is written
 * once. Until it is closed, a mark beside it says that it is unfinished; what runs left that were killed is removed when the
 * next one makes its folder.
 */
public final class RunFolder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern NAMES = Pattern.compile("\\d{8}-\\d{6}-.+");
    private static final String UNFINISHED = ".unfinished";

    private final UnfinishedWork work;
    private final List<Path> removed;
    private final List<String> written = new ArrayList<>();

    private RunFolder(UnfinishedWork work, List<Path> removed) {
        this.work = work;
        this.removed = List.copyOf(removed);
    }

    /**
     * Makes the folder of a run. A run that another of the same second is ahead of gets "-2" after its name, or the next
     * number that is free.
     *
     * @param out the folder of all runs, made where it does not exist
     * @param started names the run, in UTC
     * @param configName names the run
     * @throws InputException if the folder cannot be made
     */
    public static RunFolder create(Path out, Instant started, String configName) {
        if (Files.isRegularFile(out)) {
            throw new InputException(out + " is a file; --out names a folder");
        }
        String name = TIME.format(started) + "-" + configName;
        try {
            Files.createDirectories(out);
            List<Path> removed =
                    UnfinishedWork.removeAbandoned(out, NAMES, run -> Files.exists(run.resolve(RunSeal.MANIFEST)));
            Optional<UnfinishedWork> work = begun(out.resolve(name));
            for (int next = 2; work.isEmpty(); next++) {
                work = begun(out.resolve(name + "-" + next));
            }
            return new RunFolder(work.get(), removed);
        } catch (IOException failure) {
            throw new InputException(
                    "the run folder " + out.resolve(name) + " cannot be made (" + failure
                            + "); give an --out that can be written",
                    failure);
        }
    }

    /** The new folder of this path; empty where the name is taken. */
    private static Optional<UnfinishedWork> begun(Path path) throws IOException {
        if (Files.exists(path)) {
            return Optional.empty();
        }
        try {
            UnfinishedWork work = UnfinishedWork.begin(path);
            try {
                Files.createDirectory(path);
                return Optional.of(work);
            } catch (IOException failure) {
                work.close();
                throw failure;
            }
        } catch (FileAlreadyExistsException taken) {
            return Optional.empty();
        }
    }

    public Path path() {
        return work.path();
    }

    /** The folders of runs that were killed, removed when this one was made. */
    public List<Path> removed() {
        return removed;
    }

    /** Writes a file of this text. */
    public Path write(String name, String text) {
        return write(name, writer -> writer.write(text));
    }

    /**
     * Writes a file, UTF-8: under another name first, then moved to its own.
     *
     * @param name the file, "tables/stages.csv" for one in a subfolder
     * @throws InputException if it cannot be written
     */
    public Path write(String name, Content content) {
        Path made = writeRecord(name, content);
        written.add(name);
        return made;
    }

    /** Writes a file of this text that tells times or places, so that two runs which found the same differ in it. */
    public Path writeRecord(String name, String text) {
        return writeRecord(name, writer -> writer.write(text));
    }

    private Path writeRecord(String name, Content content) {
        return appear(name, unfinished -> {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                content.writeTo(writer);
            }
        });
    }

    /**
     * Has a folder of files with digests written: under another name first, then moved to its own.
     *
     * @throws InputException if it cannot be written
     */
    public Path writeFolder(String name, FolderContent content) {
        Path made = appear(name, content);
        written.add(name + "/" + DigestList.NAME);
        return made;
    }

    private Path appear(String name, FolderContent content) {
        Path file = path().resolve(name);
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is written already");
        }
        Path unfinished = path().resolve(name + UNFINISHED);
        try {
            Files.createDirectories(unfinished.getParent());
            try {
                content.writeTo(unfinished);
                return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                UnfinishedWork.deleteTree(unfinished);
            }
        } catch (IOException failure) {
            throw cannotBeWritten(file, failure);
        }
    }

    private static InputException cannotBeWritten(Path file, IOException failure) {
        return new InputException(
                file + " cannot be written (" + failure + "); give an --out that can be written and has room", failure);
    }

    /** Writes the digests of all that was written, then the manifest; the run is finished. */
    public void finish(String manifest) {
        try {
            writeRecord(RunSeal.MANIFEST, RunSeal.seal(path(), written, manifest));
        } catch (IOException failure) {
            throw cannotBeWritten(path().resolve(DigestList.NAME), failure);
        }
    }

    /** Removes the folder. */
    public void discard() {
        try {
            work.discard();
        } catch (IOException failure) {
            throw new InputException(path() + " cannot be removed (" + failure + ")", failure);
        }
    }

    /** Leaves the folder as it is. */
    public void close() {
        try {
            work.close();
        } catch (IOException failure) {
            throw new InputException("the mark beside " + path() + " cannot be removed (" + failure + ")", failure);
        }
    }

    /** Writes a file or folder of this path. */
    @FunctionalInterface
    public interface FolderContent {
        void writeTo(Path unfinished) throws IOException;
    }

    /** What stands in a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }
}
