package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.simulation.Preset;
import dev.linger.simulation.SyntheticData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Generated data, written and read once for all tests of the process, in a folder that goes when it ends. */
public final class SyntheticFolder {
    public static final String LOG = "big_matrix.csv";
    public static final String DAILY = "item_daily_features.csv";

    private static final Path FOLDER = temporaryFolder();

    private SyntheticFolder() {}

    /** 300 users with clear tastes, no small matrix. */
    public static Path topics() {
        return Topics.FOLDER;
    }

    /** A feed with every file and trap of the real one. */
    public static Path demo() {
        return Demo.FOLDER;
    }

    /** The same with every fifth user alone. */
    public static Path smallDemo() {
        return SmallDemo.FOLDER;
    }

    public static Dataset read(Path folder) {
        LingerConfig config = LingerConfig.resolve(Optional.empty(), List.of()).value();
        return config.data().read(folder, config.watch(), Progress.SILENT).dataset();
    }

    /** A new empty folder beside the data. */
    public static Path newFolder(String name) {
        try {
            return Files.createTempDirectory(FOLDER, name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A copy of the files with each line below a header changed as its file's change says; null drops the line. */
    public static Path copy(Path data, String name, Function<String, UnaryOperator<String>> changeOfFile) {
        Path copy = newFolder(name);
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                String fileName = file.getFileName().toString();
                List<String> lines = Files.readAllLines(file);
                UnaryOperator<String> change = changeOfFile.apply(fileName);
                Stream<String> changed = lines.stream().skip(1).map(change).filter(line -> line != null);
                Files.write(
                        copy.resolve(fileName),
                        Stream.concat(lines.stream().limit(1), changed).toList());
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path generate(Preset preset) {
        Path folder = newFolder("generated");
        SyntheticData.generate(preset, new Seed(1), folder, Progress.SILENT);
        return folder;
    }

    private static String everyFifthUser(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(','))) % 5 == 0 ? line : null;
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("linger-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Topics {
        static final Path FOLDER = generate(Preset.TOPICS);
    }

    private static final class Demo {
        static final Path FOLDER = generate(Preset.DEMO);
    }

    private static final class SmallDemo {
        private static final List<String> OF_USERS =
                List.of(LOG, "small_matrix.csv", "user_features.csv", "social_network.csv");

        static final Path FOLDER = copy(
                demo(),
                "small-demo",
                file -> OF_USERS.contains(file) ? SyntheticFolder::everyFifthUser : UnaryOperator.identity());
    }
}
