package dev.linger.pipeline.evaluation.pointwise;

/**
 * How one ranker or one constant baseline predicts single plays.
 *
 * @param name as the tables print it
 * @param metrics errors and order over all plays
 * @param gauc order within users
 */
public record NamedPredictions(String name, PointwiseMetrics metrics, Gauc gauc) {}
