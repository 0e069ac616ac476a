package dev.linger.pipeline.run;

import dev.linger.data.InputException;
import java.io.IOException;
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
 * once; what a killed run leaves half written ends in {@code .unfinished}.
 */
public final class RunFolder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
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
            Path path = out.resolve(name);
            for (int next = 2; !isMade(path); next++) {
                path = out.resolve(name + "-" + next);
            }
            return new RunFolder(path);
        } catch (IOException failure) {
            throw new InputException(
                    "the run folder " + out.resolve(name) + " cannot be made (" + failure
                            + "); give an --out that can be written",
                    failure);
        }
    }

    private static boolean isMade(Path path) throws IOException {
        try {
            Files.createDirectory(path);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    public Path path() {
        return path;
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
        Path file = path.resolve(name);
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is written already");
        }
        Path unfinished = path.resolve(name + ".unfinished");
        try {
            Files.createDirectories(unfinished.getParent());
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                content.writeTo(writer);
            }
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new InputException(
                    file + " cannot be written (" + failure + "); give an --out that can be written and has room",
                    failure);
        }
    }

    /** What stands in a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }
}
