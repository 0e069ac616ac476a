package dev.linger.candidates;

import dev.linger.data.RankedList;

/** How much items are like each other, whoever asks. */
public interface Similarity {
    /** From -1 to 1, the same both ways and 1 for the same item; 0 where nothing is known of one of them. */
    double between(int one, int other);

    /** Writes how much one item is like each of some. */
    default void between(int one, int[] others, double[] into) {
        for (int at = 0; at < others.length; at++) {
            into[at] = between(one, others[at]);
        }
    }

    /**
     * The nearest items, best first and without the item itself; empty where nothing is known of it.
     *
     * @param count how many at most, at least 1
     * @return the list of the item in the place of the user
     */
    RankedList to(int item, int count);
}
