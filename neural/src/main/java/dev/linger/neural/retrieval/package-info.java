/**
 * What networks that find videos have in common: vectors of users and videos, trained so that a user is near what they like.
 *
 * <p>In: the side of users as a {@link dev.linger.neural.retrieval.VectorModel}. Out: a {@link
 * dev.linger.neural.retrieval.VectorScorer}, whose vectors of videos come from an {@link
 * dev.linger.neural.retrieval.ItemTower}.
 *
 * <p>Source: Yi et al., Sampling-Bias-Corrected Neural Modeling for Large Corpus Item Recommendations, RecSys 2019.
 */
@NullMarked
package dev.linger.neural.retrieval;

import org.jspecify.annotations.NullMarked;
