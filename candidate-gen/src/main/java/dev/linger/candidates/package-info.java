/**
 * Stage one: from the training log to a few hundred candidates a user.
 *
 * <p>In: the {@link dev.linger.data.InteractionLog} before a cut. Out: {@link dev.linger.data.RankedList}s of unseen items,
 * and the stage-one score and rank of any (user, item) pair.
 *
 * <p>An {@link dev.linger.candidates.ItemScorer} scores every item for a user; {@link dev.linger.candidates.Retrieval}
 * turns scores into lists. {@link dev.linger.candidates.InteractionMatrix} is the log with repeated (user, item) pairs made one.
 * The scorers stand in {@code dev.linger.candidates.als}, {@code ease}, {@code content} and {@code baseline}, and
 * {@code union} makes one list of those of several.
 *
 * <p>Ties break by (score descending, item ascending) everywhere.
 */
@NullMarked
package dev.linger.candidates;

import org.jspecify.annotations.NullMarked;
