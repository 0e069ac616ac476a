package dev.linger.features.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Two folders of the same files. */
final class SameFiles {
    private SameFiles() {}

    static void require(Path one, Path other) throws IOException {
        assertEquals(names(one), names(other));
        for (Path name : names(one)) {
            assertEquals(-1, Files.mismatch(one.resolve(name), other.resolve(name)), name.toString());
        }
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
