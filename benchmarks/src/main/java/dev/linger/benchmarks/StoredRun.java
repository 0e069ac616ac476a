package dev.linger.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the manifest of a finished run says of its cost.
 *
 * @param made version and revision of the Linger that ran, and where
 * @param plays rows of its log after cleaning
 * @param users number of users
 * @param videos number of videos
 * @param stages its stages, in order
 */
record StoredRun(String made, long plays, long users, long videos, List<Stage> stages) {
    /**
     * One stage.
     *
     * @param name the stage
     * @param seconds how long it took
     * @param heapMiB upper bound of the heap it needed
     * @param residentMiB peak resident size of the process up to its end, NaN where the system does not tell
     */
    record Stage(String name, double seconds, double heapMiB, double residentMiB) {}

    StoredRun {
        stages = List.copyOf(stages);
    }

    /** The only run in a folder of runs. */
    static StoredRun in(Path runs) {
        try (Stream<Path> folders = Files.list(runs)) {
            List<Path> manifests = folders.map(folder -> folder.resolve("manifest.json"))
                    .filter(Files::isRegularFile)
                    .toList();
            if (manifests.size() != 1) {
                throw new InputException(runs + ": a run was to leave one manifest.json in a folder here but there are "
                        + manifests.size() + "; give a --jar of Linger, and no --out among the options of the run");
            }
            return of(manifests.get(0).toString(), Files.readString(manifests.get(0)));
        } catch (IOException failure) {
            throw new InputException(runs + ": cannot be read (" + failure + ")", failure);
        }
    }

    /** The run of a manifest's text. */
    static StoredRun of(String where, String text) {
        try {
            JsonNode manifest = new ObjectMapper().readTree(text);
            List<Stage> stages = new ArrayList<>();
            for (JsonNode stage : required(where, manifest, "/stages")) {
                stages.add(new Stage(
                        required(where, stage, "/name").asText(),
                        required(where, stage, "/seconds").asDouble(),
                        required(where, stage, "/peakHeapMiB").asDouble(),
                        stage.path("peakResidentMiB").asDouble(Double.NaN)));
            }
            String made =
                    "linger " + required(where, manifest, "/build/version").asText() + ", revision "
                            + required(where, manifest, "/build/revision").asText() + ", on Java "
                            + required(where, manifest, "/machine/java").asText() + ", most heap "
                            + required(where, manifest, "/machine/maxHeapMiB").asText() + " MiB, "
                            + required(where, manifest, "/threads").asText() + " threads";
            JsonNode counts = required(where, manifest, "/stages/0/counts");
            return new StoredRun(
                    made,
                    required(where, counts, "/plays").asLong(),
                    required(where, counts, "/users").asLong(),
                    required(where, counts, "/videos").asLong(),
                    stages);
        } catch (JsonProcessingException malformed) {
            throw new InputException(where + ": not valid JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static JsonNode required(String where, JsonNode tree, String pointer) {
        JsonNode found = tree.at(pointer);
        if (found.isMissingNode()) {
            throw new InputException(where + ": has no " + pointer + "; the run is of another Linger");
        }
        return found;
    }

    /** Seconds of all stages. */
    double seconds() {
        return stages.stream().mapToDouble(Stage::seconds).sum();
    }

    /** The most that any stage needed. */
    double heapMiB() {
        return stages.stream().mapToDouble(Stage::heapMiB).max().orElse(Double.NaN);
    }

    /** Peak resident size of the process. */
    double residentMiB() {
        return stages.stream().mapToDouble(Stage::residentMiB).max().orElse(Double.NaN);
    }
}
