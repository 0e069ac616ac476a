package dev.linger.pipeline;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.synthetic.Preset;
import dev.linger.data.synthetic.SyntheticData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Generated data sets, each written once for all tests. */
final class Worlds {
    private static final Map<Preset, Path> WRITTEN = new EnumMap<>(Preset.class);

    private Worlds() {}

    static synchronized Path of(Preset preset) {
        return WRITTEN.computeIfAbsent(preset, Worlds::write);
    }

    private static Path write(Preset preset) {
        try {
            Path root = Files.createTempDirectory("linger-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            Path folder = root.resolve("data");
            SyntheticData.generate(preset, new Seed(1), folder, Progress.SILENT);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
