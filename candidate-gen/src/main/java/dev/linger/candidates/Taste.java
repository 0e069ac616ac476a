package dev.linger.candidates;

/** How often a user likes videos of which nothing is known but their attributes. */
@FunctionalInterface
public interface Taste {
    /**
     * The share of such plays that the user likes, in [0, 1].
     *
     * @param creator code of the creator in the table that the scorer was fitted with; -1 where that does not have them
     * @param tags indices of tags in that table
     */
    double likedShare(int creator, int[] tags);
}
