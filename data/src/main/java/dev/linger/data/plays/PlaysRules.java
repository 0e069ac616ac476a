package dev.linger.data.plays;

import dev.linger.data.Id;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.CleaningRule.Meaning;
import dev.linger.data.source.PlayRowRules;
import java.util.List;
import java.util.stream.Stream;

/** {@link PlayRowRules}, where ids may be texts. */
final class PlaysRules {
    static final CleaningRule BAD_CELL = new CleaningRule(
            PlayRowRules.BAD_CELL.name(),
            "A cell that the row cannot do without is missing or not what its column holds; the row is dropped. Ids have at most "
                    + Id.LONGEST
                    + " characters and no blank around them; where they are numbers (data.ids), they have digits only, and no"
                    + " leading zeros.",
            Meaning.UNREADABLE);

    static final CleaningRule MIXED_IDS = new CleaningRule(
            "mixed-ids",
            "Some ids of the column look like whole numbers and others do not, so all are texts; counted are the rows of the kind"
                    + " that is rarer. Under data.ids, number drops the rows whose ids are none.",
            Meaning.REMARKABLE);

    /** All of them, in the order of reports. */
    static final List<CleaningRule> ALL = Stream.concat(
                    PlayRowRules.ALL.stream().map(rule -> rule.equals(PlayRowRules.BAD_CELL) ? BAD_CELL : rule),
                    Stream.of(MIXED_IDS))
            .toList();

    private PlaysRules() {}
}
