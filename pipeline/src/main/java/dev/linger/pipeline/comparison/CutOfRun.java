package dev.linger.pipeline.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.InputException;
import dev.linger.pipeline.run.RunSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a finished run was cut and how it was seeded, beside what it was run on.
 *
 * @param folder of the run
 * @param inputs digest of each file it read, by the file's name
 * @param config the whole configuration
 * @param place where it was cut, and its seed
 */
record CutOfRun(Path folder, Map<String, String> inputs, JsonNode config, Place place) {
    /** The keys in which runs of one configuration may differ. */
    private static final List<String> VARIED = List.of("split.testShare", "seed");

    /**
     * What runs of one configuration may differ in.
     *
     * @param testShare where the log was cut
     * @param seed of the run
     */
    record Place(double testShare, long seed) {
        @Override
        public String toString() {
            return "split.testShare=" + testShare + " and seed=" + seed;
        }
    }

    /**
     * Reads the folder of a run.
     *
     * @throws InputException if it is not there, is that of a run that did not finish, or is not as it was written
     */
    static CutOfRun read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no run folder " + folder);
        }
        RunSeal.check(folder);
        return ofChecked(folder);
    }

    /** The same of a folder whose files were held against their digests. */
    static CutOfRun ofChecked(Path folder) {
        JsonFile manifest = JsonFile.read(folder.resolve(RunSeal.MANIFEST));
        return new CutOfRun(
                folder,
                StoredRun.inputs(manifest),
                manifest.at("/config").tree(),
                new Place(manifest.number("/config/split/testShare", 0, 1), manifest.whole("/seed")));
    }

    /**
     * Lets runs pass that are of one configuration on the same files, each at a cut and seed of its own.
     *
     * @throws InputException naming two runs and what they differ in
     */
    static void requireOneConfiguration(List<CutOfRun> runs) {
        Set<Place> seen = new HashSet<>();
        for (CutOfRun run : runs) {
            runs.get(0).requireLike(run);
            if (!seen.add(run.place())) {
                throw new InputException(run.folder() + ": another run has the same cut and seed too, " + run.place()
                        + "; give each once");
            }
        }
    }

    private void requireLike(CutOfRun other) {
        Set<String> keys = KeysTable.differing(config, other.config);
        keys.removeAll(VARIED);
        if (!keys.isEmpty() || !inputs.equals(other.inputs)) {
            throw new InputException("runs cannot be put side by side: " + folder + " and " + other.folder
                    + " differ in "
                    + (keys.isEmpty() ? "the data files" : String.join(", ", keys))
                    + "; only " + String.join(" and ", VARIED) + " may");
        }
    }
}
