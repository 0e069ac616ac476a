/**
 * The fitted whole and its request path: retrieve, filter, score, order; and how it is written to a folder and read again.
 * In: fitted sources, feature state, rankers. Out: lists for users. No evaluation, no tables.
 */
@NullMarked
package dev.linger.recommender;

import org.jspecify.annotations.NullMarked;
