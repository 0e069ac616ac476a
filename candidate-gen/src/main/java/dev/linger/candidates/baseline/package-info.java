/**
 * Simple sources, which the others must beat: orders that know nothing of the user, and neighbors of what the user liked.
 *
 * <p>In: the training log. Out: {@link dev.linger.candidates.ItemScorer}s named as in the stage table: popularity,
 * rate-popularity, recent-liked, shortest, random, item-knn.
 *
 * <p>A play is liked if its watch ratio is above the threshold given.
 */
@NullMarked
package dev.linger.candidates.baseline;

import org.jspecify.annotations.NullMarked;
