package dev.linger.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.pipeline.cli.Linger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run through the command line.
 *
 * @param exitCode of the command
 * @param errors what it printed to standard error
 * @param folder the folder of the run
 */
record FinishedRun(int exitCode, String errors, Path folder) {
    /** Small models that fit small data; every number that the results depend on but those of the features. */
    static final List<String> SMALL = List.of(
            "seed=42",
            "candidates.limit=100",
            "candidates.als.0.factorCount=8",
            "candidates.als.0.regularization=5.0",
            "candidates.als.1.factorCount=8",
            "ranker.base.leaves=7",
            "ranker.base.rounds=60",
            "ranker.base.earlyStoppingRounds=10",
            "ranker.base.learningRate=0.1",
            "ranker.base.minRowsInLeaf=20",
            "evaluation.resamples=50");

    static final List<String> MODELS = List.of("als-user-factors.csv", "als-item-factors.csv", "ranker-lightgbm.txt");
    static final List<String> LISTS = List.of("candidates.csv", "recommendations.csv");

    /** Files that hold times and places. */
    static final List<String> RECORDS = List.of("manifest.json", "run.log");

    static FinishedRun of(Path data, int threads, List<String> settings) {
        Path out = StandInData.newFolder("runs");
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--data",
                data.toString(),
                "--out",
                out.toString(),
                "--threads",
                Integer.toString(threads)));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        StringWriter errors = new StringWriter();
        int exitCode = Linger.commandLine(Experiment::run)
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        return new FinishedRun(exitCode, errors.toString(), onlyFolderIn(out));
    }

    /** The one run that several tests look at: topics, small models, one thread. */
    static FinishedRun ofTopics() {
        return OfTopics.RUN;
    }

    private static final class OfTopics {
        static final FinishedRun RUN = of(StandInData.topics(), 1, SMALL);
    }

    /** Every file by its path in the folder. */
    Map<String, Path> files() {
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

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    JsonNode table(String id) {
        try {
            return new ObjectMapper().readTree(text("tables/" + id + ".json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A number of a table, in the row of this system, ranker or source. */
    double number(String table, String row, String column) {
        for (JsonNode cells : table(table).get("rows")) {
            if (cells.iterator().next().asText().equals(row)) {
                return cells.get(column).asDouble();
            }
        }
        throw new IllegalArgumentException("table " + table + " has no row " + row);
    }

    /** The videos of each user in candidates.csv or recommendations.csv, best first. */
    Map<Long, List<Long>> lists(String file) {
        Map<Long, List<Long>> lists = new LinkedHashMap<>();
        text(file).lines().skip(1).map(line -> line.split(",")).forEach(cells -> lists.computeIfAbsent(
                        Long.valueOf(cells[0]), user -> new ArrayList<>())
                .add(Long.valueOf(cells[2])));
        return lists;
    }

    private static Path onlyFolderIn(Path out) {
        try (Stream<Path> folders = Files.list(out)) {
            List<Path> all = folders.toList();
            if (all.size() != 1) {
                throw new IllegalStateException("one run folder is expected in " + out + " but there are " + all);
            }
            return all.get(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
