package dev.linger.recommender.order;

import dev.linger.data.RankedList;
import dev.linger.data.config.Key;

/**
 * Raises creators whom few watch: the places go to the videos of the largest
 *
 * <pre>
 * z(score) + weight * max(0, 1 - reach of the creator)
 * </pre>
 *
 * with z in standard deviations from the mean of the list, and the {@link Reach} 1 for a creator who is watched as much as the
 * mean. Lists of a run, which know of no reach, and videos of unknown creator stay as they are.
 */
public record CreatorSupportConfig(
        @Key(
                        value = "so many first places are ordered, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(
                        value =
                                "standard deviations of the score that a creator whom nobody watches is raised by, >= 0",
                        byDefault = "0.3",
                        because = "a few places, not the first")
                double weight)
        implements OrdererConfig {
    public CreatorSupportConfig {
        GreedySelection.requirePlaces(places);
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("weight must be >= 0 but was " + weight);
        }
    }

    @Override
    public Orderer create(OrdererParts parts) {
        int[] creators = parts.tables().itemTable().creatorCodes();
        return (scored, context) -> order(scored, context.reach(), creators);
    }

    private RankedList order(RankedList scored, Reach reach, int[] creators) {
        double[] worth = GreedySelection.standings(scored);
        for (int at = 0; at < worth.length; at++) {
            int creator = creators[scored.items()[at]];
            double lacks = creator < 0 ? 0 : 1 - reach.of(creator);
            worth[at] += lacks > 0 ? weight * lacks : 0;
        }
        return GreedySelection.byWorth(scored, places, worth);
    }
}
