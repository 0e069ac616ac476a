package dev.linger.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.spark.als.SparkHalfSweeps;
import dev.linger.spark.plan.SparkPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on demo data, which has every file and trap of the real data, in two processes and in this one alone. */
class SparkRunTest {
    /** Of ALS, few, so that a test is quick; all of them are spread. */
    private static final List<String> SETTINGS =
            List.of("candidates.sources=[{\"type\": \"als\", \"iterations\": 4}]", "evaluation.resamples=50");

    /** So many iterations that a process can be killed amid them. */
    private static final List<String> LONG =
            List.of("candidates.sources=[{\"type\": \"als\", \"iterations\": 25}]", "evaluation.resamples=50");

    private static final int KILLED = 128 + 9;
    private static final double TOLERANCE = 1e-9;

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path alone;

    @BeforeAll
    static void runAlone() {
        data = folder.resolve("demo");
        Linger.commandLine(request -> folder)
                .execute("generate", "--quiet", "--preset", "demo", "--out", data.toString());
        alone = Experiment.run(request(folder.resolve("alone"), SETTINGS));
    }

    @Test
    void everyTableOfARunInTwoProcessesIsThatOfARunInOne() throws IOException {
        try (JavaSparkContext spark = Clusters.start(Map.of())) {
            Path run = SparkRun.run(request(folder.resolve("spark"), SETTINGS), spark);
            assertAlike(run);
            assertReadable(run);
        }
    }

    @Test
    void processesThatAreKilledWhileTheyReadAndLaterChangeNothingEvenWhereFactorsAreSentInParts() throws IOException {
        try (JavaSparkContext spark = Clusters.start(Map.of(SparkHalfSweeps.MOST_SENT_WHOLE, "0"))) {
            Kill early = new Kill(25);
            Kill late = new Kill(100);
            spark.sc().addSparkListener(early);
            spark.sc().addSparkListener(late);

            Path run = SparkRun.run(request(folder.resolve("killed"), SETTINGS), spark);

            assertTrue(early.isDone() && late.isDone(), "executors were killed");
            assertAlike(run);
        }
    }

    /** The driver is killed once it has kept how far the fit is, and started again by the same command. */
    @Test
    void aDriverThatIsKilledAmidTheFitGoesOnFromThereToTheSameBytes() throws IOException, InterruptedException {
        Path runs = folder.resolve("driver");
        Path cache = Files.createDirectories(runs.resolve("cache"));
        try (WatchService watch = cache.getFileSystem().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process driver = driver(runs);
            awaitCheckpoint(watch);
            driver.destroyForcibly();
            assertEquals(KILLED, driver.waitFor());
        }

        assertEquals(0, driver(runs).waitFor(), () -> read(runs.resolve("driver.log")));

        Path run = onlyRun(runs);
        String log = Files.readString(run.resolve("run.log"));
        assertTrue(log.contains("removed what a run left that was killed"), log);
        assertTrue(log.contains("fit went on after iteration "), log);
        Path whole = Experiment.run(request(folder.resolve("whole"), LONG));
        assertSameBytes(
                whole,
                run,
                List.of("recommendations.csv", "run.json", "relevant.csv", "videos.csv", "tables/source-loss.csv"));
        assertSameModel(whole.resolve("model"), run.resolve("model"));
    }

