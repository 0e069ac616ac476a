package dev.linger.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of this process alone among the temporary files, into which a library unpacks its native code. What a killed
 * process left is removed by the next one that makes a folder of the same purpose.
 */
public final class TemporaryFolder implements AutoCloseable {
    private final UnfinishedWork work;

    private TemporaryFolder(UnfinishedWork work) {
        this.work = work;
    }

    /**
     * Makes a folder.
     *
     * @param purpose letters and dashes, with which its name begins
     */
    public static TemporaryFolder create(String purpose) throws IOException {
        Path folder = Files.createTempDirectory(purpose);
        Pattern names = Pattern.compile(Pattern.quote(purpose) + "\\d+");
        UnfinishedWork.removeAbandoned(folder.resolveSibling(""), names, path -> false);
        return new TemporaryFolder(UnfinishedWork.begin(folder));
    }

    public Path path() {
        return work.path();
    }

    /** What lies in it, by name. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path())) {
            return files.sorted().toList();
        }
    }

    /** Removes it. Linux and macOS let a loaded library be deleted; elsewhere it is left for the end of the process. */
    @Override
    public void close() throws IOException {
        try (work) {
            List<Path> files = files();
            path().toFile().deleteOnExit();
            for (Path file : files) {
                try {
                    Files.delete(file);
                } catch (IOException inUse) {
                    file.toFile().deleteOnExit();
                }
            }
            if (files.stream().noneMatch(Files::exists)) {
                Files.delete(path());
            }
        }
    }
}
