package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.report.Caption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How lists are measured: what could have been ranked, and what of it was relevant.
 *
 * @param name "end-to-end", "exposed", "dense"
 * @param universe the universe in words
 * @param cut the instant that parts training from test, and how it was chosen
 * @param judgments what is relevant, within the universe
 * @param items the universe
 */
public record Protocol(String name, String universe, String cut, Judgments judgments, ItemUniverse items) {

    /** What the tables say of it. */
    public Caption caption() {
        return new Caption(name, universe, judgments.rule(), judgments.userCount(), cut, leftOut());
    }

    /** What no list could hold and so is not counted; empty where the universe holds all that is relevant. */
    private String leftOut() {
        return judgments.whole() == judgments ? "" : judgments.leftOut().line();
    }

    /** What a table of several relevance rules says of its protocol. */
    static List<String> notes(List<Protocol> byRule) {
        Protocol first = byRule.get(0);
        String users = byRule.stream()
                .map(Protocol::judgments)
                .map(judgments -> judgments.userCount() + " by " + judgments.rule())
                .collect(Collectors.joining(", "));
        List<String> notes = new ArrayList<>(List.of(
                first.name() + ": " + first.universe() + "; cut: " + first.cut(),
                "users with a relevant play: " + users));
        for (Protocol protocol : byRule) {
            if (!protocol.leftOut().isEmpty()) {
                notes.add(protocol.judgments().rule() + ", " + protocol.leftOut());
            }
        }
        return notes;
    }

    /** The relevance rule as ids of tables name it. */
    public String ruleId() {
        return TableId.of(judgments.rule());
    }

    /** The id of a table of this protocol. */
    String id(String table) {
        return TableId.of(table, name, judgments.rule());
    }
}
