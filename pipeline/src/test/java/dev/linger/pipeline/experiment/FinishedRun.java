package dev.linger.pipeline.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.pipeline.cli.Linger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run through the command line.
 *
 * @param exitCode of the command
 * @param errors what it printed to standard error
 * @param folder the folder of the run
 */
public record FinishedRun(int exitCode, String errors, Path folder) {
    /**
     * Small models that fit small data: every source of another kind, every group of features, a member of every training set.
     * A file with every block but {@code data}, so that no default decides what the tests of runs compute.
     */
    public static final Path SMALL = resource("small.json");

    public static final List<String> MODELS = List.of(
            "model/sources/als/factors",
            "model/ranker/blend.columns",
            "model/ranker/member-0/trees.txt",
            "model/ranker/member-1/trees.txt",
            "model/ranker/member-2/trees.txt",
            "model/ranker/member-3/trees.txt");

    /** Tables of what was chosen and learned before the test part is looked at. */
    public static final List<String> CHOICES = List.of(
            "source-settings",
            "source-loss",
            "candidate-quotas",
            "ranker-rounds-lightgbm-regression-l1",
            "ranker-rounds-lightgbm-binary-of-candidates",
            "ranker-rounds-lightgbm-lambdarank-of-debiased-candidates",
            "ranker-rounds-lightgbm-cross-entropy-of-debiased-plays",
            "ranker-importance-lightgbm-binary-of-candidates",
            "ranker-blend");

    public static final List<String> LISTS = List.of("candidates.csv", "recommendations.csv");

    /** Files that hold times and places. */
    public static final List<String> RECORDS = List.of("manifest.json", "run.log", "report.html");

    public static FinishedRun of(Path data, int threads, Path config) {
        Path out = SyntheticFolder.newFolder("runs");
        String[] arguments = {
            "run",
            "--quiet",
            "--data",
            data.toString(),
            "--config",
            config.toString(),
            "--out",
            out.toString(),
            "--threads",
            Integer.toString(threads)
        };
        StringWriter errors = new StringWriter();
        int exitCode = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        return new FinishedRun(exitCode, errors.toString(), onlyFolderIn(out));
    }

    /** The one run that several tests look at: topics, small models, one thread. */
    public static FinishedRun ofTopics() {
        return OfTopics.RUN;
    }

    private static final class OfTopics {
        static final FinishedRun RUN = of(SyntheticFolder.topics(), 1, SMALL);
    }

    /** Every file by its path in the folder. */
    public Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public JsonNode table(String id) {
        try {
            return new ObjectMapper().readTree(text("tables/" + id + ".json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A number of a table, in the row of this system, ranker or source. */
    public double number(String table, String row, String column) {
        for (JsonNode cells : table(table).get("rows")) {
            if (cells.iterator().next().asText().equals(row)) {
                return cells.get(column).asDouble();
            }
        }
        throw new IllegalArgumentException("table " + table + " has no row " + row);
    }

    /** The videos of each user in candidates.csv or recommendations.csv, best first. */
    public Map<Long, List<Long>> lists(String file) {
        Map<Long, List<Long>> lists = new LinkedHashMap<>();
        text(file).lines().skip(1).map(line -> line.split(",")).forEach(cells -> lists.computeIfAbsent(
                        Long.valueOf(cells[0]), user -> new ArrayList<>())
                .add(Long.valueOf(cells[2])));
        return lists;
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(FinishedRun.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether it is called as runs are, not as what they share beside them. */
    public static boolean isFolderOfRun(Path path) {
        return path.getFileName().toString().matches("\\d{8}-\\d{6}-.+");
    }

    private static Path onlyFolderIn(Path out) {
        try (Stream<Path> folders = Files.list(out)) {
            List<Path> all = folders.filter(FinishedRun::isFolderOfRun).toList();
            if (all.size() != 1) {
                throw new IllegalStateException("one run folder is expected in " + out + " but there are " + all);
            }
            return all.get(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
