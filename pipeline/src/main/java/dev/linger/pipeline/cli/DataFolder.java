package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder that a run reads: the one named, or that of the demo data, which is generated when it is asked for. */
final class DataFolder {
    private DataFolder() {}

    /**
     * @param named what {@code --data} gives
     * @param out the folder of all runs
     * @throws InputException if a folder is named that is not there
     */
    static Supplier<Path> of(@Nullable Path named, Path out, Progress progress) {
        if (named == null) {
            return () -> DemoData.below(out, progress);
        }
        if (!Files.isDirectory(named) && !Files.isRegularFile(named)) {
            throw new InputException("there is no file or folder " + named
                    + "; --data names the folder that holds the data set's files, or a table of plays, and without it demo"
                    + " data is used");
        }
        return () -> named;
    }
}
