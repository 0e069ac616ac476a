/**
 * ALS on a cluster.
 *
 * <p>In: plays in blocks of users. Out: their pairs by user and, after one shuffle, by item ({@link
 * dev.linger.spark.als.ObservedPairs}), and half-sweeps over them ({@link dev.linger.spark.als.SparkHalfSweeps}), which {@link
 * dev.linger.candidates.als.AlsTrainer} asks for as it asks threads. A block is solved by Linger's own solvers of rows; what
 * comes back is added in the order of blocks, so no factor depends on who solved a block, when, or how often.
 *
 * <p>Source of the shape, one side sent to where the pairs of the other are: Zhou, Wilkinson, Schreiber and Pan, "Large-scale
 * Parallel Collaborative Filtering for the Netflix Prize", AAIM 2008.
 */
@NullMarked
package dev.linger.spark.als;

import org.jspecify.annotations.NullMarked;
