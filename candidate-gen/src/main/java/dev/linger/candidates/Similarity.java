package dev.linger.candidates;

import dev.linger.data.RankedList;

/** Finds items that are like another, whoever asks. */
@FunctionalInterface
public interface Similarity {
    /**
     * The nearest items, best first and without the item itself; empty where nothing is known of it.
     *
     * @param count how many at most, at least 1
     * @return the list of the item in the place of the user
     */
    RankedList to(int item, int count);
}
