package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;

/**
 * Numbers the pairs of a user and a value (author, tag, item), {@code 0..size()-1}, so that arrays can hold what is counted
 * of each. It says which pairs there are, not when they were played: counts of a pair not yet played are 0, like those of a
 * pair that has no number. It never changes, so several replays may count by the same one.
 */
public sealed interface PairIndex permits AllPairs, PlayedPairs {
    /** Number of a pair that no play of the log has. */
    int NONE = -1;

    /**
     * All pairs that there could be where they are few, else those that the log plays on any day.
     *
     * @param few most pairs that may be numbered whether played or not
     */
    static PairIndex of(InteractionLog log, int userCount, ItemValues valuesOfItem, int few) {
        return (long) userCount * valuesOfItem.valueCount() <= few
                ? new AllPairs(userCount, valuesOfItem.valueCount())
                : PlayedPairs.of(log, userCount, valuesOfItem);
    }

    /** The number of pairs. */
    int size();

    /** The number of a pair, or {@link #NONE}. */
    int find(int user, int value);

    /** The number of the pair of a play of the log, given its user and one of its item's values. */
    int ofPlay(int row, int user, int value);
}
