package dev.linger.benchmarks;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Runs that follow one another, each in a process and a folder of its own.
 *
 * @param linger starts them
 * @param folder gets runs and what the processes print
 * @param runOptions options of every run
 * @param console told of each as soon as it is done
 */
record RunSeries(LingerProcess linger, Path folder, List<String> runOptions, Consumer<String> console) {
    /** Every run does all of its work. */
    private static final List<String> NOTHING_KEPT = List.of("--no-cache");

    /** Where a folder of runs keeps the data as it was read. */
    private static final String SNAPSHOTS = "snapshots";

    RunSeries {
        runOptions = List.copyOf(runOptions);
    }

    /** So many runs of one data set, all with the same stages. */
    List<Measured> repeated(Path data, int repeats) {
        List<Measured> runs = new ArrayList<>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            runs.add(run("run-" + repeat, data, NOTHING_KEPT));
        }
        return runs;
    }

    /** A run for each list of options, all but the first on what those before it have kept. */
    List<Measured> swapped(Path data, List<List<String>> swaps) {
        List<Measured> runs = new ArrayList<>();
        for (List<String> swap : swaps) {
            String name = "run-" + (runs.size() + 1);
            if (!runs.isEmpty()) {
                handOnSnapshots(folder.resolve("run-" + runs.size()), folder.resolve(name));
            }
            List<String> options =
                    new ArrayList<>(List.of("--cache", folder.resolve("cache").toString()));
            options.addAll(swap);
            runs.add(run(name, data, options));
        }
        return runs;
    }

    /** Each run has a folder of runs of its own here, and so would read the files of the data again. */
    private static void handOnSnapshots(Path from, Path to) {
        try {
            Files.move(from.resolve(SNAPSHOTS), Files.createDirectories(to).resolve(SNAPSHOTS));
        } catch (IOException failure) {
            throw new InputException(from.resolve(SNAPSHOTS) + " cannot be moved (" + failure + ")", failure);
        }
    }

    /** One run of generated data of each size; the data are deleted after it. */
    List<Measured> ofScales(List<String> scales) {
        scales.forEach(RunSeries::requirePositive);
        if (new HashSet<>(scales).size() != scales.size()) {
            throw new InputException("--scales names a size twice: " + String.join(",", scales));
        }
        List<Measured> runs = new ArrayList<>();
        for (String scale : scales) {
            String name = "scale-" + scale;
            Path data = folder.resolve(name + "-data");
            List<String> generate =
                    List.of("generate", "--quiet", "--preset", "kuairec", "--scale", scale, "--out", data.toString());
            double seconds = linger.run(generate, folder.resolve(name + "-data.txt"));
            console.accept(String.format(Locale.ROOT, "%s: generated in %.1f s", name, seconds));
            runs.add(run(name, data, NOTHING_KEPT));
            WorkFolder.delete(data);
        }
        return runs;
    }

    private Measured run(String name, Path data, List<String> more) {
        Path runs = folder.resolve(name);
        List<String> command =
                new ArrayList<>(List.of("run", "--quiet", "--data", data.toString(), "--out", runs.toString()));
        command.addAll(more);
        command.addAll(runOptions);
        double seconds = linger.run(command, folder.resolve(name + ".txt"));
        StoredRun run = StoredRun.in(runs);
        console.accept(String.format(Locale.ROOT, "%s: %.1f s (%s)", name, seconds, run.made()));
        return new Measured(run, seconds);
    }

    private static void requirePositive(String scale) {
        try {
            if (Double.parseDouble(scale) > 0) {
                return;
            }
        } catch (NumberFormatException notANumber) {
            throw new InputException("--scales: \"" + scale + "\" is not a number", notANumber);
        }
        throw new InputException("--scales: " + scale + " is not above 0");
    }
}
