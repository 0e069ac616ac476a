package dev.linger.benchmarks.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An interpreter, and which of the peers' libraries it can import.
 *
 * @param executable a path, or a name that is looked for on the path
 * @param versions version by name, of those that are there
 */
record Python(String executable, Map<String, String> versions) {
    private static final List<String> LIBRARIES =
            List.of("numpy", "scipy", "pandas", "threadpoolctl", "implicit", "lightgbm", "duckdb");

    Python {
        versions = Map.copyOf(versions);
    }

    /** Asks it; where there is no interpreter, there is no library. */
    static Python ask(String executable, Path scripts, Path folder) {
        List<String> command = new ArrayList<>(
                List.of(executable, scripts.resolve("versions.py").toString()));
        command.addAll(LIBRARIES);
        try {
            List<String> lines = MeasuredProcess.run(command, Map.of(), folder, folder.resolve("versions.txt"))
                    .lines();
            return of(executable, lines);
        } catch (MeasuredProcess.Failed noPython) {
            return new Python(executable, Map.of());
        }
    }

    /** Of what {@code versions.py} printed, last a line of JSON. */
    static Python of(String executable, List<String> lines) {
        Map<String, String> versions = new TreeMap<>();
        try {
            JsonNode told = new ObjectMapper().readTree(lines.isEmpty() ? "{}" : lines.get(lines.size() - 1));
            told.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field ->
                            versions.put(field.getKey(), field.getValue().asText()));
        } catch (JsonProcessingException notOurs) {
            versions.clear();
        }
        return new Python(executable, versions);
    }

    List<String> script(Path script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable, script.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Those of the libraries that are not there. */
    List<String> missing(List<String> libraries) {
        return libraries.stream()
                .filter(library -> !versions.containsKey(library))
                .toList();
    }

    String version(String library) {
        return versions.getOrDefault(library, "");
    }

    /** All that is there, such as {@code implicit 0.7.2, numpy 1.26.4}. */
    String description() {
        return versions.isEmpty()
                ? "nothing to be run by " + executable
                : new TreeMap<>(versions)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "));
    }
}
