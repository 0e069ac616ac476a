package dev.linger.candidates;

/** Scores every item for a user; immutable, so any number of threads may ask at once. */
public interface ItemScorer {
    /** Stable name in kebab-case, as tables show it. */
    String name();

    /** The number of items that are scored. */
    int itemCount();

    /**
     * Writes one finite score an item, higher is better; {@link Double#NEGATIVE_INFINITY} for an item the scorer knows
     * nothing of, and for all items of a user it knows nothing of.
     *
     * @param user the user
     * @param scores where the scores go, of length {@link #itemCount()}
     */
    void score(int user, double[] scores);
}
