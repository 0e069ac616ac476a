/**
 * Metrics of one user's list against what was relevant to the user.
 *
 * <p>In: whether the item at each position of the list is relevant, and how many items are. Out: a number in [0, 1]. A metric
 * is a record with its cutoff, chosen in the configuration by {@code type}; another one needs a record and its line in {@link
 * dev.linger.pipeline.evaluation.listwise.BuiltInMetrics}, or a {@link dev.linger.data.config.ConfigTypes} of its own in
 * another jar.
 *
 * <p>Source: J&auml;rvelin and Kek&auml;l&auml;inen, Cumulated gain-based evaluation of IR techniques, ACM TOIS 20(4), 2002;
 * Manning, Raghavan and Sch&uuml;tze, Introduction to Information Retrieval, 2008, chapter 8.
 */
@NullMarked
package dev.linger.pipeline.evaluation.listwise;

import org.jspecify.annotations.NullMarked;
