/**
 * Lists on a cluster.
 *
 * <p>In: plays in blocks of users, factors, facts of items. Out: the lists of each block's users, found and measured where
 * the users are by the code of one machine ({@link dev.linger.spark.lists.BlockMeasure}), and the tables of all ({@link
 * dev.linger.spark.lists.SparkTables}).
 */
@NullMarked
package dev.linger.spark.lists;

import org.jspecify.annotations.NullMarked;
