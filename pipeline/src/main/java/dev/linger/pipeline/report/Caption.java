package dev.linger.pipeline.report;

import java.util.List;

/**
 * What a table's numbers rest on; without it they are worth nothing.
 *
 * @param protocol its name ("end-to-end", "exposed", "pointwise", "dense")
 * @param universe which items could have been ranked
 * @param relevance name of the relevance rule
 * @param users how many users are counted
 * @param cut the instant that parts training from test, and how it was chosen
 */
public record Caption(String protocol, String universe, String relevance, int users, String cut) {
    /** How ties break everywhere in Linger. */
    public static final String TIE_RULE = "score descending, item id ascending";

    /** The caption for the eye: what was ranked, then what counts. */
    List<String> lines() {
        return List.of(
                protocol + ": " + universe,
                "relevant: " + relevance + "; users: " + users + "; ties: " + TIE_RULE + "; cut: " + cut);
    }
}
