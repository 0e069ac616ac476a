/**
 * Rankers that learn nothing or next to nothing: the rows of the stage table that a learner has to beat.
 *
 * <p>In: a training set, or nothing. Out: the order of retrieval, and constants.
 */
@NullMarked
package dev.linger.ranker.baseline;

import org.jspecify.annotations.NullMarked;
