package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.run.BuildInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder of generated data. The file {@code generated.txt} tells what it holds and which build made it; it is written
 * last, so a folder without it is unfinished.
 */
final class GeneratedData {
    /** The seed where none is given, and of the data that a run without data takes. */
    static final long SEED = 1;

    private static final String MARK = "generated.txt";

    private final GenerateAction generator;

    GeneratedData(GenerateAction generator) {
        this.generator = generator;
    }

    /** Fills a new or empty folder. */
    void writeNew(Preset preset, long seed, Path folder, Progress progress) {
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new InputException(folder + " is not an empty folder; give --out a new one");
            }
            write(preset, seed, folder, progress);
        } catch (IOException failure) {
            throw cannotWrite(folder, failure);
        }
    }

    /** Fills the folder unless it holds just this data, complete, already. */
    void reuseOrWrite(Preset preset, long seed, Path folder, Progress progress) {
        try {
            Path mark = folder.resolve(MARK);
            if (!Files.exists(mark) || !Files.readString(mark).equals(mark(preset, seed))) {
                Files.deleteIfExists(mark);
                write(preset, seed, folder, progress);
            }
        } catch (IOException failure) {
            throw cannotWrite(folder, failure);
        }
    }

    private void write(Preset preset, long seed, Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        generator.generate(preset, seed, folder, progress);
        Files.writeString(folder.resolve(MARK), mark(preset, seed));
    }

    private static String mark(Preset preset, long seed) {
        return "preset " + preset.label() + ", seed " + seed + ", Linger "
                + BuildInfo.current().version() + "\n";
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static InputException cannotWrite(Path folder, IOException failure) {
        return new InputException(
                folder + " cannot be written (" + failure + "); give an --out that can be written", failure);
    }
}
