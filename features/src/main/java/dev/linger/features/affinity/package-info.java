/**
 * How all users, or one user, took to what an item is: its author, its tags, its length, and the item itself.
 *
 * <p>In: the plays in the order of time, and {@link dev.linger.features.affinity.ItemValues}, the authors or tags of each
 * item. Out: plays, mean watch ratio and completion. The means of a pair of user and author (tag, length) are shrunk to
 * those of the user, since most pairs have few plays or none. What is counted of pairs is in
 * {@link dev.linger.features.affinity.PairCounts}: memory grows with the pairs that were played, not with those that there
 * could be.
 */
@NullMarked
package dev.linger.features.affinity;

import org.jspecify.annotations.NullMarked;
