package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.blend.BlendConfig;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import dev.linger.recommender.Recommendation;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run's model, read again, gives the lists of the run bit for bit. */
final class SavedModelTest {
    private static final int LISTED = 100;
    private static final Path RUN = FinishedRun.ofTopics().folder();

    @TempDir
    private Path folder;

    /** Prints the lists of a run as {@code recommendations.csv} has them; run in a process of its own. */
    public static final class PrintLists {
        private PrintLists() {}

        public static void main(String[] run) throws IOException {
            lists(Path.of(run[0])).forEach(System.out::println);
        }
    }

    static List<String> lists(Path run) throws IOException {
        Recommender recommender = Recommender.load(run.resolve("model"));
        Set<String> users = new LinkedHashSet<>();
        recommendations(run).forEach(row -> users.add(row.substring(0, row.indexOf(','))));
        List<String> rows = new ArrayList<>();
        for (String user : users) {
            for (Recommendation next : recommender.recommend(Long.parseLong(user), LISTED)) {
                String score = Double.isInfinite(next.score()) ? "" : Double.toString(next.score());
                rows.add(user + "," + next.rank() + "," + next.itemId() + "," + score);
            }
        }
        return rows;
    }

    static List<String> recommendations(Path run) throws IOException {
        List<String> rows = Files.readAllLines(run.resolve("recommendations.csv"));
        return rows.subList(1, rows.size());
    }

    @Test
    void a_fresh_process_gives_the_lists_of_the_run() throws IOException, InterruptedException {
        Path output = folder.resolve("lists.csv");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintLists.class.getName(),
                        RUN.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, process.waitFor());
        assertEquals(recommendations(RUN), Files.readAllLines(output));
    }

    /** All with {@code -Dlinger.slow=true}, which takes a minute; else one of each kind of ranker. */
    private static List<String> packagedConfigs() throws IOException {
        if (!Boolean.getBoolean("linger.slow")) {
            return List.of("default", "ranker-linear", "ranker-constant", "recipes/item-knn");
        }
        Path configs = Path.of("..", "configs");
        try (Stream<Path> files = Files.walk(configs)) {
            return files.map(file -> configs.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packagedConfigs")
    void the_model_of_every_packaged_configuration_gives_the_lists_of_its_run(String config) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--threads=2",
                "--data=" + SyntheticFolder.topics(),
                "--out=" + folder,
                "--config=" + config,
                "--set=evaluation.resamples=40"));
        RankerConfig ranker =
                LingerConfig.resolve(Optional.of(config), List.of()).value().ranker();
        if (ranker instanceof BlendConfig blend) {
            for (int member = 0; member < blend.members().size(); member++) {
                if (blend.members().get(member).model() instanceof LightGbmConfig) {
                    arguments.add("--set=ranker.members." + member + ".model.rounds=3");
                }
            }
        } else if (ranker instanceof LightGbmConfig) {
            arguments.add("--set=ranker.rounds=3");
        }
        assertEquals(0, Linger.commandLine(Experiment::run).execute(arguments.toArray(String[]::new)));
        try (Stream<Path> runs = Files.list(folder)) {
            Path run = runs.filter(path -> Files.isDirectory(path.resolve("model")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(recommendations(run), lists(run));
        }
    }

    @Test
    void a_file_that_is_altered_cut_short_or_missing_is_refused_by_name() throws IOException {
        Path copy = copy();
        for (String file : files()) {
            Path damaged = copy.resolve(file);
            byte[] whole = Files.readAllBytes(damaged);
            byte[] altered = whole.clone();
            altered[altered.length / 2] ^= 4;
            for (byte[] bytes : List.of(altered, new byte[0], Arrays.copyOf(whole, whole.length / 2))) {
                Files.write(damaged, bytes);
                assertRefused(copy, file);
            }
            Files.delete(damaged);
            assertRefused(copy, file);
            Files.write(damaged, whole);
        }
        Recommender.load(copy);
        Files.writeString(copy.resolve("notes.txt"), "mine");
        assertRefused(copy, "notes.txt");
    }

    private static void assertRefused(Path model, String file) {
        String message = assertThrows(InputException.class, () -> Recommender.load(model), file)
                .getMessage();
        assertTrue(message.contains(model.toString()) && message.contains(file), message);
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("model");
        for (String file : files()) {
            Path to = copy.resolve(file);
            Files.createDirectories(to.resolveSibling("."));
            Files.copy(RUN.resolve("model").resolve(file), to);
        }
        return copy;
    }

    private static List<String> files() throws IOException {
        Path model = RUN.resolve("model");
        try (Stream<Path> all = Files.walk(model)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> model.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
