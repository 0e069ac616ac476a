package dev.linger.recommender.order;

import dev.linger.candidates.ScorePosterior.Unsure;
import java.util.Optional;
import java.util.OptionalInt;

/** A last stage that orders what the rankers scored; chosen by {@code type}. */
public interface OrdererConfig {
    /** The orderer for some users and items. */
    Orderer create(OrdererParts parts);

    /** Whether it can only be made where a source compares videos ({@link OrdererParts#similarity}). */
    default boolean needsSimilarity() {
        return false;
    }

    /** What it asks of, where it asks how sure a source is of its scores ({@link OrderContext#posterior}). */
    default Optional<Unsure> unsure() {
        return Optional.empty();
    }

    /** Whether it draws the list at random, with {@link Orderer#propensities} that are neither 0 nor 1. */
    default boolean draws() {
        return false;
    }

    /** In how many days an upload counts where it asks what plays do to creators ({@link OrderContext#uplift}); else empty. */
    default OptionalInt uploadDays() {
        return OptionalInt.empty();
    }
}
