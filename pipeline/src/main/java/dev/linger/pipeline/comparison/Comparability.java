package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.run.RunSummary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether two runs were measured alike; numbers of runs that were not say nothing beside each other. */
final class Comparability {
    private final StoredRun first;
    private final StoredRun other;

    private Comparability(StoredRun first, StoredRun other) {
        this.first = first;
        this.other = other;
    }

    /**
     * Lets runs pass that were measured alike.
     *
     * @throws InputException naming what differs first, where it stands and what to do
     */
    static void require(StoredRun first, StoredRun other) {
        Comparability pair = new Comparability(first, other);
        pair.requireSameFiles();
        pair.requireEqual(first.cleaning(), other.cleaning(), "data cleaning (the block data)");
        pair.requireEqual(first.summary().cutMillis(), other.summary().cutMillis(), "the cut");
        pair.requireEqual(
                first.summary().universe(), other.summary().universe(), "the universe (candidates.rewatches)");
        pair.requireEqual(first.relevance(), other.relevance(), "what is relevant (evaluation.relevance)");
        pair.requireEqual(rules(first), rules(other), "the relevance rules that could be measured");
        pair.requireEqual(
                RunsTable.toReadFirst(first.summary()),
                RunsTable.toReadFirst(other.summary()),
                "the first metrics (evaluation.metrics)");
        pair.requireSameUsers();
    }

    private static List<String> rules(StoredRun run) {
        return run.summary().rules().stream().map(RunSummary.Rule::relevance).toList();
    }

    private void requireSameFiles() {
        Set<String> files = new TreeSet<>(first.inputs().keySet());
        files.addAll(other.inputs().keySet());
        for (String file : files) {
            requireEqual(
                    first.inputs().getOrDefault(file, "not read"),
                    other.inputs().getOrDefault(file, "not read"),
                    "the data file " + file);
        }
    }

    private void requireSameUsers() {
        for (int rule = 0; rule < first.users().size(); rule++) {
            RunSummary.Rule named = first.summary().rules().get(rule);
            if (!first.users().get(rule).users().isSame(other.users().get(rule).users())) {
                throw differing("the users counted by " + named.relevance());
            }
        }
    }

    private void requireEqual(Object ofFirst, Object ofOther, String what) {
        if (!ofFirst.equals(ofOther)) {
            throw differing(what + " (" + ofFirst + " and " + ofOther + ")");
        }
    }

    private InputException differing(String what) {
        return new InputException(
                "runs cannot be compared: " + first.folder() + " and " + other.folder() + " differ in " + what
                        + "; make both on the same data with the same blocks data, split and evaluation, and candidates.rewatches");
    }
}
