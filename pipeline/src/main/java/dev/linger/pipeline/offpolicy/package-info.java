/**
 * What lists of a policy would bring that was not served. In: lists that were drawn with known chances, what was watched of them,
 * and a recommender. Out: estimates with intervals, and how far they can be trusted. Why: Bottou et al., JMLR 2013,
 * Counterfactual Reasoning and Learning Systems; the estimates are in {@link Estimates}.
 */
@NullMarked
package dev.linger.pipeline.offpolicy;

import org.jspecify.annotations.NullMarked;
