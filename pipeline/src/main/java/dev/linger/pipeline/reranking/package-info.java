/**
 * Candidate lists in the order of rankers. In: lists, feature rows, trained rankers. Out: ranked lists of each system,
 * predictions of plays.
 */
@NullMarked
package dev.linger.pipeline.reranking;

import org.jspecify.annotations.NullMarked;
