package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Finished runs side by side, the first of them against each of the others. */
public final class RunComparison {
    /** A name with keys in it that is longer does not help in a table. */
    private static final int LONGEST_NAME = 60;

    private RunComparison() {}

    /**
     * The tables of the runs, of the paired differences, of the keys in which they differ, of the users for whom there is a
     * difference, and of what is ordered otherwise.
     *
     * @param folders of at least two runs
     * @throws InputException if a folder is not that of a finished run, or the runs were not measured alike
     */
    public static List<ResultTable> of(List<Path> folders) {
        if (folders.size() < 2) {
            throw new InputException("runs are compared with each other: give at least two, but there is "
                    + (folders.isEmpty() ? "none" : folders.get(0)));
        }
        List<StoredRun> runs = folders.stream().map(StoredRun::read).toList();
        runs.forEach(run -> Comparability.require(runs.get(0), run));
        List<String> names = names(runs);
        List<ResultTable> tables = new ArrayList<>(
                List.of(RunsTable.of(runs, names), DifferencesTable.of(runs, names), KeysTable.of(runs, names)));
        tables.addAll(SegmentsTable.of(runs, names));
        tables.add(VideoSegmentsTable.of(runs, names));
        tables.addAll(MovedTables.of(runs, names));
        return List.copyOf(tables);
    }

    /** The names of the configurations; where two are alike, with the keys that differ, or else those of the folders. */
    private static List<String> names(List<StoredRun> runs) {
        List<String> names = runs.stream().map(run -> run.summary().name()).toList();
        if (new HashSet<>(names).size() == names.size()) {
            return names;
        }
        List<String> labels = KeysTable.labels(runs);
        List<String> labelled = IntStream.range(0, runs.size())
                .mapToObj(at -> (names.get(at) + " " + labels.get(at)).strip())
                .toList();
        if (new HashSet<>(labelled).size() == labelled.size()
                && labelled.stream().allMatch(name -> name.length() <= LONGEST_NAME)) {
            return labelled;
        }
        List<String> folders = new ArrayList<>();
        for (StoredRun run : runs) {
            String name =
                    run.folder().toAbsolutePath().normalize().getFileName().toString();
            if (folders.contains(name)) {
                throw new InputException("two run folders are called " + name + "; give each run once");
            }
            folders.add(name);
        }
        return folders;
    }
}