    /** A process of its own, with the arguments that this one was started with. */
    private static Process driver(Path runs) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Dspark.master=local[2]", "-Dspark.ui.enabled=false"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SparkMain.class.getName()));
        command.addAll(List.of("run", "--quiet", "--no-snapshot", "--config", "spark", "--data", data.toString()));
        command.addAll(List.of("--out", runs.toString(), "--ignore-estimate", "--no-relaunch"));
        LONG.forEach(setting -> command.addAll(List.of("--set", setting)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(runs.resolve("driver.log").toFile())
                .start();
    }

    private static void awaitCheckpoint(WatchService watch) throws InterruptedException {
        boolean kept = false;
        while (!kept) {
            WatchKey key = watch.poll(2, TimeUnit.MINUTES);
            assertTrue(key != null, "the driver keeps nothing");
            kept = key.pollEvents().stream()
                    .anyMatch(event -> String.valueOf(event.context()).startsWith("checkpoint-"));
            key.reset();
        }
    }

    private static Path onlyRun(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            List<Path> found = folders.filter(path -> Files.isRegularFile(path.resolve("run.log")))
                    .toList();
            assertEquals(1, found.size(), found.toString());
            return found.get(0);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void whatAClusterCannotDoIsRefusedAtOnceWithEveryKeyThatAsksForIt() {
        InputException refused = assertThrows(InputException.class, () -> SparkPlan.of(config(Optional.empty())));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("ranker: blend is trained on one machine"), message);
        assertTrue(message.contains("candidates.sources: als, als-broad"), message);
        assertTrue(message.contains("candidates.fallback: auto"), message);
        assertTrue(message.contains("begin with --config spark"), message);
    }

    /** The tables of the run on the cluster, cell by cell, and the lists of users, byte by byte. */
    private static void assertAlike(Path run) throws IOException {
        assertTrue(!Files.readString(run.resolve("run.log")).contains("the driver reads the log"));
        assertEquals(
                Files.readString(alone.resolve("recommendations.csv")),
                Files.readString(run.resolve("recommendations.csv")));
        List<Path> tables;
        try (Stream<Path> files = Files.list(run.resolve("tables"))) {
            tables = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        assertEquals(20, tables.size(), tables.toString());
        for (Path table : tables) {
            assertAlike(alone.resolve("tables").resolve(table.getFileName()), table);
        }
        assertSameBytes(alone, run, List.of("run.json", "relevant.csv", "videos.csv"));
        assertSameBytes(alone.resolve("per-user"), run.resolve("per-user"), filesIn(alone.resolve("per-user")));
        assertSameModel(alone.resolve("model"), run.resolve("model"));
    }

    /** Byte for byte, but for how columns of rows to learn from are spread: on a cluster there are no such rows. */
    private static void assertSameModel(Path expected, Path actual) throws IOException {
        List<String> files = new ArrayList<>(filesIn(expected));
        assertTrue(files.remove("learned-columns"), files.toString());
        assertEquals(files, filesIn(actual));
        files.remove("SHA256SUMS");
        assertTrue(files.size() > 5, files.toString());
        assertSameBytes(expected, actual, files);
        List<String> digests = new ArrayList<>(Files.readAllLines(expected.resolve("SHA256SUMS")));
        digests.removeIf(line -> line.endsWith(" learned-columns"));
        assertEquals(digests, Files.readAllLines(actual.resolve("SHA256SUMS")));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void assertSameBytes(Path expected, Path actual, List<String> files) throws IOException {
        for (String file : files) {
            assertEquals(-1, Files.mismatch(expected.resolve(file), actual.resolve(file)), file);
        }
    }

    /** What {@code recommend} and {@code compare} say of two runs of the same lists. */
    private static void assertReadable(Path run) throws IOException {
        String user =
                Files.readAllLines(alone.resolve("recommendations.csv")).get(1).split(",", -1)[0];
        assertEquals(
                output("recommend", "--model", alone.resolve("model").toString(), "--user", user),
                output("recommend", "--model", run.resolve("model").toString(), "--user", user));
        String compared = output("compare", run.toString(), alone.toString());
        assertTrue(compared.contains("Overlap of the first 10"), compared);
    }

    private static String output(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Linger.commandLine(request -> folder)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(command);
        assertEquals(0, exitCode, err.toString());
        return out.toString();
    }

    private static void assertAlike(Path expected, Path actual) throws IOException {
        assertAlike(Files.readAllLines(expected), actual, TOLERANCE);
    }

    /** Cell by cell: numbers may differ by so much. */
    static void assertAlike(List<String> lines, Path actual, double tolerance) throws IOException {
        List<String> others = Files.readAllLines(actual);
        assertEquals(lines.size(), others.size(), actual.toString());
        for (int line = 0; line < lines.size(); line++) {
            String[] cells = lines.get(line).split(",", -1);
            String[] otherCells = others.get(line).split(",", -1);
            assertEquals(cells.length, otherCells.length, actual + ": " + others.get(line));
            for (int at = 0; at < cells.length; at++) {
                if (!cells[at].equals(otherCells[at])) {
                    assertEquals(
                            Double.parseDouble(cells[at]),
                            Double.parseDouble(otherCells[at]),
                            tolerance,
                            actual + ": " + lines.get(line) + " but " + others.get(line));
                }
            }
        }
    }

    private static LingerConfig config(Optional<String> name) {
        return LingerConfig.resolve(name, List.of()).value();
    }

    private static RunRequest request(Path out, List<String> settings) {
        return new RunRequest(
                () -> data,
                Optional.of("spark"),
                settings,
                out,
                2,
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                Progress.SILENT,
                List.of("run"));
    }

    /** Kills one of the processes after so many tasks. */
    private static final class Kill extends SparkListener {
        private final AtomicInteger left;
        private volatile boolean done;

        private Kill(int tasks) {
            left = new AtomicInteger(tasks);
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (left.decrementAndGet() == 0) {
                done = ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false);
            }
        }

        private boolean isDone() {
            return done;
        }
    }
}
