package dev.linger.benchmarks;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where data, runs and what they print go: a new folder that stays, or a temporary one that is deleted on closing.
 *
 * @param path the folder, which exists
 * @param temporary whether it is deleted
 */
public record WorkFolder(Path path, boolean temporary) implements AutoCloseable {
    /**
     * The folder of this name, or a temporary one.
     *
     * @throws InputException if the named folder is there already or cannot be made
     */
    public static WorkFolder of(@Nullable Path named) {
        try {
            if (named == null) {
                return new WorkFolder(Files.createTempDirectory("linger-stages-"), true);
            }
            if (Files.exists(named)) {
                throw new InputException(named + " is there already; --out names a new folder");
            }
            return new WorkFolder(Files.createDirectories(named), false);
        } catch (IOException failure) {
            throw new InputException("no folder can be made for the runs (" + failure + ")", failure);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            delete(path);
        }
    }

    /** Deletes a folder and all in it. */
    static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be deleted (" + failure + ")", failure);
        }
    }
}
