/**
 * Several models in one source, and what models learned as columns.
 *
 * <p>In: the configurations of other sources. Out: {@link dev.linger.candidates.hybrid.FusedScorer}, whose scores are weighted sums
 * of standardized ones, and {@link dev.linger.candidates.hybrid.EmbeddedScorer}, whose signals are coordinates of embeddings on
 * their principal axes.
 *
 * <p>Sources: Montague and Aslam, "Relevance score normalization for metasearch", CIKM 2001 (zero mean and unit variance before
 * scores are added up); Jolliffe, "Principal Component Analysis", 2002, section 6.1.1 (a kept share of the variance); Schönemann, "A
 * generalized solution of the orthogonal Procrustes problem", Psychometrika 31, 1966.
 */
@NullMarked
package dev.linger.candidates.hybrid;

import org.jspecify.annotations.NullMarked;
