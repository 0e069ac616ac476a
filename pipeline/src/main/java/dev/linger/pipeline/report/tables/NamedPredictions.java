package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.pointwise.Gauc;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;

/**
 * How one ranker or one constant baseline predicts single plays.
 *
 * @param name as the tables print it
 * @param metrics errors and order over all plays
 * @param gauc order within users
 */
public record NamedPredictions(String name, PointwiseMetrics metrics, Gauc gauc) {}
