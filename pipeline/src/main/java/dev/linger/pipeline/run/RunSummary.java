package dev.linger.pipeline.run;

import dev.linger.pipeline.config.RecordWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What must be known of a run to put it beside others, the file {@code run.json}.
 *
 * @param name what the run is called: the name of its configuration
 * @param system the system whose order users get, as the tables name it
 * @param systemOfGivenLists the system that orders lists whose videos are given, as those that were shown
 * @param metrics names of the metrics of lists, as tables and per-user values have them
 * @param candidateLimit how many candidates a user it orders
 * @param universe which videos could have been ranked, in words
 * @param cutMillis the instant that parts training from test, in ms since 1970
 * @param cut the same in words
 * @param rules the relevance rules, in the order of the configuration
 */
public record RunSummary(
        String name,
        String system,
        String systemOfGivenLists,
        List<String> metrics,
        int candidateLimit,
        String universe,
        long cutMillis,
        String cut,
        List<Rule> rules) {
    /** The name of the file. */
    public static final String FILE = "run.json";

    public RunSummary {
        metrics = List.copyOf(metrics);
        rules = List.copyOf(rules);
    }

    /**
     * A relevance rule.
     *
     * @param relevance its name, as the tables print it
     * @param id its name in ids of tables: {@code stages-exposed-<id>}
     * @param usersCounted users with a relevant play after the cut that lists could hold
     * @param relevantPairs pairs of these users that are relevant and lists could hold
     * @param pairsLeftOut relevant pairs that no list could hold
     * @param usersLeftOut users who have no others
     */
    public record Rule(
            String relevance, String id, int usersCounted, int relevantPairs, int pairsLeftOut, int usersLeftOut) {}

    /** Whether a folder is that of a finished run, and not of a sweep, an audit or an ablation. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(RunSeal.MANIFEST)) && Files.exists(folder.resolve(FILE));
    }

    /** The summary as indented JSON text. */
    public String json() {
        return RecordWriter.text(this);
    }
}
