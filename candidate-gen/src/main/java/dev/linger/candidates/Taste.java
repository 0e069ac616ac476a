package dev.linger.candidates;

/** What a user likes by the attributes of videos, also of those of which nothing else is known. */
public interface Taste {
    /**
     * The share of plays of such videos that the user likes, in [0, 1].
     *
     * @param creator code of the creator in the table that the scorer was fitted with; -1 where that does not have them
     * @param tags indices of tags in that table
     */
    double likedShare(int creator, int[] tags);

    /**
     * How many plays of videos with each tag the user liked, older ones counted less; a play of a video with several tags counts
     * for each of them. By the index of the tag in that table.
     */
    double[] likedPlaysByTag();
}
