/**
 * The mean of several predictions of the watch ratio, by weights of least error on the validation rows.
 *
 * <p>In: the configurations of rankers that predict it. Out: {@link dev.linger.ranker.mean.MeanConfig}, which predicts it too.
 *
 * <p>Source: Caruana, Niculescu-Mizil, Crew and Ksikes, Ensemble Selection from Libraries of Models, ICML 2004, section 2.
 */
@NullMarked
package dev.linger.ranker.mean;

import org.jspecify.annotations.NullMarked;
