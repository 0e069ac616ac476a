/**
 * Reading on a cluster.
 *
 * <p>In: a layout whose log can be read in parts ({@link dev.linger.data.parts.PartedSource}), and a folder that every machine
 * sees. Out: the plays, cleaned, where their users' blocks are, and the same report as on one machine ({@link
 * dev.linger.spark.read.ClusterLog}). Parts of the file are read where they are ({@link dev.linger.spark.read.ReadTask}); copies
 * meet where their user's plays do ({@link dev.linger.spark.read.CleanBlock}), and the parts that have any are read once more
 * for what the rules found.
 */
@NullMarked
package dev.linger.spark.read;

import org.jspecify.annotations.NullMarked;
