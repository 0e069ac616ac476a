/**
 * The second half of the request path: candidate lists become feature rows, and these the scores of rankers. In: candidate
 * lists, the state of the features, rankers. Out: ranked lists.
 */
@NullMarked
package dev.linger.recommender.scoring;

import org.jspecify.annotations.NullMarked;
