package dev.linger.benchmarks.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the two that do a work, and what it took them so far.
 *
 * @param name Linger, or the library
 * @param command what is run for a repeat
 * @param folder where
 * @param timed what of the process counts
 * @param costs of the repeats that ended well
 * @param facts what it said of the last of them
 * @param failures at most one: after it, it is left alone
 */
record Side(
        String name,
        List<String> command,
        Path folder,
        Timed timed,
        List<Cost> costs,
        Map<String, String> facts,
        List<String> failures) {
    /** What of a process counts. */
    enum Timed {
        /** From its start to its end. */
        PROCESS,
        /** The median of the sections that it prints. */
        SECTIONS
    }

    /** Threads of LightGBM and of the peers that wait must not spin: on busy cores they would time each other. */
    private static final Map<String, String> ENVIRONMENT = Map.of("OMP_WAIT_POLICY", "PASSIVE");

    static Side of(String name, List<String> command, Path folder, Timed timed) {
        return new Side(
                name, List.copyOf(command), folder, timed, new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    /** Does the work once more, unless it failed before. */
    void repeat(Path output) {
        if (!failures.isEmpty()) {
            return;
        }
        try {
            MeasuredProcess process = MeasuredProcess.run(command, ENVIRONMENT, folder, output);
            PrintedLines printed = PrintedLines.of(process.lines());
            Cost whole = process.cost();
            costs.add(timed == Timed.PROCESS ? whole : printed.section(whole.residentMiB()));
            facts.putAll(printed.facts());
        } catch (MeasuredProcess.Failed failure) {
            failures.add(name + ": " + failure.getMessage());
        }
    }

    boolean isMeasured() {
        return failures.isEmpty() && !costs.isEmpty();
    }
}
