/**
 * Stage one: from the training log to a few hundred candidates per user.
 *
 * <p>In: the {@link dev.linger.data.InteractionLog} before a cut. Out: {@link dev.linger.data.RankedList}s of unseen items,
 * and the stage-one score and rank of any (user, item) pair.
 *
 * <p>A {@link dev.linger.candidates.SourceConfig} fits a source and reads one that was written; what it gives, an {@link
 * dev.linger.candidates.ItemScorer}, scores every item for a user, and {@link dev.linger.candidates.Retrieval} turns scores
 * into lists. {@link dev.linger.candidates.InteractionMatrix} is the log with the plays of each (user, item) pair merged.
 * The sources are in {@code dev.linger.candidates.als}, {@code ease}, {@code content} and {@code baseline}, and are listed
 * in {@code sources}; {@code union} merges the lists of several.
 *
 * <p>Ties break by (score descending, item ascending) everywhere.
 */
@NullMarked
package dev.linger.candidates;

import org.jspecify.annotations.NullMarked;
