package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Finished runs side by side, the first of them against each of the others. */
public final class RunComparison {
    private RunComparison() {}

    /**
     * The table of the runs, then the table of the paired differences.
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
        return List.of(RunsTable.of(runs, names), DifferencesTable.of(runs, names));
    }

    /** The names of the configurations; where two are alike, those of the folders. */
    private static List<String> names(List<StoredRun> runs) {
        List<String> names = runs.stream().map(run -> run.summary().name()).toList();
        if (new HashSet<>(names).size() == names.size()) {
            return names;
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
