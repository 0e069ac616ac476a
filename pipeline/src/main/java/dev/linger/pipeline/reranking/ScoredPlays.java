package dev.linger.pipeline.reranking;

import dev.linger.ranker.Ranker;

/**
 * The plays after the cut as one ranker scores them.
 *
 * @param ranker a member of stage two, or a constant
 * @param scores one a play
 */
public record ScoredPlays(Ranker ranker, double[] scores) {}
