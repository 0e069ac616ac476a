/**
 * Mixtures of rankers and of retrieval's order, weighed by what does best on the validation days.
 *
 * <p>In: the configurations of rankers with their training sets, and the quality of a blend. Out: a
 * {@link dev.linger.ranker.blend.BlendRanker}, and the {@link dev.linger.ranker.blend.Reranker} that gives the order of each
 * of its members too.
 */
@NullMarked
package dev.linger.ranker.blend;

import org.jspecify.annotations.NullMarked;
