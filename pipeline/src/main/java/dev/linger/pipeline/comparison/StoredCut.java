package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a finished run measured.
 *
 * @param run where it was cut and how it was seeded
 * @param stages how good each system is, one table a protocol and rule
 * @param comparisons how sure the differences are, likewise
 * @param predictions of single plays
 */
record StoredCut(CutOfRun run, List<ResultTable> stages, List<ResultTable> comparisons, List<ResultTable> predictions) {
    /**
     * Reads the folder of a run.
     *
     * @throws InputException if it is not there, is that of a run that did not finish, or is not as it was written
     */
    static StoredCut read(Path folder) {
        return new StoredCut(
                CutOfRun.read(folder),
                tables(folder, "stages-"),
                tables(folder, "comparisons-"),
                tables(folder, "predictions-"));
    }

    private static List<ResultTable> tables(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .map(id -> StoredTable.read(folder, id))
                    .toList();
        } catch (IOException failure) {
            throw new InputException(folder + ": its tables cannot be listed (" + failure + ")", failure);
        }
    }
}
