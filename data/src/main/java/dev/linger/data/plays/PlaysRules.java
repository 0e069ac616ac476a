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

    /** All of them, in the order of reports. */
    static final List<CleaningRule> ALL = Stream.concat(
                    PlayRowRules.ALL.stream().map(rule -> rule.equals(PlayRowRules.BAD_CELL) ? BAD_CELL : rule),
                    Stream.of(PlayRowRules.MIXED_IDS))
            .toList();

    private PlaysRules() {}
}
