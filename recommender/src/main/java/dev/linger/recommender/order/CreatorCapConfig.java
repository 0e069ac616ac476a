package dev.linger.recommender.order;

import dev.linger.data.RankedList;
import dev.linger.data.config.Key;

/**
 * At most so many videos of one creator in each stretch of a list: going down the list, the best item left whose creator
 * has not had its share of the stretch is taken next; where there is none, the best item left. Videos of unknown creator
 * are not capped.
 */
public record CreatorCapConfig(
        @Key(
                        value = "most videos of one creator in a stretch, >= 1",
                        byDefault = "2",
                        because = "a third is seldom missed")
                int most,
        @Key(value = "items of a stretch, >= 1", byDefault = "10", because = "about what is watched in a session")
                int stretch)
        implements OrdererConfig {
    public CreatorCapConfig {
        if (most < 1 || stretch < 1) {
            throw new IllegalArgumentException("most and stretch must be >= 1 but were " + most + " and " + stretch);
        }
    }

    @Override
    public Orderer create(OrdererParts parts) {
        int[] creators = parts.tables().itemTable().creatorCodes();
        return (scored, context) -> order(scored, creators);
    }

    private RankedList order(RankedList scored, int[] creators) {
        GreedySelection selection = new GreedySelection(scored, scored.size());
        while (selection.hasPlace()) {
            selection.takeFirst(at -> hasShare(creators[scored.items()[at]], selection, creators));
        }
        return selection.ordered();
    }

    /** Whether a creator may have one more video in the stretch that the next place is in. */
    private boolean hasShare(int creator, GreedySelection selection, int[] creators) {
        int count = 0;
        for (int place = selection.taken() - selection.taken() % stretch; place < selection.taken(); place++) {
            count += creators[selection.item(place)] == creator ? 1 : 0;
        }
        return creator < 0 || count < most;
    }
}
