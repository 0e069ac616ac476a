/**
 * Whether a run's figures can be believed: known leaks, each switched on by itself, and sanity checks that must not fail.
 *
 * <p>In: the steps of a run, through {@link dev.linger.pipeline.run.Interventions}, the few places where what a step is given can
 * be replaced. Out: {@link dev.linger.pipeline.audit.Figures} of each run and the two tables made of them. A
 * {@link dev.linger.pipeline.audit.Leak} replaces an input by one that knows too much; the honest run has no branch for it.
 *
 * <p>Source: Kaufman, Rosset, Perlich and Stitelman, Leakage in Data Mining, TKDD 2012; Ji, Sun, Zhang and Li, A Critical
 * Study on Data Leakage in Recommender System Offline Evaluation, TOIS 2023.
 */
@NullMarked
package dev.linger.pipeline.audit;

import org.jspecify.annotations.NullMarked;
