package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.pipeline.cli.Linger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the same files: from the files, from the snapshot that this left, and from a damaged one. */
class SnapshotRunTest {
    @TempDir
    private static Path out;

    private static Path fromFiles = Path.of("");
    private static Path fromSnapshot = Path.of("");
    private static Path pastDamage = Path.of("");
    private static Path without = Path.of("");

    @BeforeAll
    static void runs() throws IOException {
        without = run("--no-snapshot");
        assertFalse(Files.exists(out.resolve("snapshots")));
        fromFiles = run();
        fromSnapshot = run();
        byte[] bytes = Files.readAllBytes(snapshot());
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot(), bytes);
        pastDamage = run();
    }

    @Test
    void the_log_says_where_the_data_came_from() throws IOException {
        assertTrue(log(fromFiles).contains("data: from the files, kept for other runs as the snapshot " + snapshot()));
        assertTrue(log(fromSnapshot).contains("data: from the snapshot " + snapshot()));
        assertTrue(log(pastDamage)
                .contains("data: the snapshot " + snapshot() + " is left aside: it is damaged\ndata: from the files,"));
        assertFalse(log(without).contains("snapshot"));
    }

    @Test
    void every_file_of_the_runs_is_the_same_bytes() throws IOException {
        Map<String, Path> expected = files(fromFiles);
        assertTrue(expected.size() > 20, expected::toString);
        for (Path run : List.of(fromSnapshot, pastDamage, without)) {
            assertEquals(expected.keySet(), files(run).keySet());
            for (Map.Entry<String, Path> file : files(run).entrySet()) {
                assertEquals(-1, Files.mismatch(expected.get(file.getKey()), file.getValue()), file.getKey());
            }
        }
    }

    @Test
    void the_manifest_names_the_same_files_and_digests() throws IOException {
        ObjectMapper json = new ObjectMapper();
        assertEquals(
                json.readTree(fromFiles.resolve("manifest.json").toFile()).get("inputs"),
                json.readTree(fromSnapshot.resolve("manifest.json").toFile()).get("inputs"));
    }

    private static Path run(String... more) throws IOException {
        List<Path> before = folders();
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--no-cache",
                "--data",
                SyntheticFolder.topics().toString(),
                "--config",
                "ranker-constant",
                "--set",
                "candidates.sources=[\"als\"]",
                "--set",
                "evaluation.resamples=50",
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        StringWriter errors = new StringWriter();
        int exitCode = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, exitCode, errors::toString);
        List<Path> after = new ArrayList<>(folders());
        after.removeAll(before);
        return after.stream().filter(FinishedRun::isFolderOfRun).findFirst().orElseThrow();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.toList();
        }
    }

    private static Path snapshot() throws IOException {
        try (Stream<Path> snapshots = Files.list(out.resolve("snapshots"))) {
            return snapshots
                    .filter(file -> file.toString().endsWith(".snapshot"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String log(Path run) throws IOException {
        return Files.readString(run.resolve("run.log"));
    }

    private static Map<String, Path> files(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !FinishedRun.RECORDS.contains(String.valueOf(file.getFileName())))
                    .collect(Collectors.toMap(
                            file -> run.relativize(file).toString(), file -> file, (a, b) -> a, TreeMap::new));
        }
    }
}
