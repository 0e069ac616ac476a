package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Scores every item for a user; immutable, so any number of threads may ask at once. */
public interface ItemScorer {
    /** Stable name in kebab-case, as tables show it. */
    String name();

    /** The number of items that are scored. */
    int itemCount();

    /**
     * Writes one finite score per item, higher is better; {@link Double#NEGATIVE_INFINITY} for an item the scorer knows
     * nothing of, and for all items of a user it knows nothing of.
     *
     * @param user the user
     * @param scores where the scores go, of length {@link #itemCount()}
     */
    void score(int user, double[] scores);

    /**
     * {@link #score(int, double[])} of several users, which may be quicker than one after the other and is the same to the
     * bit.
     *
     * @param scores one array a user
     */
    default void score(int[] users, double[][] scores) {
        for (int at = 0; at < users.length; at++) {
            score(users[at], scores[at]);
        }
    }

    /**
     * What {@link #score} writes, where that is the same for every user and kept; not to be changed. Empty where it is not.
     */
    default Optional<double[]> scoresOfAll() {
        return Optional.empty();
    }

    /**
     * All items that it knows, best first by (score descending, item ascending), where that is the same for every user; empty
     * where it is not, or is not kept.
     */
    default Optional<int[]> order() {
        return Optional.empty();
    }

    /** Writes what {@link SourceConfig#read} needs to make the same scorer again. */
    void write(ModelWriter to) throws IOException;

    /** What {@link #signals(int, int[], float[], int, int)} writes, in this order; none for most scorers. */
    default List<Signal> signals() {
        return List.of();
    }

    /**
     * Writes the signals of some items of one user: signal {@code s} of {@code items[at]} to {@code cells[offset + at * stride
     * + s]}, NaN where it is missing.
     *
     * @param user the user
     * @param items any items; may repeat
     * @param cells where the signals go; other cells are left as they are
     * @param offset the first signal of the first item
     * @param stride from one item to the next, at least the number of signals
     */
    default void signals(int user, int[] items, float[] cells, int offset, int stride) {}

    /**
     * What scores come from; empty where the scorer cannot tell.
     *
     * @param plays those that it was fitted to
     */
    default Optional<ScoreReasons> reasons(InteractionLog plays) {
        return Optional.empty();
    }

    /**
     * Scores by plays that it was not fitted to; empty where scores do not depend on the plays of the user, or where a play
     * changes them only when the source is fitted again.
     *
     * @param fittedTo the plays that it was fitted to
     */
    default Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        return Optional.empty();
    }

    /**
     * How sure the scores of users are, by plays at hand; empty where the scorer cannot tell.
     *
     * @param fittedTo the plays that it was fitted to
     * @param ofVideos whether it is to tell what is unsure of videos, which may take seconds and memory
     */
    default Optional<ScorePosterior> posterior(InteractionLog fittedTo, boolean ofVideos) {
        return Optional.empty();
    }

    /**
     * What a user likes by the attributes of videos, also of those that it was not fitted to; empty where the scorer does not
     * look at attributes.
     */
    default Optional<Taste> taste(int user) {
        return Optional.empty();
    }

    /** Which items are like each other; empty where the scorer cannot tell. */
    default Optional<Similarity> similarity() {
        return Optional.empty();
    }

    /** The vectors that scores are products of; empty where they are none. */
    default Optional<Embeddings> embeddings() {
        return Optional.empty();
    }

    /** What signals that are coordinates of embeddings keep of them; empty where there are no such signals. */
    default List<KeptVariance> keptVariance() {
        return List.of();
    }

    /** The loss after each iteration; empty where fitting does not iterate. */
    default double[] lossTrace() {
        return new double[0];
    }
}
