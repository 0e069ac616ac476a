/**
 * Fits a recommender for use: to all rows of a log, with what was chosen on its last days or by an earlier run.
 *
 * <p>In: a data set with a configuration, or with the folder of a run. Out: a folder that
 * {@link dev.linger.recommender.Recommender#load} reads.
 */
@NullMarked
package dev.linger.pipeline.fit;

import org.jspecify.annotations.NullMarked;
