/**
 * Plays on a cluster.
 *
 * <p>In: a log. Out: all plays of consecutive users, a {@link dev.linger.spark.plays.PlayBlock} a partition, in order of time
 * ({@link dev.linger.spark.plays.Spread}); the instant at a place in the order of time, without a sort ({@link
 * dev.linger.spark.plays.PlayRanks}); what is known of items before it.
 */
@NullMarked
package dev.linger.spark.plays;

import org.jspecify.annotations.NullMarked;
