package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.csv.Sha256;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.run.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs and generations killed in the midst of their work: the next one removes what they left and gives the same bytes. All
 * of 60 runs and 20 generations with {@code -Dlinger.slow=true}, else a few of each.
 */
final class KilledRunTest {
    private static final boolean SLOW = Boolean.getBoolean("linger.slow");
    private static final int RUNS = SLOW ? 60 : 2;
    private static final int GENERATIONS = SLOW ? 20 : 1;

    /** What appears while something is written; a run is killed just then, or at any moment. */
    private static final List<String> APPEARING = List.of(
            ".*/snapshots/[^/]*unfinished/.*",
            ".*/cache/[^/]*unfinished/.*",
            ".*/model\\.unfinished/.*",
            ".*/tables/stages.*",
            ".*/per-user/.*",
            ".*/SHA256SUMS.*",
            ".*/manifest\\.json.*");

    @TempDir
    private Path out;

    @Test
    void a_killed_run_leaves_nothing_that_the_next_one_does_not_remove_and_changes_no_byte() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        long begin = System.nanoTime();
        finish(runArguments());
        long millis = 1_000 + 2 * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        Map<String, String> expected = contents(runFolders().get(0));
        for (int kill = 0; kill < RUNS; kill++) {
            clear(kill % 3 != 1);
            Process process = ChildProcess.start(runArguments());
            if (kill % 2 == 1) {
                process.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS);
            } else {
                String appearing = APPEARING.get(kill / 2 % APPEARING.size());
                waitUntil(process, path -> path.matches(appearing));
                process.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
            finish(runArguments());
            assertNothingIsUnfinished(out);
            for (Path run : runFolders()) {
                assertEquals(expected, contents(run), run::toString);
            }
        }
    }

    @Test
    void so_does_a_killed_generation() throws Exception {
        SplittableRandom random = new SplittableRandom(12);
        Map<String, String> expected = contents(SyntheticFolder.topics());
        for (int kill = 0; kill < GENERATIONS; kill++) {
            Path data = out.resolve("data-" + kill);
            List<String> arguments = List.of("generate", "--quiet", "--preset=topics", "--out=" + data);
            Process process = ChildProcess.start(arguments);
            waitUntil(process, path -> path.contains(".partial-"));
            process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            boolean done = Files.exists(data);
            if (!done) {
                finish(arguments);
                assertNothingIsUnfinished(out);
            }
            assertEquals(expected, contents(data));
        }
    }

    private List<String> runArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "run", "--quiet", "--threads=1", "--data=" + SyntheticFolder.topics(), "--out=" + out.resolve("runs")));
        arguments.addAll(
                SLOW
                        ? List.of("--config=" + FinishedRun.SMALL)
                        : List.of(
                                "--config=ranker-constant",
                                "--set=candidates.sources=[\"als\"]",
                                "--set=evaluation.resamples=50"));
        return arguments;
    }

    private static void finish(List<String> arguments) {
        assertEquals(0, Linger.commandLine(Experiment::run).execute(arguments.toArray(String[]::new)));
    }

    private void waitUntil(Process process, Predicate<String> appears) throws IOException, InterruptedException {
        boolean seen = false;
        while (!seen && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
            seen = paths(out).stream().anyMatch(path -> appears.test(path.toString()));
        }
    }

    /** Removes the runs, and the snapshots too where the next run is to write one. */
    private void clear(boolean snapshots) throws IOException {
        List<Path> paths = paths(out.resolve("runs"));
        paths.sort(Comparator.reverseOrder());
        for (Path path : paths) {
            if (snapshots || !path.startsWith(out.resolve("runs/snapshots"))) {
                if (!path.equals(out.resolve("runs"))) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void assertNothingIsUnfinished(Path out) throws IOException {
        for (Path path : paths(out)) {
            String name = String.valueOf(path.getFileName());
            assertTrue(!name.contains("partial") && !name.contains("unfinished"), path::toString);
        }
    }

    private List<Path> runFolders() throws IOException {
        try (Stream<Path> all = Files.list(out.resolve("runs"))) {
            return all.filter(FinishedRun::isFolderOfRun).sorted().toList();
        }
    }

    /** The digest of every file but those that tell times. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : paths(folder)) {
            String name = folder.relativize(file).toString();
            if (Files.isRegularFile(file) && !FinishedRun.RECORDS.contains(name)) {
                contents.put(name, Sha256.of(file));
            }
        }
        return contents;
    }

    /** What is there at the moment; a process may be writing and removing. */
    private static List<Path> paths(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        if (Files.exists(folder)) {
            paths.add(folder);
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.toList()) {
                    paths.addAll(paths(entry));
                }
            } catch (NoSuchFileException gone) {
                // moved meanwhile
            }
        }
        return paths;
    }
}
