/**
 * Ridge regression of watch_ratio: what the same features are worth without trees.
 *
 * <p>In: a {@link dev.linger.ranker.linear.LinearConfig} and a training set. Out: a
 * {@link dev.linger.ranker.linear.LinearRanker}.
 *
 * <p>Source: Hoerl and Kennard, Ridge Regression, Technometrics 1970; solved by the normal equations with EJML's Cholesky
 * decomposition.
 */
@NullMarked
package dev.linger.ranker.linear;

import org.jspecify.annotations.NullMarked;
