package dev.linger.pipeline.run;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The folder of one run, {@code runs/20261121-101500-default}. A file stands in it complete or not at all, and is written
 * once.
 */
public final class RunFolder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder of a run.
     *
     * @param out the folder of all runs, made where it does not exist
     * @param started names the run, in UTC
     * @param configName names the run
     * @throws InputException if the folder exists already or cannot be made
     */
    public static RunFolder create(Path out, Instant started, String configName) {
        Path path = out.resolve(TIME.format(started) + "-" + configName);
        if (Files.isRegularFile(out)) {
            throw new InputException(out + " is a file; --out names a folder");
        }
        try {
            Files.createDirectories(out);
            return new RunFolder(Files.createDirectory(path));
        } catch (FileAlreadyExistsException exists) {
            throw new InputException(
                    exists.getFile() + " exists already and is not overwritten; give another --out", exists);
        } catch (IOException failure) {
            throw new InputException(
                    "the run folder " + path + " cannot be made (" + failure + "); give an --out that can be written",
                    failure);
        }
    }

    public Path path() {
        return path;
    }

    /** Writes a file of this text. */
    public Path write(String name, String text) {
        return write(name, writer -> writer.write(text));
    }

    /** Writes a file, UTF-8: under another name first, then moved to its own. */
    public Path write(String name, Content content) {
        Path file = path.resolve(name);
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is written already");
        }
        Path unfinished = path.resolve(name + ".unfinished");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                content.writeTo(writer);
            }
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be written: " + failure, failure);
        }
    }

    /** What stands in a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }
}
