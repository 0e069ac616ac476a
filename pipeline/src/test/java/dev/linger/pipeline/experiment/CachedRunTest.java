package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cache.CacheFolder;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.run.RunSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs with and without what earlier runs kept: not one byte of their results differs. */
final class CachedRunTest {
    private static final List<String> OTHER_RANKER = List.of(
            "--set=ranker.members.0.model.leaves=5",
            "--set=evaluation.cutoffs=[3, 70]",
            "--set=evaluation.resamples=60");

    @Test
    void a_run_finds_the_same_whatever_was_kept_of_it_and_whatever_of_that_is_damaged() throws IOException {
        Path out = SyntheticFolder.newFolder("cached");
        String first = results(run(out));
        assertEquals(results(FinishedRun.ofTopics().folder()), first, "with a cache to be filled");
        Path again = run(out);
        assertEquals(first, results(again), "all from the cache");
        for (String stage : List.of("retrieve", "train", "rank")) {
            assertTrue(log(again).matches("(?s).*\n" + stage + " +\\d+\\.\\d s   from cache, .*"), log(again));
        }
        assertEquals(results(run(out, "--no-cache")), first, "without it");

        Path swapped = run(out, OTHER_RANKER);
        assertTrue(log(swapped).matches("(?s).*\nretrieve +\\d+\\.\\d s   from cache, .*"), log(swapped));
        List<String> alone = new ArrayList<>(OTHER_RANKER);
        alone.add("--no-cache");
        assertEquals(results(run(out, alone)), results(swapped), "another ranker on what was kept");

        for (CacheFolder.Entry entry : CacheFolder.entries(out.resolve("cache"))) {
            damage(entry.path());
        }
        Path mended = run(out);
        assertEquals(first, results(mended), "all of it damaged");
        assertTrue(log(mended).contains("is removed and made again"), log(mended));
        assertEquals(first, results(run(out)), "mended");
    }

    private static void damage(Path entry) throws IOException {
        try (Stream<Path> files = Files.walk(entry.resolve("value"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 4;
                Files.write(file, bytes);
            }
        }
    }

    private static Path run(Path out, String... more) {
        return run(out, List.of(more));
    }

    private static Path run(Path out, List<String> more) {
        List<Path> before = runs(out);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--data=" + SyntheticFolder.topics(),
                "--config=" + FinishedRun.SMALL,
                "--out=" + out));
        arguments.addAll(more);
        assertEquals(0, Linger.commandLine(Experiment::run).execute(arguments.toArray(String[]::new)));
        List<Path> after = runs(out);
        after.removeAll(before);
        return after.get(0);
    }

    private static List<Path> runs(Path out) {
        try (Stream<Path> all = Files.list(out)) {
            return new ArrayList<>(all.filter(path -> Files.exists(path.resolve(RunSeal.MANIFEST)))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The digests of all that a run found. */
    private static String results(Path run) throws IOException {
        return Files.readString(run.resolve("SHA256SUMS"));
    }

    private static String log(Path run) throws IOException {
        return Files.readString(run.resolve("run.log"));
    }
}
