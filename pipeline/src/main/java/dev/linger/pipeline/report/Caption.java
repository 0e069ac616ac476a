package dev.linger.pipeline.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a table's numbers rest on; without it they are worth nothing.
 *
 * @param protocol its name ("end-to-end", "exposed", "pointwise", "dense")
 * @param universe which items could have been ranked
 * @param relevance name of the relevance rule
 * @param users how many users are counted
 * @param cut the instant that parts training from test, and how it was chosen
 * @param leftOut what was relevant and is not counted, because no list could hold it; empty where that cannot be
 */
public record Caption(String protocol, String universe, String relevance, int users, String cut, String leftOut) {
    /** How ties break everywhere in Linger. */
    public static final String TIE_RULE = "score descending, item id ascending";

    /** Nothing can be left out. */
    public Caption(String protocol, String universe, String relevance, int users, String cut) {
        this(protocol, universe, relevance, users, cut, "");
    }

    /** The caption as columns of the rows that it is of, and what stands in each. */
    Map<Column, Cell> cells() {
        Map<Column, Cell> cells = new LinkedHashMap<>();
        cells.put(Column.text("protocol"), Cell.of(protocol));
        cells.put(Column.text("universe"), Cell.of(universe));
        cells.put(Column.text("relevance"), Cell.of(relevance));
        cells.put(Column.integer("users counted"), Cell.of(users));
        cells.put(Column.text("tie rule"), Cell.of(TIE_RULE));
        cells.put(Column.text("cut"), Cell.of(cut));
        if (!leftOut.isEmpty()) {
            cells.put(Column.text("left out"), Cell.of(leftOut));
        }
        return cells;
    }

    /** The caption for the eye: what was ranked, what counts, and what does not. */
    List<String> lines() {
        return Stream.of(
                        protocol + ": " + universe,
                        "relevant: " + relevance + "; users: " + users + "; ties: " + TIE_RULE + "; cut: " + cut,
                        leftOut)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
