/**
 * A run on a cluster. Spark moves data; inside its partitions Linger's own code does the arithmetic, so the figures are those
 * of one machine.
 *
 * <p>In: a {@link dev.linger.pipeline.run.RunRequest} and a {@link org.apache.spark.api.java.JavaSparkContext}. Out: a run
 * folder. Users are cut into blocks that hold all plays of theirs; sums are made in the order of blocks, so no result depends
 * on who computed a block, when, or how often.
 *
 * <p>Source of the division of labour: Zaharia et al., "Resilient Distributed Datasets", NSDI 2012.
 */
@NullMarked
package dev.linger.spark;

import org.jspecify.annotations.NullMarked;
