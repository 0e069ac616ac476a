package dev.linger.pipeline.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.InputException;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a finished run measured, beside where it was cut and how it was seeded.
 *
 * @param folder of the run
 * @param inputs digest of each file it read, by the file's name
 * @param config the whole configuration
 * @param testShare where the log was cut
 * @param seed of the run
 * @param stages how good each system is, one table a protocol and rule
 * @param comparisons how sure the differences are, likewise
 * @param predictions of single plays
 */
record StoredCut(
        Path folder,
        Map<String, String> inputs,
        JsonNode config,
        double testShare,
        long seed,
        List<ResultTable> stages,
        List<ResultTable> comparisons,
        List<ResultTable> predictions) {
    /**
     * Reads the folder of a run.
     *
     * @throws InputException if it is not there, is that of a run that did not finish, or is not as it was written
     */
    static StoredCut read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no run folder " + folder);
        }
        RunSeal.check(folder);
        JsonFile manifest = JsonFile.read(folder.resolve(RunSeal.MANIFEST));
        return new StoredCut(
                folder,
                StoredRun.inputs(manifest),
                manifest.at("/config").tree(),
                manifest.number("/config/split/testShare", 0, 1),
                manifest.whole("/seed"),
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
