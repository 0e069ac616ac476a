package dev.linger.recommender.order;

import dev.linger.data.AttributeColumn;
import dev.linger.data.RankedList;
import dev.linger.data.SideTables;
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
    public Orderer create(SideTables tables) {
        AttributeColumn.Category creators = tables.itemTable().creator().orElse(null);
        return creators == null ? scored -> scored : scored -> order(scored, creators.codes());
    }

    private RankedList order(RankedList scored, int[] creators) {
        int size = scored.size();
        int[] ordered = new int[size];
        boolean[] isTaken = new boolean[size];
        for (int position = 0; position < size; position++) {
            int best = -1;
            int next = -1;
            for (int at = 0; at < size && best < 0; at++) {
                if (!isTaken[at]) {
                    next = next < 0 ? at : next;
                    best = hasShare(creators[scored.items()[at]], ordered, position, creators) ? at : -1;
                }
            }
            int taken = best < 0 ? next : best;
            isTaken[taken] = true;
            ordered[position] = scored.items()[taken];
        }
        return Orderer.inOrder(scored.user(), ordered);
    }

    /** Whether a creator may have one more video in the stretch that a position is in. */
    private boolean hasShare(int creator, int[] ordered, int position, int[] creators) {
        int count = 0;
        for (int at = position - position % stretch; at < position; at++) {
            count += creators[ordered[at]] == creator ? 1 : 0;
        }
        return creator < 0 || count < most;
    }
}
